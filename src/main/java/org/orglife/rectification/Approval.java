package org.orglife.rectification;

import org.orglife.shared.Labelled;

/**
 * 群众认可: what those concerned think of the result of an item. Asked only where the campaign wants a survey before an
 * item is struck off; without anybody to answer, such an item stays found solved.
 */
public interface Approval {

    /** What a survey came to. */
    enum Verdict implements Labelled {
        /** There was none, or it is not over. */
        OPEN,
        /** They are satisfied. */
        APPROVED,
        /** They are not. */
        REFUSED
    }

    /** What the last survey about an item came to. */
    Verdict of(long itemId);
}
