package org.orglife.review.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.review.DispositionCase;
import org.orglife.review.DispositionCases;
import org.orglife.review.DispositionDays;
import org.orglife.review.DispositionOutcome;
import org.springframework.format.annotation.DateTimeFormat;

/** How far a case is: days, outcome, and who may read it. */
record DispositionForm(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate findingOn,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate inquiryOn,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate talkOn,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate previewOn,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate voteOn,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate approvalOn,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate noticeOn,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate reassessedOn,

        @Nullable DispositionOutcome outcome,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate periodUntil,

        @Nullable List<@Nullable Long> readers,
        @Nullable Long version) {

    static DispositionForm of(DispositionCases.View view) {
        DispositionCase found = view.disposition();
        if (found == null) {
            return new DispositionForm(null, null, null, null, null, null, null, null, null, null, List.of(), null);
        }
        DispositionDays days = found.getDays();
        return new DispositionForm(
                days.findingOn(),
                days.inquiryOn(),
                days.talkOn(),
                days.previewOn(),
                days.voteOn(),
                days.approvalOn(),
                days.noticeOn(),
                days.reassessedOn(),
                found.getOutcome(),
                found.getPeriodUntil(),
                List.copyOf(view.readers()),
                found.getVersion());
    }

    DispositionDays days() {
        return new DispositionDays(findingOn, inquiryOn, talkOn, previewOn, voteOn, approvalOn, noticeOn, reassessedOn);
    }

    /** Those who may read it, each once; public for the page. */
    public Set<Long> named() {
        return readers == null
                ? Set.of()
                : readers.stream()
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .collect(Collectors.toSet());
    }
}
