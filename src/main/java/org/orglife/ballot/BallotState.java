package org.orglife.ballot;

import org.orglife.shared.Labelled;

/** How far a ballot box is. */
public enum BallotState implements Labelled {
    /** Settled who is voted on and who the officers are. */
    DRAFT,
    /** The slips are made; none counts yet. */
    ISSUED,
    /** Votes are cast. */
    OPEN,
    /** No more votes; nobody has seen any. */
    CLOSED,
    /** Opened by both officers; only totals are left. */
    COUNTED,
    /** Nothing of it counts. */
    VOID;

    /** Whether nothing happens to it any more. */
    public boolean isOver() {
        return this == COUNTED || this == VOID;
    }
}
