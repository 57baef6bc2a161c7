package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** Whether representatives of those served sit in. */
public enum OutsideReps implements Labelled {
    /** No. */
    OFF,
    /** Where a branch likes it. */
    OPTIONAL,
    /** The superior asks for it. */
    REQUIRED
}
