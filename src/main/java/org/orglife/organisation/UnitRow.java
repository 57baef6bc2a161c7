package org.orglife.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of units.
 *
 * @param members enrolled in all branches within the unit, persons
 * @param branches open branches within the unit, itself not counted
 * @param groups open groups of a branch
 * @param secretary name of the branch's secretary or the group's leader; null if there is none
 */
public record UnitRow(
        long id,
        @Nullable Long parentId,
        String name,
        UnitKind kind,
        @Nullable BranchKind branchKind,
        @Nullable String category,
        @Nullable LocalDate dissolvedOn,
        int depth,
        long members,
        long branches,
        long groups,
        @Nullable String secretary) {}
