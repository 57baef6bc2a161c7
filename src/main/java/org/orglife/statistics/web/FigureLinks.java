package org.orglife.statistics.web;

import org.orglife.statistics.BoardRow;
import org.orglife.statistics.Metric;

/** Where the rows behind a branch's share of a figure are: a list of exactly as many rows as the figure says. */
final class FigureLinks {

    private FigureLinks() {}

    /**
     * The address of the list.
     *
     * @param superior whether the reader sees personal items as counts only
     */
    static String of(Metric metric, BoardRow row, long campaign, boolean superior) {
        String ledger = "/ledger?campaign=" + campaign + "&branch=" + row.unitId();
        String counts = "/ledger?campaign=" + campaign + "&view=PERSONAL";
        return switch (metric) {
            case M01, M03, M04a, M04b, M04c, M12, M13, M14, M14b, M20a, M20b ->
                "/tasks/" + row.taskId() + "/meeting-figures/" + metric;
            case M02 -> "/tasks/" + row.taskId();
            case M03a -> "/members?unit=" + row.unitId();
            case M05, LATE_OPINIONS -> "/tasks/" + row.taskId() + "/opinions";
            case M06a, M06b, M07 -> "/tasks/" + row.taskId() + "/opinions/collections";
            case M08 -> ledger + "&subject=BRANCH";
            case M09 -> superior ? counts : ledger + "&subject=SECRETARY";
            case M10 -> superior ? counts : ledger + "&subject=MEMBER";
            case M11, M11b, LATE_TALKS -> "/tasks/" + row.taskId() + "/talks?view=LIST";
            case LATE_PROBLEMS -> superior ? counts : ledger;
            case M15 -> ledger + "&view=MEASURES";
            case M16 -> ledger + "&status=CLOSED";
            case M17a -> ledger + "&view=MEASURES&due=EXTENDED";
            case M17b -> ledger + "&view=MEASURES&due=OVERDUE";
            case M17c -> ledger + "&view=MEASURES&due=LONG_TERM";
            case M17d -> ledger + "&status=REOPENED";
            case M17e -> superior ? "/tasks/" + row.taskId() + "/recurring" : ledger + "&status=RECURRING";
            case M18a, M18b, M18c, M18d, M18e, M18f, M19 -> "/tasks/" + row.taskId() + "/review/result";
            case M22a -> "/tasks/" + row.taskId() + "/pledges?who=MEMBERS";
            case M22b -> "/tasks/" + row.taskId() + "/pledges?who=OTHERS";
            case M23 -> "/tasks/" + row.taskId() + "/surveys";
            case M21a, M21b, M21c, LATE_STUDY -> "/tasks/" + row.taskId() + "/study";
        };
    }
}
