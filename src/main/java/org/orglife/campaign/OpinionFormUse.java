package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** Whether the paper form 征求意见表 is used; never a must by default (domain 8, no. 1). */
public enum OpinionFormUse implements Labelled {
    /** Not at all. */
    NOT_USED,
    /** Where a branch likes it. */
    OPTIONAL,
    /** The superior asks for it. */
    REQUIRED
}
