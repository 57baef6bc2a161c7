package org.orglife.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;

/**
 * Who is behind a request: made anew for each one, so that a revoked role is gone at once.
 *
 * @param roles every capacity he may act in today, the weightiest first
 * @param acting the one he acts in; null for somebody who holds none (left, term ended)
 * @param mustChangePassword signed in with a one-time password and may do nothing else yet
 */
public record SignedInUser(
        long accountId,
        String username,
        String displayName,
        @Nullable Long memberId,
        boolean largeType,
        boolean mustChangePassword,
        List<HeldRole> roles,
        @Nullable HeldRole acting)
        implements Actor {

    public SignedInUser {
        roles = List.copyOf(roles);
    }

    @Override
    public Role role() {
        return acting == null ? Role.MEMBER : acting.role();
    }

    @Override
    public @Nullable Long unitId() {
        return acting == null ? null : acting.unitId();
    }

    public BranchScope scope() {
        return acting == null ? BranchScope.none(Role.MEMBER, accountId) : acting.scope(accountId, memberId);
    }
}
