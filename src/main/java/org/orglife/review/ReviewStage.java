package org.orglife.review;

/** How far the ballot of a review is; what may be changed depends on it. */
public enum ReviewStage {
    /** Nobody is voted on yet, or the ballot counted for nothing. */
    OPEN,
    /** Who is voted on is settled. */
    VOTING,
    /** The committee may decide. */
    COUNTED
}
