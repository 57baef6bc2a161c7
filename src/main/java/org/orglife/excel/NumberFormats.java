package org.orglife.excel;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Tells dates from numbers by the format of the cell, which is the only thing that tells them apart. */
final class NumberFormats {

    /** Formats without a text of their own that a Chinese Excel shows as dates or months. */
    private static final Set<Integer> CHINESE_DATES =
            Set.of(27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);

    private static final Set<Integer> MONTHS = Set.of(17, 27, 36, 50, 52, 57);
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

    private NumberFormats() {}

    static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id == null) {
            return false;
        }
        boolean named = format != null && !format.isEmpty();
        return (!named && CHINESE_DATES.contains(id)) || DateUtil.isADateFormat(id, format);
    }

    static boolean isMonth(@Nullable Integer id, @Nullable String format) {
        if (id == null) {
            return false;
        }
        if (format == null || format.isEmpty()) {
            return MONTHS.contains(id);
        }
        String letters = LITERAL.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return letters.contains("y") && letters.contains("m") && !letters.contains("d");
    }
}
