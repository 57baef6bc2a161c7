package org.orglife.routine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was decided.
 *
 * @param text at most 300 characters
 * @param ownerId the member who sees to it; null where nobody is named
 * @param dueOn until when; null for no date
 * @param votes null where there was no vote
 */
public record DecisionDetails(
        String text,
        @Nullable Long ownerId,
        @Nullable LocalDate dueOn,
        @Nullable ShowOfHands votes) {}
