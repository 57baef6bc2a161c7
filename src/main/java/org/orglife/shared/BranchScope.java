package org.orglife.shared;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose data the caller may see, and in which role he sees it. Resolved anew for every request from positions and role
 * assignments, never kept in a session; an empty scope sees nothing, and there is no unrestricted one.
 *
 * @param role the role acted in; decides which fields are visible (domain 7.2)
 * @param accountId the account that acts, for "own" records and the trail
 * @param memberId the member behind the account; null for office staff without membership and for officers
 * @param subtrees subtrees of the organisation seen as a whole
 * @param branches single units assigned one by one (supervision groups)
 * @param onlyTask the branch task beyond which the role does not reach: of somebody who helps in one campaign only; null
 *     for no such limit
 */
public record BranchScope(
        Role role,
        long accountId,
        @Nullable Long memberId,
        List<PathRange> subtrees,
        Set<Long> branches,
        @Nullable Long onlyTask)
        implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    public BranchScope {
        subtrees = List.copyOf(subtrees);
        branches = Set.copyOf(branches);
    }

    /** Not limited to one branch task. */
    public BranchScope(
            Role role, long accountId, @Nullable Long memberId, List<PathRange> subtrees, Set<Long> branches) {
        this(role, accountId, memberId, subtrees, branches, null);
    }

    /** Sees no branch at all. */
    public static BranchScope none(Role role, long accountId) {
        return new BranchScope(role, accountId, null, List.of(), Set.of());
    }

    public boolean covers(long unitId, String path) {
        return branches.contains(unitId) || subtrees.stream().anyMatch(range -> range.contains(path));
    }

    /** Whether a branch task of a branch within reach is so too. */
    public boolean reachesTask(long taskId) {
        return onlyTask == null || onlyTask == taskId;
    }

    public boolean isEmpty() {
        return subtrees.isEmpty() && branches.isEmpty();
    }

    public boolean isOwn(@Nullable Long someMemberId) {
        return memberId != null && memberId.equals(someMemberId);
    }
}
