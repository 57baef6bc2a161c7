package org.orglife.account;

import org.jspecify.annotations.Nullable;

/**
 * A member of the Party who has no account yet.
 *
 * @param seated whether he holds a seat in the branch today
 */
public record Candidate(
        long memberId,
        String name,
        long branchId,
        String branch,
        boolean seated,
        @Nullable String code) {}
