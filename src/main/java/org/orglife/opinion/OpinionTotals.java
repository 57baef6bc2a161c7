package org.orglife.opinion;

/**
 * What a task has come to.
 *
 * @param opinions that count: those not withdrawn
 * @param merged opinions under a point
 * @param points of the digest
 * @param decided points of which it is decided what becomes of them
 * @param problems points that became problems
 * @param issued sheets handed out
 * @param returned sheets that came back
 * @param noneReceived times of asking at which nobody had anything to say
 */
public record OpinionTotals(
        int opinions,
        int merged,
        int points,
        int decided,
        int problems,
        int issued,
        int returned,
        int noneReceived,
        int marked) {

    /** Opinions that wait to be merged. */
    public int waiting() {
        return opinions - merged;
    }

    public int undecided() {
        return points - decided;
    }

    /** Whether nothing is left to be merged or decided. */
    public boolean isSettled() {
        return (opinions > 0 || noneReceived > 0) && waiting() == 0 && undecided() == 0;
    }
}
