package org.orglife.survey.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a survey is to ask about.
 *
 * @param whole the rectification as a whole, whatever is ticked
 * @param chosen items
 */
record ChoiceForm(@Nullable Boolean whole, @Nullable List<@Nullable Long> chosen) {

    boolean isWhole() {
        return Boolean.TRUE.equals(whole);
    }

    /** What was ticked, each once; public for the page. */
    public Set<Long> ticked() {
        return chosen == null
                ? Set.of()
                : chosen.stream()
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .collect(Collectors.toSet());
    }
}
