package org.orglife.routine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a branch, its committee or one of its groups has recorded of one kind in a year.
 *
 * @param group name of the group; null where all groups are meant or none
 */
public record PeriodRow(RoutineKind kind, @Nullable String group, Every every, List<PeriodCell> cells) {

    public PeriodRow {
        cells = List.copyOf(cells);
    }

    /** Periods with a record. */
    public long recorded() {
        return cells.stream()
                .filter(cell -> cell.state() == PeriodState.RECORDED)
                .count();
    }
}
