package org.orglife.routine;

import java.util.List;

/**
 * A month, quarter or year of a {@link PeriodRow}.
 *
 * @param number from 1
 * @param meetings what was recorded, by day
 */
public record PeriodCell(int number, PeriodState state, List<RoutineReference> meetings) {

    public PeriodCell {
        meetings = List.copyOf(meetings);
    }
}
