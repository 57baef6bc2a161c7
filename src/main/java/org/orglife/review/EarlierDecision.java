package org.orglife.review;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.ReviewBody;

/**
 * A decision on a member that was taken back, as it was.
 *
 * @param replacedBy who noted that it no longer holds; null with the reason
 * @param reason why; null where it was written anew before the member was told
 * @param fedBackOn when he was told of it; null if he never was
 * @param acknowledgedAt when he said that he knew it; null if he did not
 * @param statement what he added; null for nothing
 */
public record EarlierDecision(
        Instant replacedAt,
        @Nullable String replacedBy,
        @Nullable String reason,
        Grade grade,
        String opinion,
        ReviewBody body,
        LocalDate decidedOn,
        @Nullable LocalDate fedBackOn,
        @Nullable Instant acknowledgedAt,
        @Nullable String statement) {

    /** Whether its member was told of it, so that he may read it. */
    public boolean isTold() {
        return fedBackOn != null;
    }
}
