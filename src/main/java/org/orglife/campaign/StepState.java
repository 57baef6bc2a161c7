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
    /** Its window has not begun. */
    NOT_YET,
    /** Not asked for this time. */
    NOT_REQUIRED
}
