package org.orglife.routine;

import java.time.LocalDate;
import org.orglife.shared.Labelled;

/** How often something is generally held (domain 3.7): the periods into which a year is divided. */
public enum Every implements Labelled {
    /** 每月. */
    MONTH(1),
    /** 每季度. */
    QUARTER(3),
    /** 每半年. */
    HALF_YEAR(6),
    /** 每年. */
    YEAR(12);

    private final int months;

    Every(int months) {
        this.months = months;
    }

    /** Months a period lasts, 1 to 12. */
    public int months() {
        return months;
    }

    /** Periods in a year, 1 to 12. */
    public int periods() {
        return 12 / months;
    }

    /** The period a day lies in, from 1. */
    public int of(LocalDate day) {
        return (day.getMonthValue() - 1) / months + 1;
    }

    /** First day of a period, numbered from 1. */
    public LocalDate first(int year, int period) {
        return LocalDate.of(year, (period - 1) * months + 1, 1);
    }

    /** Its last day. */
    public LocalDate last(int year, int period) {
        return first(year, period).plusMonths(months).minusDays(1);
    }
}
