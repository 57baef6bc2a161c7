package org.orglife.shared;

import java.io.Serial;
import java.util.List;
import java.util.Map;

/**
 * Somebody else has saved the record since this form was opened. Carries the present texts, so that the page can show
 * both side by side; answered with 409 and everything that was typed.
 */
public class StaleEditException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long currentVersion;
    private final transient List<CurrentText> current;

    /**
     * A text as it stands now, under the name of the form field it belongs to.
     *
     * @param words what the values of a field that is chosen from a list are called; empty for typed fields
     */
    public record CurrentText(String field, String labelKey, String text, Map<String, String> words) {

        public CurrentText {
            words = Map.copyOf(words);
        }

        /** Of a field that is typed. */
        public CurrentText(String field, String labelKey, String text) {
            this(field, labelKey, text, Map.of());
        }
    }

    public StaleEditException(long currentVersion, List<CurrentText> current) {
        super("The record has been saved by somebody else, its version is now " + currentVersion);
        this.currentVersion = currentVersion;
        this.current = List.copyOf(current);
    }

    public long currentVersion() {
        return currentVersion;
    }

    public List<CurrentText> current() {
        return current;
    }
}
