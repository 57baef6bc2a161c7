package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** Where a branch stands in a campaign (domain 2.3). */
public enum BranchTaskState implements Labelled {
    /** Received. */
    CREATED,
    /** Work before the meeting is running. */
    PREPARING,
    /** Everything asked for is there (gate G1). */
    READY,
    /** The superior has been asked to agree. */
    APPROVAL_PENDING,
    /** The superior wants more. */
    RETURNED,
    /** Day, place and chair are fixed. */
    SCHEDULED,
    /** The meeting runs. */
    IN_MEETING,
    /** The meeting is interrupted. */
    ADJOURNED,
    /** The meeting is over, its record open. */
    HELD,
    /** Record signed, figures confirmed. */
    REPORTED,
    /** The ledger is running. */
    RECTIFYING,
    /** All items closed. */
    DONE,
    /** Moved to another day. */
    POSTPONED,
    /** To be held again. */
    REDO_REQUIRED,
    /** Need not be held. */
    EXEMPTED;

    /** Whether the meeting has been held, so that the committee may read what members put forward (domain 7.2). */
    public boolean isAfterMeeting() {
        return this == HELD || this == REPORTED || this == RECTIFYING || this == DONE;
    }

    /** Whether the meeting has not begun: until then members may take back what they handed in. */
    public boolean isBeforeMeeting() {
        return isPreparation() || this == READY || this == APPROVAL_PENDING || this == SCHEDULED;
    }

    /** Whether the branch is still on the way to gate G1. */
    public boolean isPreparation() {
        return this == CREATED || this == PREPARING || this == RETURNED || this == POSTPONED || this == REDO_REQUIRED;
    }

    /** Whether problems and measures may still be added. */
    public boolean isOpen() {
        return this != DONE && this != EXEMPTED;
    }
}
