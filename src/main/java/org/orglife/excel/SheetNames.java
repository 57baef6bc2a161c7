package org.orglife.excel;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names for the sheets of one workbook: what Excel allows, and each but once. */
final class SheetNames {

    private static final int LONGEST = 31;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/?*\\[\\]:\\x00-\\x1F\\x7F]");
    private static final Pattern EDGES = Pattern.compile("^['\\s]+|['\\s]+$");

    private final Set<String> taken = new HashSet<>();

    String next(String wanted) {
        String clean = EDGES.matcher(FORBIDDEN.matcher(SafeText.clean(wanted)).replaceAll(" "))
                .replaceAll("");
        // Excel keeps the name "History" for itself.
        String base = clean.isEmpty() || clean.equalsIgnoreCase("History") ? "表" + clean : clean;
        String name = cut(base, LONGEST);
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String number = "(" + i + ")";
            name = cut(base, LONGEST - number.length()) + number;
        }
        return name;
    }

    private static String cut(String name, int length) {
        if (name.length() <= length) {
            return name;
        }
        boolean halved = Character.isHighSurrogate(name.charAt(length - 1));
        return EDGES.matcher(name.substring(0, halved ? length - 1 : length)).replaceAll("");
    }
}
