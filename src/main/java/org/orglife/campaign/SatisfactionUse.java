package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** Whether items close only after a survey of satisfaction. */
public enum SatisfactionUse implements Labelled {
    /** No survey. */
    OFF,
    /** For items of the branch. */
    FOR_BRANCH_ITEMS,
    /** For all items. */
    ALL
}
