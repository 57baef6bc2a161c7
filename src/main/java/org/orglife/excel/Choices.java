package org.orglife.excel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.TypedText;

/** Compares what was typed with a list of labels. */
final class Choices {

    /** So many labels can be named in one sentence; of more only the near ones are. */
    private static final int FEW = 4;

    private Choices() {}

    /** The form in which words are compared: half-width, small letters, no spaces. */
    static @Nullable String key(String word) {
        String code = TypedText.cleanCode(word);
        return code == null ? null : code.toLowerCase(Locale.ROOT);
    }

    static <E> @Nullable E find(String word, Map<String, ? extends E> labels) {
        String wanted = key(word);
        for (Map.Entry<String, ? extends E> label : labels.entrySet()) {
            if (Objects.equals(key(label.getKey()), wanted)) {
                return label.getValue();
            }
        }
        return null;
    }

    /** The labels worth naming to somebody who typed this word. */
    static List<String> near(String word, List<String> labels) {
        if (labels.size() <= FEW) {
            return labels;
        }
        List<String> near = NearestWords.of(word.strip(), labels, FEW - 1);
        return near.isEmpty() ? labels.subList(0, FEW - 1) : near;
    }

    /** The label that was meant, if one is nearer than every other. */
    static @Nullable String onlyNear(String word, List<String> labels) {
        List<String> nearest = NearestWords.of(word.strip(), labels, 2);
        if (nearest.isEmpty()) {
            return null;
        }
        String first = nearest.get(0);
        boolean alone = nearest.size() == 1
                || NearestWords.distance(word.strip(), first) < NearestWords.distance(word.strip(), nearest.get(1));
        return alone ? first : null;
    }
}
