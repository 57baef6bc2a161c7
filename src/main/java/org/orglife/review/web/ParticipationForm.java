package org.orglife.review.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.review.ChangeParticipation;
import org.orglife.review.Grade;
import org.orglife.review.MemberReview;
import org.orglife.review.Participation;
import org.orglife.review.ReviewLine;
import org.orglife.web.Longest;
import org.springframework.format.annotation.DateTimeFormat;

/** What the secretary says of a member's part in the review. */
record ParticipationForm(
        @NotNull(message = "{review.participation.missing}") @Nullable
        Participation participation,

        @NotNull(message = "{review.reason.missing}") @Longest(value = 300, message = "{review.long}") @Nullable
        String reason,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate consentedOn,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate resolvedOn,

        @Nullable Grade elsewhereGrade,

        @Longest(value = 100, message = "{review.long}") @Nullable
        String elsewhereAt) {

    static ParticipationForm of(ReviewLine line) {
        MemberReview row = line.row();
        return row == null
                ? new ParticipationForm(line.participation(), null, null, null, null, null)
                : new ParticipationForm(
                        line.participation(),
                        row.getPart().participationReason(),
                        row.getPart().consentedOn(),
                        row.getPart().resolvedOn(),
                        row.getPart().elsewhereGrade(),
                        row.getPart().elsewhereAt());
    }

    /** Only to be called on a form that has passed its checks. */
    ChangeParticipation toCommand() {
        return new ChangeParticipation(
                Objects.requireNonNull(participation),
                Objects.requireNonNull(reason),
                consentedOn,
                resolvedOn,
                elsewhereGrade,
                elsewhereAt);
    }
}
