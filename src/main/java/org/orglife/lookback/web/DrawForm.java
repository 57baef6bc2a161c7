package org.orglife.lookback.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.lookback.DrawRound;
import org.orglife.lookback.Extent;
import org.orglife.shared.TypedText;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.Errors;

/** What a new round is to be. */
record DrawForm(
        @NotNull(message = "{lookback.extent.missing}") @Nullable
        Extent extent,

        @Nullable Integer percent,

        @NotNull(message = "{lookback.plannedOn.missing}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate plannedOn,

        @Nullable List<@Nullable Long> members,
        @Nullable String others) {

    private static final int USUAL_PERCENT = 30;
    private static final int LONGEST_NAME = 40;
    private static final int MOST_OTHERS = 10;

    static DrawForm blank(LocalDate today, @Nullable String inspector) {
        return new DrawForm(Extent.ALL, USUAL_PERCENT, today, List.of(), inspector);
    }

    void check(Errors errors) {
        if (names().size() > MOST_OTHERS || names().stream().anyMatch(name -> TypedText.length(name) > LONGEST_NAME)) {
            errors.rejectValue("others", "lookback.others.long");
        }
    }

    /** Who was ticked, each once; public for the page. */
    public Set<Long> ticked() {
        return members == null
                ? Set.of()
                : members.stream()
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .collect(Collectors.toSet());
    }

    private List<String> names() {
        return others == null
                ? List.of()
                : Arrays.stream(others.split("[、，,;；\\s]+"))
                        .filter(name -> !name.isBlank())
                        .distinct()
                        .toList();
    }

    /** Only to be called on a form that has passed validation. */
    DrawRound toCommand() {
        Extent which = Objects.requireNonNull(extent);
        return new DrawRound(
                which, which == Extent.SAMPLE ? percent : null, Objects.requireNonNull(plannedOn), ticked(), names());
    }
}
