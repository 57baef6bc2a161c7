package org.orglife.points;

import java.time.LocalDate;
import org.orglife.shared.Labelled;

/** Over which time an item of a scheme is limited. */
public enum PointsPeriod implements Labelled {
    /** 每月. */
    MONTH,
    /** 每季度. */
    QUARTER,
    /** 每年. */
    YEAR;

    /** First day of the period that a day belongs to. */
    LocalDate from(LocalDate day) {
        return switch (this) {
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** Last day of it. */
    LocalDate until(LocalDate day) {
        LocalDate from = from(day);
        return (switch (this) {
                    case MONTH -> from.plusMonths(1);
                    case QUARTER -> from.plusMonths(3);
                    case YEAR -> from.plusYears(1);
                })
                .minusDays(1);
    }
}
