package org.orglife.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of campaigns.
 *
 * @param tasks branches of the scope that take part
 * @param hasLedger whether any of them has items of rectification
 */
public record CampaignRow(
        long id,
        String title,
        int year,
        CampaignKind kind,
        CampaignState state,
        boolean backfilled,
        String issuer,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate meetingFrom,
        @Nullable LocalDate meetingUntil,
        long tasks,
        boolean hasLedger) {}
