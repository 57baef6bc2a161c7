package org.orglife.meeting.web;

/** What a branch does next on the way to its meeting. */
enum NextMove {
    /** Finish what has to be done before. */
    PREPARE,
    /** Settle day, place and people. */
    SETTLE,
    /** Ask the superior. */
    ASK,
    /** Wait for the superior. */
    WAIT,
    /** Send the notice. */
    TELL,
    /** Everything is settled. */
    MEET,
    /** The meeting has begun, or need not be held. */
    NONE
}
