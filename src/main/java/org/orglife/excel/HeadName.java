package org.orglife.excel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.orglife.shared.TypedText;

/**
 * The heading of a column in the form in which headings are compared.
 *
 * @param full without spaces, marks and differences of width
 * @param plain the same without hints in brackets, such as "（必填）"
 */
record HeadName(String full, String plain) {

    private static final Pattern MARKS = Pattern.compile("^[*]+|[*:]+$");
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*]|【[^】]*】");

    static HeadName of(String typed) {
        String code = TypedText.cleanCode(typed);
        if (code == null) {
            return new HeadName("", "");
        }
        // TypedText folds the width too, but only of what it keeps; brackets and colons are folded here.
        String folded = Normalizer.normalize(code, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String full = trim(folded);
        String plain = trim(BRACKETS.matcher(full).replaceAll(""));
        return new HeadName(full, plain.isEmpty() ? full : plain);
    }

    private static String trim(String name) {
        return MARKS.matcher(name).replaceAll("");
    }
}
