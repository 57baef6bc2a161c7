package org.orglife.survey.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.TypedText;
import org.orglife.survey.SurveyBox.Questions;

/**
 * What a phone has sent, digit by digit; kept only until the page is drawn again.
 *
 * @param digits one of each line, in their order; -1 for a line that was left open, or for anything else than a digit
 * @param typed the words as they were sent
 * @param remark the same, cleaned; null if there are none, or none are asked for
 * @param complete whether every line has an answer of its scale
 */
record SentSheet(
        List<Integer> digits, String typed, @Nullable String remark, boolean complete) {

    static final SentSheet EMPTY = new SentSheet(List.of(), "", null, false);

    /** In front of the position of a line in the names of the fields. */
    private static final String FIELD = "g";

    private static final int LONGEST = 500;
    private static final int OPEN = -1;

    static SentSheet read(HttpServletRequest request, Questions questions) {
        List<Integer> digits = new ArrayList<>();
        for (int position = 1; position <= questions.lines().size(); position++) {
            String[] sent = request.getParameterValues(FIELD + position);
            digits.add(sent != null && sent.length == 1 && sent[0].matches("[0-4]") ? sent[0].charAt(0) - '0' : OPEN);
        }
        String typed = questions.remarks() ? Objects.requireNonNullElse(request.getParameter("remark"), "") : "";
        return new SentSheet(List.copyOf(digits), typed, TypedText.clean(typed), questions.isAnsweredBy(digits));
    }

    /** What is wrong with it; null if nothing is. */
    @Nullable
    String objection() {
        if (!complete) {
            return "survey.s.incomplete";
        }
        if (remark == null) {
            return null;
        }
        if (TypedText.isForbidden(remark)) {
            return "survey.s.forbidden";
        }
        return TypedText.length(remark) > LONGEST ? "survey.s.long" : null;
    }

    /** For which a phone has done its little work. */
    String proven() {
        return digits.stream().map(String::valueOf).collect(Collectors.joining()) + "\n" + typed;
    }

    /** Whether a digit was chosen for a line; public for the page. */
    public boolean has(int position, int digit) {
        return position <= digits.size() && digits.get(position - 1) == digit;
    }

    /** Without the characters that cannot be kept; public for the page. */
    public String shown() {
        return typed.codePoints()
                .filter(character -> !TypedText.isForbidden(Character.toString(character)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Says nothing, so that no log ever does. */
    @Override
    public String toString() {
        return "sheet";
    }
}
