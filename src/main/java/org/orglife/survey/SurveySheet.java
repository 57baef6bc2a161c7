package org.orglife.survey;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orglife.sealing.Sealer;

/**
 * What somebody has answered, on its way to being counted.
 *
 * @param digits one of each line, in their order
 * @param remark up to 500 characters; null if he added none
 */
record SurveySheet(List<Integer> digits, @Nullable String remark) {

    /** To which every sheet is filled up: no length tells an answer. Holds twenty digits and 500 of the longest characters. */
    private static final int LENGTH = 2048;

    private static final String FIELD = "survey.";

    SurveySheet {
        digits = List.copyOf(digits);
    }

    byte[] seal(Sealer sealer, UUID survey) {
        StringBuilder whole = new StringBuilder();
        digits.forEach(whole::append);
        whole.append('\n').append(remark == null ? "" : remark).append('\n');
        int length = whole.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > LENGTH) {
            throw new IllegalArgumentException("Too long to be sealed");
        }
        return sealer.seal(whole + "\0".repeat(LENGTH - length), FIELD + survey);
    }

    static SurveySheet open(Sealer sealer, UUID survey, byte[] sealed) {
        String whole = sealer.open(sealed, FIELD + survey);
        int head = whole.indexOf('\n');
        String remark = whole.substring(head + 1, whole.lastIndexOf('\n'));
        return new SurveySheet(
                whole.substring(0, head).chars().mapToObj(digit -> digit - '0').toList(),
                remark.isEmpty() ? null : remark);
    }

    /** The field as which the key of a survey is sealed. */
    static String keyField(UUID survey) {
        return "satisfaction_survey.key." + survey;
    }

    /** Says nothing, so that no log ever does. */
    @Override
    public String toString() {
        return "sheet";
    }
}
