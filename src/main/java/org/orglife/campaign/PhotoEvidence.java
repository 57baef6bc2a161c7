package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** Whether photos may be kept; they can never be demanded (domain 0.2). */
public enum PhotoEvidence implements Labelled {
    /** No. */
    OFF,
    /** Where a branch likes it. */
    OPTIONAL
}
