package org.orglife.excel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.TypedText;

/**
 * A date as people type it, or the code of what is wrong with it.
 *
 * @param date null if something is wrong
 * @param problem null if nothing is
 */
record DateText(@Nullable LocalDate date, @Nullable String problem) {

    private static final Pattern MIDNIGHT = Pattern.compile("[\\sT]+0?0:00(:00(\\.0+)?)?\\s*$");
    private static final Pattern DAY = Pattern.compile("(\\d{4})([-/.年])(\\d{1,2})([-/.月])(\\d{1,2})(日?)");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})([-/.年])(\\d{1,2})(月?)(份?)");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    static DateText parse(String typed, DateKind kind) {
        String text = TypedText.cleanCode(MIDNIGHT.matcher(typed).replaceFirst(""));
        if (text == null) {
            return wrong("excel.date.unknown");
        }
        Matcher day = DAY.matcher(text);
        if (day.matches() && isOneWay(day)) {
            return day(number(day, 1), number(day, 3), number(day, 5));
        }
        Matcher digits = DIGITS.matcher(text);
        if (digits.matches()) {
            return day(number(digits, 1), number(digits, 2), number(digits, 3));
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches() && month.group(2).equals("年") == month.group(4).equals("月")) {
            return month(number(month, 1), number(month, 3), kind);
        }
        return wrong("excel.date.unknown");
    }

    /** A date from a cell whose format shows the month only, or the day as well. */
    static DateText of(LocalDate shown, boolean monthOnly, DateKind kind) {
        if (monthOnly && shown.getDayOfMonth() == 1) {
            return month(shown.getYear(), shown.getMonthValue(), kind);
        }
        return day(shown.getYear(), shown.getMonthValue(), shown.getDayOfMonth());
    }

    /** Not 2023年8-31: either the signs are Chinese, all three of them, or they are the same. */
    private static boolean isOneWay(Matcher day) {
        boolean chinese = day.group(2).equals("年");
        return chinese
                ? day.group(4).equals("月")
                : day.group(4).equals(day.group(2)) && day.group(6).isEmpty();
    }

    private static DateText day(int year, int month, int day) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            return isPlausible(year) ? new DateText(date, null) : wrong("excel.date.year");
        } catch (DateTimeException e) {
            return wrong("excel.date.none");
        }
    }

    private static DateText month(int year, int month, DateKind kind) {
        if (month < 1 || month > 12) {
            return wrong("excel.date.none");
        }
        if (!isPlausible(year)) {
            return wrong("excel.date.year");
        }
        return kind == DateKind.LAST_DAY
                ? new DateText(YearMonth.of(year, month).atEndOfMonth(), null)
                : wrong("excel.date.no-day");
    }

    private static boolean isPlausible(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static DateText wrong(String problem) {
        return new DateText(null, problem);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
