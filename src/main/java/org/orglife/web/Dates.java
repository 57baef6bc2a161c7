package org.orglife.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes dates as people say them; in templates as {@code @dates}. */
@Component("dates")
public class Dates {

    private static final String WEEKDAYS = "一二三四五六日";

    private final Clock clock;

    Dates(Clock clock) {
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** 8月15日; with the year in front if it is not this one. A dash stands for no date. */
    public String day(@Nullable LocalDate date) {
        if (date == null) {
            return "—";
        }
        return yearIfOther(date) + monthAndDay(date);
    }

    /** 2027年 for a date of another year than this; empty for this one. */
    public String yearIfOther(LocalDate date) {
        return date.getYear() == today().getYear() ? "" : date.getYear() + "年";
    }

    /** 8月15日. */
    public String monthAndDay(LocalDate date) {
        return "%d月%d日".formatted(date.getMonthValue(), date.getDayOfMonth());
    }

    /** 8月15日（周二）, with the year if it is not this one. */
    public String dayAndWeekday(LocalDate date) {
        return day(date) + "（周" + WEEKDAYS.charAt(date.getDayOfWeek().getValue() - 1) + "）";
    }

    /** 星期二. */
    public String weekday(LocalDate date) {
        return "星期" + WEEKDAYS.charAt(date.getDayOfWeek().getValue() - 1);
    }

    /** 2023年8月15日, as on paper. */
    public String full(LocalDate date) {
        return date.getYear() + "年" + monthAndDay(date);
    }

    /** 今天 09:26, 昨天 16:40, otherwise day and time. */
    public String moment(@Nullable Instant instant) {
        if (instant == null) {
            return "—";
        }
        LocalDateTime time = LocalDateTime.ofInstant(instant, clock.getZone());
        String hour = "%02d:%02d".formatted(time.getHour(), time.getMinute());
        long ago = ChronoUnit.DAYS.between(time.toLocalDate(), today());
        if (ago == 0) {
            return "今天 " + hour;
        }
        return (ago == 1 ? "昨天" : day(time.toLocalDate())) + " " + hour;
    }

    /** 2023年8月15日 09:26, as on paper. */
    public String fullMoment(Instant instant) {
        return full(LocalDate.ofInstant(instant, clock.getZone())) + " " + clock(instant);
    }

    /** 14:30; empty for no moment. */
    public String clock(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        LocalDateTime time = LocalDateTime.ofInstant(instant, clock.getZone());
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }

    /** Whole days from today on; negative for days gone by. */
    public long daysUntil(LocalDate date) {
        return ChronoUnit.DAYS.between(today(), date);
    }

    /** Whole days gone by since then. */
    public long daysSince(Instant instant) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(instant, clock.getZone()), today());
    }

    /** 上午好, 下午好, 晚上好. */
    public String greetingKey() {
        int hour = LocalDateTime.now(clock).getHour();
        if (hour < 12) {
            return "web.greeting.morning";
        }
        return hour < 18 ? "web.greeting.afternoon" : "web.greeting.evening";
    }
}
