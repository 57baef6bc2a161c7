package org.orglife.statistics;

import java.time.LocalDate;

/**
 * A meeting that has been held, with what is counted of it. Of members, expected = present + excused + absent.
 *
 * @param number 1 for the first meeting of a task
 * @param reps 服务对象、党外代表 who were there
 */
public record MeetingLine(
        long id,
        int number,
        LocalDate heldOn,
        String place,
        String chair,
        long expected,
        long present,
        long excused,
        long absent,
        long guests,
        long reps,
        long criticisms) {}
