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
    NOT_REQUIRED
}
