package org.orglife.routine;

import java.time.LocalDate;

/**
 * Somebody of whom six months and longer nothing was recorded but that he was expected and neither came nor asked for
 * leave.
 *
 * @param since the first time of these
 */
public record LongAway(long memberId, String name, LocalDate since) {}
