package org.orglife.lookback;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A round in the list of a task's rounds; the counts leave out personal items where the caller is not told of them.
 *
 * @param items how many it holds
 * @param checked how many of them have a result
 */
public record RoundRow(
        long id,
        int number,
        RoundState state,
        boolean byOffice,
        Extent extent,
        @Nullable Integer percent,
        LocalDate plannedOn,
        @Nullable LocalDate finishedOn,
        int items,
        int checked,
        int holding,
        int partial,
        int rebound,
        int notDone) {}
