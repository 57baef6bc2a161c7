package org.orglife.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * Where the sample stands in time. It was written as of Friday, 20 October 2023; loading moves it by whole weeks to the
 * last Friday, so that what is overdue in it is overdue now.
 */
record SampleCalendar(LocalDate today) {

    private static final LocalDate WRITTEN = LocalDate.of(2023, 10, 20);

    LocalDate standsAt() {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
    }

    /** Days by which the dates of the sample move, a multiple of seven. */
    long days() {
        return ChronoUnit.DAYS.between(WRITTEN, standsAt());
    }

    /** The year of the thematic meetings, which were those of 2023. */
    int year() {
        return standsAt().getYear();
    }
}
