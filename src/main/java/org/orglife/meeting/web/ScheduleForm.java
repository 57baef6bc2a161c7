package org.orglife.meeting.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchPlan;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.PlanDetails;
import org.orglife.meeting.MeetingForm;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.Errors;

/** When, where and in which circle a branch meets, who chairs and who keeps the record. */
record ScheduleForm(
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

        @NotNull(message = "{meeting.recorder.missing}") @Nullable
        Long recorderId,

        @NotNull(message = "{meeting.form.missing}") @Nullable
        MeetingForm form,

        @Size(max = 300, message = "{campaign.plan.lateReason.long}") @Nullable
        String lateReason,

        @Nullable Long version) {

    private static final LocalTime USUAL_TIME = LocalTime.of(14, 30);

    /** The secretary chairs, the usual hour. */
    static ScheduleForm proposed(@Nullable Long secretary) {
        return new ScheduleForm(null, USUAL_TIME, null, secretary, null, MeetingForm.GENERAL_MEETING, null, null);
    }

    static ScheduleForm of(BranchPlan plan, MeetingForm form) {
        return new ScheduleForm(
                plan.getMeetingOn(),
                plan.getStartsAt(),
                plan.getPlace(),
                plan.getChair().getId(),
                plan.getRecorder() == null ? null : plan.getRecorder().getId(),
                form,
                plan.getLateReason(),
                plan.getVersion());
    }

    /**
     * Notes what the fields only say together.
     *
     * @param chairs who may chair
     * @param today null where the meeting may be long past
     */
    void check(Errors errors, BranchTask task, Set<Long> chairs, @Nullable LocalDate today) {
        LocalDate last = task.getMeetingUntil();
        if (chairId != null && !chairs.contains(chairId)) {
            errors.rejectValue("chairId", "campaign.plan.chair.not-committee");
        }
        if (meetingOn != null && today != null && meetingOn.isBefore(today)) {
            errors.rejectValue("meetingOn", "campaign.plan.past");
        }
        if (meetingOn != null && last != null && meetingOn.isAfter(last) && lateReason == null) {
            errors.rejectValue("lateReason", "campaign.plan.late");
        }
        if (form != null
                && form != MeetingForm.GENERAL_MEETING
                && task.getCampaign().isCombinesMemberReview()) {
            errors.rejectValue("form", "meeting.form.general");
        }
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
