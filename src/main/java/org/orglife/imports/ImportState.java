package org.orglife.imports;

import org.orglife.shared.Labelled;

/** Where an uploaded workbook stands. */
public enum ImportState implements Labelled {
    /** Checked, waits to be confirmed or mended. */
    WAITING,
    /** Confirmed, a job is writing it. */
    RUNNING,
    /** Everything in it has been written. */
    DONE,
    /** Put aside by its owner. */
    CANCELLED,
    /** Not confirmed within a day. */
    EXPIRED,
    /** Written and taken back. */
    UNDONE
}
