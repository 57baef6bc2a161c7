package org.orglife.sitting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchRow;
import org.orglife.excel.DateKind;
import org.orglife.excel.ExcelRecord;
import org.orglife.organisation.OrgUnit;

/**
 * A row of the sheet 会议 as it is written.
 *
 * @param expected how many, as somebody has typed it; compared with those counted and never taken
 * @param present the same
 */
record MeetingRow(
        ExcelRecord record,
        OrgUnit branch,
        LocalDate day,
        LocalTime start,
        LocalTime end,
        String place,
        String chair,
        @Nullable String recorder,
        @Nullable Integer expected,
        @Nullable Integer present)
        implements BranchRow {

    /** A time of day as the sheet has it. */
    static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** A meeting that begins before midnight and ends after it lasts no longer than this. */
    private static final Duration LONGEST_NIGHT = Duration.ofHours(6);

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_PLACE = 60;
    private static final int MOST_PEOPLE = 10_000;

    /**
     * Reads a row of a meeting that is over.
     *
     * @return null if something is missing in it; whatever is wrong, the record then knows
     */
    static @Nullable MeetingRow read(ExcelRecord record, @Nullable OrgUnit branch, LocalDate today, Clock clock) {
        LocalDate day = record.date(MeetingColumns.DAY, DateKind.DAY);
        if (day != null && day.isAfter(today)) {
            record.problem(MeetingColumns.DAY, "sitting.import.future");
        }
        LocalTime start = record.time(MeetingColumns.START);
        LocalTime end = record.time(MeetingColumns.END);
        String place = record.text(MeetingColumns.PLACE, LONGEST_PLACE);
        String chair = record.name(MeetingColumns.CHAIR, LONGEST_NAME);
        String recorder = record.name(MeetingColumns.RECORDER, LONGEST_NAME);
        Integer expected = record.integer(MeetingColumns.EXPECTED, 0, MOST_PEOPLE);
        Integer present = record.integer(MeetingColumns.PRESENT, 0, MOST_PEOPLE);
        if (branch == null || day == null || start == null || end == null || place == null || chair == null) {
            return null;
        }
        MeetingRow row = new MeetingRow(record, branch, day, start, end, place, chair, recorder, expected, present);
        if (row.endsNextDay() && row.length().compareTo(LONGEST_NIGHT) > 0) {
            record.problem(MeetingColumns.END, "sitting.import.backwards");
        } else if (!day.isAfter(today) && row.endedAt(clock.getZone()).isAfter(clock.instant())) {
            record.problem(MeetingColumns.END, "sitting.import.not-over");
        }
        return row;
    }

    /** All of it but the numbers, to know it again. */
    String source() {
        return String.join(
                "\n",
                day.toString(),
                CLOCK.format(start),
                CLOCK.format(end),
                place,
                chair,
                recorder == null ? "" : recorder);
    }

    Instant startedAt(ZoneId zone) {
        return day.atTime(start).atZone(zone).toInstant();
    }

    Instant endedAt(ZoneId zone) {
        return startedAt(zone).plus(length());
    }

    private Duration length() {
        Duration between = Duration.between(start, end);
        return endsNextDay() ? between.plusDays(1) : between;
    }

    /** Whether it went on past midnight. */
    private boolean endsNextDay() {
        return !end.isAfter(start);
    }
}
