package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** Before, at or after the meeting. */
public enum StepPhase implements Labelled {
    /** 会前. */
    BEFORE,
    /** 会后. */
    AFTER
}
