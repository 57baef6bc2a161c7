package org.orglife.study.web;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orglife.study.StudyDetails;
import org.orglife.study.StudyMode;
import org.orglife.study.StudySession;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.Errors;

/** A session as it is written down: everybody was there but those who are named. */
record StudyForm(
        @NotNull(message = "{study.mode.missing}") @Nullable StudyMode mode,

        @NotNull(message = "{study.heldOn.missing}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate heldOn,

        @NotNull(message = "{study.topics.missing}") @Size(max = 500, message = "{study.topics.long}") @Nullable
        String topics,

        @Size(max = 60, message = "{study.place.long}") @Nullable
        String place,

        @DecimalMin(value = "0.1", message = "{study.hours.odd}")
        @DecimalMax(value = "24", message = "{study.hours.odd}")
        @Digits(integer = 2, fraction = 1, message = "{study.hours.odd}")
        @Nullable
        BigDecimal hours,

        @Nullable List<Long> absent,
        @Nullable Long version) {

    static StudyForm blank(LocalDate today, List<String> topics) {
        return new StudyForm(
                StudyMode.COLLECTIVE,
                today,
                topics.isEmpty() ? null : String.join("；", topics),
                null,
                null,
                null,
                null);
    }

    static StudyForm of(StudySession session) {
        return new StudyForm(
                session.getMode(),
                session.getHeldOn(),
                session.getTopics(),
                session.getPlace(),
                session.getTenthsOfHours() == null ? null : BigDecimal.valueOf(session.getTenthsOfHours(), 1),
                session.getAttendance().stream()
                        .filter(one -> !one.isPresent())
                        .map(one -> one.getMember().getId())
                        .toList(),
                session.getVersion());
    }

    /** Notes a day that is still to come. */
    void check(Errors errors, LocalDate today) {
        if (heldOn != null && heldOn.isAfter(today)) {
            errors.rejectValue("heldOn", "study.in-future");
        }
    }

    /** Members who were not there. */
    Set<Long> absentees() {
        return absent == null ? Set.of() : new TreeSet<>(absent);
    }

    /** Only to be called on a form that has passed validation. */
    StudyDetails toDetails() {
        return new StudyDetails(
                Objects.requireNonNull(mode),
                Objects.requireNonNull(heldOn),
                Objects.requireNonNull(topics),
                place,
                hours == null ? null : hours.movePointRight(1).intValueExact());
    }
}
