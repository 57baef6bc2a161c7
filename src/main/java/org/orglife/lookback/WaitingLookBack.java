package org.orglife.lookback;

import java.time.LocalDate;

/**
 * A look back that waits for the caller.
 *
 * @param id of the round; of the task where none is drawn yet
 * @param number of the round; 0 where none is drawn yet
 * @param items at which nobody has looked yet
 */
public record WaitingLookBack(
        Need need, long id, String branch, String campaign, int number, LocalDate dueOn, int items) {

    /** What is to be done. */
    public enum Need {
        /** Look at items: the day has come. */
        INSPECT,
        /** End a round in which everything was looked at. */
        FINISH,
        /** Draw a round: one to three months have gone by. */
        DRAW
    }
}
