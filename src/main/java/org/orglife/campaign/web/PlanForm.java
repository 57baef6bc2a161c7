package org.orglife.campaign.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchPlan;
import org.orglife.campaign.PlanDetails;
import org.orglife.campaign.Preparation.Earlier;
import org.orglife.campaign.Preparation.StepChoice;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepRow;
import org.orglife.organisation.Member;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.Errors;

/** 方案: day, place and people of the meeting, and who sees to which step. */
record PlanForm(
        @NotNull(message = "{campaign.plan.meetingOn.missing}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate meetingOn,

        @NotNull(message = "{campaign.plan.startsAt.missing}") @DateTimeFormat(pattern = "HH:mm") @Nullable
        LocalTime startsAt,

        @NotNull(message = "{campaign.plan.place.missing}")
        @Size(max = 60, message = "{campaign.plan.place.long}")
        @Nullable
        String place,

        @NotNull(message = "{campaign.plan.chair.missing}") @Nullable
        Long chairId,

        @Nullable Long recorderId,

        @Size(max = 300, message = "{campaign.plan.lateReason.long}") @Nullable
        String lateReason,

        @Nullable List<Step> steps,
        @Nullable Boolean repeatOwn,
        @Nullable Long version) {

    private static final LocalTime USUAL_TIME = LocalTime.of(14, 30);

    /** One step on the form; a day that stays as it was counted back is not sent along. */
    record Step(
            @Nullable StepCode code,
            @Nullable Long ownerId,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate until) {}

    /** A plan that is still to be made: the secretary chairs, the usual hour. */
    static PlanForm proposed(@Nullable Long secretary, @Nullable Long recorder, List<StepRow> rows) {
        return new PlanForm(null, USUAL_TIME, null, secretary, recorder, null, steps(rows), null, null);
    }

    static PlanForm of(BranchPlan plan, List<StepRow> rows) {
        return new PlanForm(
                plan.getMeetingOn(),
                plan.getStartsAt(),
                plan.getPlace(),
                plan.getChair().getId(),
                id(plan.getRecorder()),
                plan.getLateReason(),
                steps(rows),
                null,
                plan.getVersion());
    }

    /**
     * As the branch did it last time, but for the day.
     *
     * @param people ids of those who are in the branch today; nobody else is proposed
     * @param secretary chairs if the one who did is gone; null if the seat is empty
     */
    static PlanForm like(Earlier earlier, Set<Long> people, @Nullable Long secretary, List<StepRow> rows) {
        BranchPlan plan = earlier.plan();
        Long chair = still(plan.getChair(), people);
        return new PlanForm(
                null,
                plan.getStartsAt(),
                plan.getPlace(),
                chair == null ? secretary : chair,
                still(plan.getRecorder(), people),
                null,
                rows.stream()
                        .map(row -> new Step(row.code(), owner(row.code(), earlier, people), null))
                        .toList(),
                true,
                null);
    }

    private static @Nullable Long owner(StepCode code, Earlier earlier, Set<Long> people) {
        return earlier.steps().stream()
                .filter(step -> step.getCode() == code && step.getOwner() != null)
                .map(step -> still(step.getOwner(), people))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Long still(@Nullable Member member, Set<Long> people) {
        Long id = id(member);
        return id != null && people.contains(id) ? id : null;
    }

    private static List<Step> steps(List<StepRow> rows) {
        return rows.stream()
                .map(row -> new Step(
                        row.code(),
                        row.plan() == null ? null : id(row.plan().getOwner()),
                        row.plan() == null ? null : row.plan().getUntilOn()))
                .toList();
    }

    private static @Nullable Long id(@Nullable Member member) {
        return member == null ? null : member.getId();
    }

    /**
     * Notes what the fields only say together.
     *
     * @param last the superior's last day; null if there is none
     * @param earliest first day the meeting may be on; null where it may be long past
     * @param chairs who may chair
     * @param rows the steps that are asked for
     */
    void check(
            Errors errors,
            @Nullable LocalDate last,
            @Nullable LocalDate earliest,
            Set<Long> chairs,
            List<StepRow> rows) {
        if (chairId != null && !chairs.contains(chairId)) {
            errors.rejectValue("chairId", "campaign.plan.chair.not-committee");
        }
        if (meetingOn == null) {
            return;
        }
        List<Step> settled = steps == null ? List.of() : steps;
        for (int at = 0; at < settled.size(); at++) {
            Step step = settled.get(at);
            boolean must = rows.stream().anyMatch(row -> row.code() == step.code() && row.isMust());
            if (must && step.until() != null && !step.until().isBefore(meetingOn)) {
                errors.rejectValue("steps[" + at + "].until", "campaign.plan.window");
            }
        }
        if (earliest != null && meetingOn.isBefore(earliest)) {
            errors.rejectValue("meetingOn", "campaign.plan.past");
        }
        if (last != null && meetingOn.isAfter(last) && lateReason == null) {
            errors.rejectValue("lateReason", "campaign.plan.late");
        }
    }

    /** The steps that were settled on the form. */
    Map<StepCode, StepChoice> choices() {
        Map<StepCode, StepChoice> choices = new EnumMap<>(StepCode.class);
        for (Step step : steps == null ? List.<Step>of() : steps) {
            if (step.code() != null) {
                choices.put(step.code(), new StepChoice(step.ownerId(), step.until()));
            }
        }
        return choices;
    }

    /** Only to be called on a form that has passed its checks. */
    PlanDetails toDetails() {
        return new PlanDetails(
                Objects.requireNonNull(meetingOn),
                Objects.requireNonNull(startsAt),
                Objects.requireNonNull(place),
                Objects.requireNonNull(chairId),
                recorderId,
                lateReason);
    }
}
