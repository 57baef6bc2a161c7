package org.orglife.campaign;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What a branch settles for its meeting.
 *
 * @param chairId member who chairs
 * @param recorderId member who keeps the record; null while nobody is named
 * @param lateReason why it is after the superior's last day; null where it is not
 */
public record PlanDetails(
        LocalDate meetingOn,
        LocalTime startsAt,
        String place,
        long chairId,
        @Nullable Long recorderId,
        @Nullable String lateReason) {}
