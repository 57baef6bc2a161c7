package org.orglife.ballot;

import org.orglife.shared.Labelled;

/** Why a ballot does not count and is held again. */
public enum VoidReason implements Labelled {
    /** Sheets, slips and people do not add up (BR-33). */
    MISMATCH,
    /** Somebody holds a slip that has been used already. */
    SLIP_USED,
    /** The opening code is lost. */
    CODE_LOST,
    /** Called off for another reason. */
    CALLED_OFF
}
