package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** Who decides the grades of the members' review. */
public enum ReviewBody implements Labelled {
    /** 支部委员会; where there is none, the general meeting. */
    COMMITTEE,
    /** 支部党员大会. */
    GENERAL_MEETING
}
