package org.orglife.excel;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.TypedText;

/** A time of day as people type it: 14:30, 14:30:00, 14时30分, 下午2点半. */
final class TimeText {

    private static final Pattern TIME =
            Pattern.compile("(上午|下午|晚上)?(\\d{1,2})(?:[:时点](?:(\\d{1,2})(?:分|:\\d{2})?|(半))?)");

    private static final int NOON = 12;

    private TimeText() {}

    /** Null if it is none. 24:00 is midnight. */
    static @Nullable LocalTime parse(String typed) {
        String text = TypedText.cleanCode(typed);
        Matcher time = TIME.matcher(text == null ? "" : text);
        if (!time.matches() || (text != null && text.endsWith(":"))) {
            return null;
        }
        int hour = Integer.parseInt(time.group(2));
        int minute = time.group(4) != null ? 30 : time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        boolean afternoon = time.group(1) != null && !time.group(1).equals("上午");
        if (afternoon && hour < NOON) {
            hour += NOON;
        }
        if (hour == 24 && minute == 0) {
            return LocalTime.MIDNIGHT;
        }
        return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute);
    }

    /** Excel keeps a time as a fraction of a day, which may lie a moment beside the minute. */
    static LocalTime rounded(LocalTime time) {
        return time.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES);
    }
}
