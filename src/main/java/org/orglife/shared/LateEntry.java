package org.orglife.shared;

import java.time.LocalDate;

/**
 * 补录: what was entered more than seven days after it happened is marked so by itself, whatever it is. One rule for
 * talks, study sessions, opinions and problems; nothing is stored but the two days. Entering late is always possible,
 * with the true date.
 */
public final class LateEntry {

    /** Days within which an entry is in time. */
    private static final int IN_TIME = 7;

    private LateEntry() {}

    /** Whether something that happened on one day was entered late on another; both are days in China. */
    public static boolean isLate(LocalDate happenedOn, LocalDate enteredOn) {
        return enteredOn.isAfter(happenedOn.plusDays(IN_TIME));
    }

    /** The same as a condition on two columns of the type date. */
    public static String condition(String happenedOn, String enteredOn) {
        return enteredOn + " > " + happenedOn + " + " + IN_TIME;
    }
}
