package org.orglife.meeting;

/**
 * What becomes of a vote when exactly half of those with a vote are present: superiors read 半数以上 with the half or
 * without it (BR-01).
 */
public enum ExactlyHalf {
    /** The vote is held, and the branch is told to ask its superior. */
    WARN,
    /** The vote is held. */
    OK,
    /** The vote is not held. */
    BLOCK
}
