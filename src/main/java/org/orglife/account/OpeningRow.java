package org.orglife.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of openings.
 *
 * @param accounts asked for
 * @param waitingForSlip accounts approved whose owners have not signed in yet
 */
public record OpeningRow(
        long id,
        String unit,
        AccountOpening.State state,
        int accounts,
        int waitingForSlip,
        @Nullable String only,
        String requestedBy,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {}
