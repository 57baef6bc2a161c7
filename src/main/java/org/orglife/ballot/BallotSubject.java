package org.orglife.ballot;

import org.jspecify.annotations.Nullable;

/**
 * A line of a ballot.
 *
 * @param position 1 for the first
 * @param memberId null for the committee
 * @param name as it was when the box was made
 * @param seat code of the committee seat; null for none
 */
public record BallotSubject(
        int position,
        SubjectKind kind,
        @Nullable Long memberId,
        String name,
        @Nullable String seat) {}
