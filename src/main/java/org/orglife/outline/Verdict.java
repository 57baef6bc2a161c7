package org.orglife.outline;

import org.orglife.shared.Labelled;

/** What whoever reads a text before the meeting says to it. */
public enum Verdict implements Labelled {
    /** To be worked on, as the remark says. */
    RETURNED,
    /** Good. */
    ACCEPTED
}
