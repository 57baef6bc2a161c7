package org.orglife.review.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** Who met to decide, and when. */
record ReviewMeetingForm(
        @NotNull(message = "{review.meeting.day.missing}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate heldOn,

        @Nullable List<@Nullable Long> present) {

    static ReviewMeetingForm blank(LocalDate today) {
        return new ReviewMeetingForm(today, List.of());
    }

    /** Those who were there, each once; public for the page. */
    public Set<Long> there() {
        return present == null
                ? Set.of()
                : present.stream()
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .collect(Collectors.toSet());
    }
}
