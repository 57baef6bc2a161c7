package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** Where a step stands in a branch; computed, never stored. */
public enum StepState implements Labelled {
    /** Nothing recorded yet. */
    NOT_STARTED,
    /** Begun. */
    IN_PROGRESS,
    /** All that it asks for is there. */
    DONE,
    /** The meeting is held without it, for a reason that the superior reads. */
    WAIVED,
    /** Its window has not begun. */
    NOT_YET,
    /** Not asked for this time. */
    NOT_REQUIRED;

    /**
     * What a step stands at, from what the records say and what the branch has settled about it.
     *
     * @param counted what the records say
     * @param doneByHand whether the branch noted that it was done outside the system
     * @param waived whether the branch meets without it
     * @param notYet whether its window has not begun
     */
    public static StepState of(StepLevel level, StepState counted, boolean doneByHand, boolean waived, boolean notYet) {
        if (level == StepLevel.OFF) {
            return NOT_REQUIRED;
        }
        if (counted == DONE || doneByHand) {
            return DONE;
        }
        if (waived) {
            return WAIVED;
        }
        return counted == NOT_STARTED && notYet ? NOT_YET : counted;
    }

    /** Whether nothing more is to be done for it. */
    public boolean isSettled() {
        return this == DONE || this == WAIVED || this == NOT_REQUIRED;
    }
}
