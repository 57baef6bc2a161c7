package org.orglife.imports;

import org.orglife.shared.Labelled;

/** What the check of an upload came to, and with it what its owner can do. */
public enum ImportVerdict implements Labelled {
    /** Nothing is wrong: it waits to be confirmed. */
    READY,
    /** Nothing is wrong, and everything in it is here already. */
    NOTHING_NEW,
    /** A question has to be answered on the page first. */
    TO_ANSWER,
    /** Something is wrong, and the page offers the right word for each place. */
    TO_CORRECT,
    /** Something is wrong that has to be mended in the workbook, which is then uploaded anew. */
    WRONG,
    /** There is not a single row in it. */
    BLANK,
    /** The file cannot be read. */
    UNREADABLE;

    /** Whether its owner can go on with this very upload; the others are only to be looked at. */
    public boolean waitsForOwner() {
        return this == READY || this == TO_ANSWER || this == TO_CORRECT;
    }
}
