package org.orglife.routine.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orglife.routine.Roll;
import org.orglife.routine.RoutineAttendance;
import org.orglife.routine.RoutineDetails;
import org.orglife.routine.RoutineKind;
import org.orglife.routine.RoutineMeeting;
import org.orglife.sitting.AbsenceReason;
import org.orglife.web.ListParams;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.Errors;

/**
 * A meeting as it is planned or written down: everybody who is expected stands in it with a tick.
 *
 * @param listed those whom the form asks about
 * @param present of these, whoever was there
 * @param reasons why somebody was not, each as {@code 12:SICK}
 * @param why what is put right, and why
 */
record RoutineForm(
        @Nullable List<RoutineKind> kinds,
        @Nullable Long groupId,

        @NotNull(message = "{routine.heldOn.missing}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate heldOn,

        @DateTimeFormat(pattern = "HH:mm") @Nullable LocalTime startsAt,
        @DateTimeFormat(pattern = "HH:mm") @Nullable LocalTime endsAt,

        @Size(max = 60, message = "{routine.place.long}") @Nullable
        String place,

        @Nullable Long chairId,
        @Nullable Long recorderId,

        @Size(max = 40, message = "{routine.lecturer.long}") @Nullable
        String lecturer,

        @NotNull(message = "{routine.topics.missing}") @Size(max = 500, message = "{routine.topics.long}") @Nullable
        String topics,

        @Size(max = 10_000, message = "{routine.record.long}") @Nullable
        String record,

        @Nullable List<Long> listed,
        @Nullable List<Long> present,
        @Nullable List<String> reasons,

        @Size(max = 200, message = "{routine.why.long}") @Nullable
        String why,

        @Nullable Long version) {

    private static final Pattern REASON = Pattern.compile("([0-9]{1,18}):([A-Z_]+)");

    static RoutineForm blank(
            List<RoutineKind> kinds,
            @Nullable Long groupId,
            LocalDate today,
            @Nullable Long chairId,
            @Nullable Long recorderId) {
        return new RoutineForm(
                kinds,
                groupId,
                today,
                null,
                null,
                null,
                chairId,
                recorderId,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static RoutineForm of(RoutineMeeting meeting) {
        RoutineDetails details = meeting.getPlan().details();
        List<RoutineAttendance> all = meeting.getAttendance();
        return new RoutineForm(
                List.copyOf(details.kinds()),
                details.groupId(),
                details.heldOn(),
                details.startsAt(),
                details.endsAt(),
                details.place(),
                details.chairId(),
                details.recorderId(),
                details.lecturer(),
                details.topics(),
                meeting.getRecord(),
                all.stream().map(one -> one.getMember().getId()).toList(),
                all.stream()
                        .filter(RoutineAttendance::isPresent)
                        .map(one -> one.getMember().getId())
                        .toList(),
                all.stream()
                        .filter(one -> one.getReason() != null)
                        .map(one -> one.getMember().getId() + ":" + one.getReason())
                        .toList(),
                null,
                meeting.getVersion());
    }

    /** Notes what is missing beyond single fields. */
    void check(Errors errors, Purpose purpose) {
        if (chosenKinds().isEmpty() && !errors.hasFieldErrors("kinds")) {
            errors.rejectValue("kinds", "routine.kinds.missing");
        }
        if (purpose == Purpose.CORRECT && why == null) {
            errors.rejectValue("why", "routine.why.missing");
        }
    }

    Set<RoutineKind> chosenKinds() {
        return kinds == null || kinds.isEmpty() ? EnumSet.noneOf(RoutineKind.class) : EnumSet.copyOf(kinds);
    }

    /** Only to be called on a form that has passed validation. */
    RoutineDetails toDetails() {
        return new RoutineDetails(
                chosenKinds(),
                groupId,
                Objects.requireNonNull(heldOn),
                startsAt,
                endsAt,
                place,
                chairId,
                recorderId,
                lecturer,
                Objects.requireNonNull(topics));
    }

    Roll toRoll() {
        return new Roll(ids(listed), ids(present), readReasons(reasons));
    }

    private static Set<Long> ids(@Nullable List<Long> typed) {
        return typed == null ? Set.of() : new TreeSet<>(typed);
    }

    /** What was chosen of why somebody was not there, by member; what makes no sense counts as not said. */
    static Map<Long, AbsenceReason> readReasons(@Nullable List<String> typed) {
        Map<Long, AbsenceReason> reasons = new HashMap<>();
        for (String one : typed == null ? List.<String>of() : typed) {
            Matcher parts = REASON.matcher(one == null ? "" : one);
            if (parts.matches()) {
                AbsenceReason reason = ListParams.constant(AbsenceReason.values(), parts.group(2));
                if (reason != null) {
                    reasons.put(Long.valueOf(parts.group(1)), reason);
                }
            }
        }
        return reasons;
    }
}
