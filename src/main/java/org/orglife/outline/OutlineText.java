package org.orglife.outline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.TypedText;

/**
 * The words of a text, part by part.
 *
 * @param parts what is written; a part that is not there is empty
 */
public record OutlineText(Map<OutlineSection, String> parts) {

    /** The most characters all parts may have together. */
    public static final int LONGEST = 30_000;

    private static final String DIGITS = "零一二三四五六七八九";

    public OutlineText {
        Map<OutlineSection, String> written = new EnumMap<>(OutlineSection.class);
        parts.forEach((section, text) -> {
            if (!text.isBlank()) {
                written.put(section, text);
            }
        });
        parts = Collections.unmodifiableMap(written);
    }

    /** What is written in a part; empty if nothing is. */
    public String of(OutlineSection section) {
        return parts.getOrDefault(section, "");
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Characters of all parts. */
    public int length() {
        return parts.values().stream().mapToInt(TypedText::length).sum();
    }

    /**
     * A part as it stands on paper.
     *
     * @param number of its heading, 一 and so on; null where it has none
     */
    public record Printed(OutlineSection section, @Nullable String number, String text) {

        /** The paragraphs of the part; empty lines are none. */
        public List<String> lines() {
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /** The parts that are written, their headings numbered through. */
    public List<Printed> printed() {
        List<Printed> printed = new ArrayList<>();
        int number = 0;
        for (Map.Entry<OutlineSection, String> part : parts.entrySet()) {
            boolean numbered = part.getKey().isNumbered();
            printed.add(new Printed(part.getKey(), numbered ? numeral(++number) : null, part.getValue()));
        }
        return printed;
    }

    /** 一, 十二, 二十; from 1 to 99. */
    static String numeral(int number) {
        String tens = number < 10 ? "" : (number < 20 ? "十" : DIGITS.charAt(number / 10) + "十");
        return tens + (number % 10 == 0 ? "" : DIGITS.charAt(number % 10));
    }
}
