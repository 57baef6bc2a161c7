package org.orglife.meeting.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.ExclusionDetails;
import org.orglife.meeting.ExclusionReason;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.Errors;

/** Leaving a member out of the expected list: who, why, and the two approvals (BR-05). */
record ExclusionForm(
        @NotNull(message = "{meeting.exclusion.member.missing}") @Nullable
        Long memberId,

        @NotNull(message = "{meeting.exclusion.reason.missing}") @Nullable
        ExclusionReason reason,

        @NotNull(message = "{meeting.exclusion.consentNumber.missing}")
        @Size(max = 60, message = "{meeting.exclusion.consentNumber.long}")
        @Nullable
        String consentNumber,

        @NotNull(message = "{meeting.exclusion.consentOn.missing}")
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        @Nullable
        LocalDate consentOn,

        @NotNull(message = "{meeting.exclusion.decidedOn.missing}")
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        @Nullable
        LocalDate decidedOn) {

    static ExclusionForm blank() {
        return new ExclusionForm(null, null, null, null, null);
    }

    /** Notes days that are still to come. */
    void check(Errors errors, LocalDate today) {
        if (consentOn != null && consentOn.isAfter(today)) {
            errors.rejectValue("consentOn", "meeting.exclusion.future");
        }
        if (decidedOn != null && decidedOn.isAfter(today)) {
            errors.rejectValue("decidedOn", "meeting.exclusion.future");
        }
    }

    /** Only to be called on a form that has passed its checks. */
    ExclusionDetails toDetails() {
        return new ExclusionDetails(
                Objects.requireNonNull(memberId),
                Objects.requireNonNull(reason),
                Objects.requireNonNull(consentNumber),
                Objects.requireNonNull(consentOn),
                Objects.requireNonNull(decidedOn));
    }
}
