package org.orglife.rectification;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A measure as the ledger shows it.
 *
 * @param position among the measures of its problem, from 1
 * @param owner name of the member who answers for it
 * @param firstDueOn its date before it was extended; null if it never was
 * @param nextStageOn when the next result is expected; of a long-term one only
 */
public record LedgerMeasure(
        long id,
        int number,
        int position,
        String text,
        @Nullable String target,
        long ownerId,
        String owner,
        Track track,
        @Nullable LocalDate dueOn,
        @Nullable String progress,
        @Nullable LocalDate progressOn,
        @Nullable LocalDate doneOn,
        @Nullable LocalDate firstDueOn,
        @Nullable LocalDate nextStageOn) {

    public boolean isDone() {
        return doneOn != null;
    }

    public boolean isOverdue(LocalDate today) {
        return daysLeft(today) < 0;
    }

    /** Whole days until it is due; negative when it is overdue, a large number when nothing presses. */
    public long daysLeft(LocalDate today) {
        return doneOn != null || dueOn == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(today, dueOn);
    }
}
