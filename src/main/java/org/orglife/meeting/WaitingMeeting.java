package org.orglife.meeting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something about a meeting that waits for whoever asked.
 *
 * @param number of what waits; 0 where there is nothing to count
 * @param dueOn when it is late; null where there is no date
 */
public record WaitingMeeting(
        MeetingNeed need,
        long taskId,
        String branch,
        String campaign,
        int number,
        @Nullable LocalDate dueOn) {}
