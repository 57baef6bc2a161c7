package org.orglife.routine;

import java.util.Map;

/**
 * What a branch has recorded in a year, as counts.
 *
 * @param committee whether it has a committee
 * @param groups whether it has groups
 * @param yearly meetings of campaigns (组织生活会) counted for the year
 */
public record RoutineBoardRow(
        long branchId, String branch, boolean committee, boolean groups, Map<RoutineKind, Count> counts, int yearly) {

    private static final Count NONE = new Count(0, 0);

    /**
     * Meetings of one kind.
     *
     * @param meetings how many
     * @param periods months or quarters with at least one
     */
    public record Count(int meetings, int periods) {}

    public RoutineBoardRow {
        counts = Map.copyOf(counts);
    }

    public Count count(RoutineKind kind) {
        return counts.getOrDefault(kind, NONE);
    }

    /** Whether the branch has a body that could hold meetings of a kind. */
    public boolean has(RoutineKind kind) {
        return switch (kind) {
            case COMMITTEE -> committee;
            case GROUP -> groups;
            case GENERAL_MEETING, LECTURE, THEME_DAY -> true;
        };
    }
}
