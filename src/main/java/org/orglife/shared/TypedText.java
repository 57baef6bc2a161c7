package org.orglife.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text as people type and paste it, brought into one form before anything is checked, counted or stored: composed
 * characters, LF line ends, no invisible characters, no space around it.
 */
public final class TypedText {

    /** Zero-width and byte-order characters, soft hyphens: invisible, and fatal to every comparison. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200D\\u2060\\uFEFF\\u00AD]");

    /** Control characters but tab and line feed, direction overrides that make a text read differently from what it is. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Pattern EDGE_SPACE = Pattern.compile("^[\\s\\u00A0\\u3000]+|[\\s\\u00A0\\u3000]+$");
    private static final Pattern ANY_SPACE = Pattern.compile("[\\s\\u00A0\\u3000]+");
    private static final Pattern NAME_DOT = Pattern.compile("[•・．‧∙⋅]");

    private TypedText() {}

    /** Brings a text into the one form; null if nothing visible is left of it. */
    public static @Nullable String clean(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        if (isPlain(typed)) {
            return typed;
        }
        String text = LINE_END.matcher(typed).replaceAll("\n");
        text = INVISIBLE.matcher(text).replaceAll("");
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        text = EDGE_SPACE.matcher(text).replaceAll("");
        return text.isEmpty() ? null : text;
    }

    /** Only visible ASCII and common Chinese characters: clean as it is, as nearly every cell of a large workbook. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c > ' ' && c < '\u007F') && !(c >= '\u4E00' && c <= '\u9FFF')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether the text holds a character that must not be stored: NUL, controls, direction overrides, half a pair. */
    public static boolean isForbidden(String text) {
        if (FORBIDDEN.matcher(text).find()) {
            return true;
        }
        return text.codePoints()
                .anyMatch(character -> character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }

    /** A person's or unit's name: {@link #clean}, without any inner space, the dot of minority names as U+00B7. */
    public static @Nullable String cleanName(@Nullable String typed) {
        String name = clean(typed);
        if (name == null || isPlain(name)) {
            return name;
        }
        return NAME_DOT.matcher(ANY_SPACE.matcher(name).replaceAll("")).replaceAll("·");
    }

    /** Full-width digits and letters as their half-width twins, for numbers, codes and phones. */
    public static @Nullable String cleanCode(@Nullable String typed) {
        String code = clean(typed);
        return code == null || isPlain(code)
                ? code
                : ANY_SPACE
                        .matcher(Normalizer.normalize(code, Normalizer.Form.NFKC))
                        .replaceAll("");
    }

    /** Length as a reader counts it: in characters, one for each code point. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
