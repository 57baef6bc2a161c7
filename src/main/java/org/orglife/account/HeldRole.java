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
 * @param onlyTask the branch task beyond which it does not reach; null for no such limit
 */
public record HeldRole(
        Role role,
        @Nullable Long unitId,
        String unitName,
        List<PathRange> subtrees,
        Set<Long> branches,
        @Nullable Long onlyTask) {

    public HeldRole {
        subtrees = List.copyOf(subtrees);
        branches = Set.copyOf(branches);
    }

    /** Not limited to one branch task. */
    public HeldRole(Role role, @Nullable Long unitId, String unitName, List<PathRange> subtrees, Set<Long> branches) {
        this(role, unitId, unitName, subtrees, branches, null);
    }

    /** What a session remembers of the choice: {@code SECRETARY:17}. */
    public String key() {
        return role.name() + ":" + (unitId == null ? "" : unitId) + (onlyTask == null ? "" : ":" + onlyTask);
    }

    BranchScope scope(long accountId, @Nullable Long memberId) {
        return new BranchScope(role, accountId, memberId, subtrees, branches, onlyTask);
    }
}
