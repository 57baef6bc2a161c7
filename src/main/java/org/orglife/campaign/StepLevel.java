package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** How much a step is asked for. */
public enum StepLevel implements Labelled {
    /** Holds up the meeting. */
    MUST,
    /** Warns. */
    SHOULD,
    /** Is offered. */
    MAY,
    /** Is not asked for this time. */
    OFF
}
