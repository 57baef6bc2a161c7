package org.orglife.rectification;

import org.orglife.shared.Labelled;

/** Who decides for a branch. */
public enum DecidingBody implements Labelled {
    /** 支委会. */
    COMMITTEE,
    /** 支部党员大会; the only one where there is no committee. */
    GENERAL_MEETING
}
