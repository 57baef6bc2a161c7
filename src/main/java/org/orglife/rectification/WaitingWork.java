package org.orglife.rectification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How many items of a campaign wait for something the caller may do, and how many are late.
 *
 * @param toPlan problems of the branch without measures
 * @param toReview items handed in that he may close
 * @param returned items of the branch sent back
 * @param overdue items with a measure past its date
 * @param toDecide measures of the branch for which a later date is asked and he decides
 * @param toDecideItem one of their items; null if there are none
 * @param toDecideBy the earliest of their present dates; null if there are none
 * @param oldest the earliest date among the overdue ones; null if there are none
 * @param toAsk items found solved in a campaign that asks people before items are struck off
 */
public record WaitingWork(
        long campaignId,
        String campaign,
        long toPlan,
        long toReview,
        long returned,
        long overdue,
        @Nullable LocalDate oldest,
        long toDecide,
        @Nullable Long toDecideItem,
        @Nullable LocalDate toDecideBy,
        long toAsk) {}
