package org.orglife.rectification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A measure that the caller answers for and that is not through yet.
 *
 * @param item id of its item
 * @param number of the problem
 * @param dueOn null for the long term
 * @param nextStageOn when the next result of a long-term one is expected
 */
public record OwnMeasure(
        long id,
        long item,
        int number,
        String problem,
        String campaign,
        String text,
        Track track,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate firstDueOn,
        @Nullable LocalDate nextStageOn,
        @Nullable String progress,
        @Nullable LocalDate progressOn) {

    public boolean isForLongTerm() {
        return track == Track.LONG_TERM;
    }

    /** The day on which something is expected of it. */
    public @Nullable LocalDate getDay() {
        return dueOn == null ? nextStageOn : dueOn;
    }
}
