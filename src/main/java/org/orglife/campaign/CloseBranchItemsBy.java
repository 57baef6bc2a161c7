package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** Who closes the items of a branch (domain 8, no. 11). */
public enum CloseBranchItemsBy implements Labelled {
    /** The superior's party office. */
    SUPERIOR,
    /** The branch committee. */
    COMMITTEE
}
