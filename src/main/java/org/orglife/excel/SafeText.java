package org.orglife.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text on its way into a cell or out of one: nothing that XML cannot hold, nothing that becomes a formula, no silent cut. */
final class SafeText {

    /** Characters that Excel allows in one cell. */
    static final int LONGEST = 32_767;

    private static final String CONTINUES = "（未完，接下一行）";
    private static final String CONTINUED = "（接上一行）";
    private static final int PIECE = LONGEST - CONTINUES.length() - CONTINUED.length();
    private static final String FORMULA_STARTS = "=+-@\t\n\r＝＋－＠";

    /** The way in which a workbook writes characters that XML cannot hold; a text may look like that by chance. */
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private static final String ESCAPED_UNDERSCORE = "_x005F";

    private SafeText() {}

    /** The text as it may be written: without what XML cannot hold, line ends as LF, looks of an escape escaped. */
    static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= ' ' && c < 0xFFFE && c != '_' && !Character.isSurrogate(c)) || c == '\n' || c == '\t';
            if (!plain) {
                return cleanSlowly(text);
            }
        }
        return text;
    }

    private static String cleanSlowly(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(SafeText::fitsXml)
                .forEach(clean::appendCodePoint);
        return ESCAPE.matcher(clean).replaceAll(ESCAPED_UNDERSCORE + "$0");
    }

    private static boolean fitsXml(int character) {
        boolean halfPair = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        boolean nothing = character == 0xFFFE || character == 0xFFFF;
        return character == '\n' || character == '\t' || (character >= ' ' && !halfPair && !nothing);
    }

    /** Whether Excel would take the text for a formula once somebody edits the cell or saves it as CSV. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /** The text in pieces that each fit one cell, every cut visible to the reader. */
    static List<String> pieces(String clean) {
        if (clean.length() <= LONGEST) {
            return List.of(clean);
        }
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < clean.length()) {
            int to = clean.length() - from <= PIECE ? clean.length() : cutBefore(clean, from + PIECE);
            pieces.add(
                    (from == 0 ? "" : CONTINUED) + clean.substring(from, to) + (to == clean.length() ? "" : CONTINUES));
            from = to;
        }
        return pieces;
    }

    /** The place nearest before that neither halves a pair of surrogates nor an escape. */
    private static int cutBefore(String text, int place) {
        int escape = text.lastIndexOf(ESCAPED_UNDERSCORE, place);
        if (escape >= 0 && escape + ESCAPED_UNDERSCORE.length() + 1 > place) {
            return escape;
        }
        return Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
    }

    /** The reverse of the escaping in {@link #clean}, for text that was read. */
    static String decode(String text) {
        return text.contains("_x") ? ESCAPE.matcher(text).replaceAll(SafeText::character) : text;
    }

    private static String character(MatchResult escape) {
        char character = (char) Integer.parseInt(escape.group(1), 16);
        return Matcher.quoteReplacement(String.valueOf(character));
    }
}
