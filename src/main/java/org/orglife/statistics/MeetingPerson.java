package org.orglife.statistics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.AttendanceCapacity;

/**
 * Somebody behind a figure of meetings.
 *
 * @param unit where a guest comes from; null where it is not known, and for members
 */
public record MeetingPerson(
        String name, AttendanceCapacity capacity, @Nullable String unit, LocalDate heldOn) {}
