package org.orglife.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTaskState;
import org.orglife.organisation.OrgUnit;

/**
 * A line of a board: one branch, or one unit with the sums of the branches below it.
 *
 * @param taskId null for a unit above branches
 * @param tasks branches that take part, 1 for a branch
 * @param members persons
 * @param items problems on the ledger, those withdrawn or merged not counted
 * @param overdue measures past their date
 * @param oldestOverdue days the oldest of them is late, 0 if none is
 */
public record BoardRow(
        long unitId,
        String name,
        @Nullable Long taskId,
        @Nullable BranchTaskState state,
        @Nullable String secretary,
        long tasks,
        long members,
        long branchProblems,
        long secretaryProblems,
        long memberProblems,
        long measures,
        long items,
        long closed,
        long submitted,
        long longTerm,
        long overdue,
        long oldestOverdue,
        @Nullable Instant lastActivityAt) {

    public boolean isBranch() {
        return taskId != null;
    }

    /** The name without 党支部, for a narrow column. */
    public String briefName() {
        return isBranch() ? OrgUnit.briefly(name) : name;
    }

    public long problems() {
        return branchProblems + secretaryProblems + memberProblems;
    }

    public int percentClosed() {
        return items == 0 ? 0 : (int) (closed * 100 / items);
    }
}
