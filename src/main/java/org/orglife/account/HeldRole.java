package org.orglife.account;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.BranchScope;
import org.orglife.shared.PathRange;
import org.orglife.shared.Role;

/**
 * One of the capacities in which somebody may act today, and what he sees in it.
 *
 * @param unitId unit in which the role is held; null for officers, and for supervisors of several branches
 * @param unitName as shown beside the role
 * @param subtrees what is seen as a whole
 * @param branches what is seen branch by branch
 */
public record HeldRole(
        Role role, @Nullable Long unitId, String unitName, List<PathRange> subtrees, Set<Long> branches) {

    public HeldRole {
        subtrees = List.copyOf(subtrees);
        branches = Set.copyOf(branches);
    }

    /** What a session remembers of the choice: {@code SECRETARY:17}. */
    public String key() {
        return role.name() + ":" + (unitId == null ? "" : unitId);
    }

    BranchScope scope(long accountId, @Nullable Long memberId) {
        return new BranchScope(role, accountId, memberId, subtrees, branches);
    }
}
