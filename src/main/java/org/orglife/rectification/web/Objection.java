package org.orglife.rectification.web;

import org.jspecify.annotations.Nullable;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.TypedText;

/**
 * What is wrong with a text or an answer.
 *
 * @param code of the sentence
 * @param argument what it names, such as how many characters are too many; null for nothing
 */
record Objection(String code, @Nullable Object argument) {

    static Objection of(String code) {
        return new Objection(code, null);
    }

    static Objection of(RuleViolationException refused) {
        Object[] arguments = refused.arguments();
        return new Objection(refused.code(), arguments.length == 0 ? null : arguments[0]);
    }

    /** A text that has to be there, and not too long. */
    static @Nullable Objection required(@Nullable String words, int longest, String missing, String tooLong) {
        return words == null ? of(missing) : tooLong(words, longest, tooLong);
    }

    static @Nullable Objection tooLong(String words, int longest, String code) {
        int excess = TypedText.length(words) - longest;
        return excess > 0 ? new Objection(code, excess) : null;
    }
}
