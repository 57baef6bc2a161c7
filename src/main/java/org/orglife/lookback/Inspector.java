package org.orglife.lookback;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * 检查人 of a round.
 *
 * @param branchId of the round
 * @param memberId null for somebody who is no member of the branch
 */
@Embeddable
public record Inspector(Long branchId, @Nullable Long memberId, String name) {}
