package org.orglife.meeting.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchPlan;
import org.orglife.meeting.MoveMeeting;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.Errors;

/** Another day for the meeting, and why. */
record PostponeForm(
        @NotNull(message = "{campaign.plan.meetingOn.missing}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate meetingOn,

        @NotNull(message = "{campaign.plan.startsAt.missing}") @DateTimeFormat(pattern = "HH:mm") @Nullable
        LocalTime startsAt,

        @NotNull(message = "{meeting.postpone.reason.missing}")
        @Size(max = 300, message = "{meeting.reason.long}")
        @Nullable
        String reason) {

    static PostponeForm of(BranchPlan plan) {
        return new PostponeForm(null, plan.getStartsAt(), null);
    }

    void check(Errors errors, BranchPlan plan, LocalDate today) {
        if (meetingOn == null) {
            return;
        }
        if (meetingOn.isBefore(today)) {
            errors.rejectValue("meetingOn", "campaign.postpone.past");
        } else if (meetingOn.equals(plan.getMeetingOn()) && plan.getStartsAt().equals(startsAt)) {
            errors.rejectValue("meetingOn", "campaign.postpone.same");
        }
    }

    /** Only to be called on a form that has passed its checks. */
    MoveMeeting toMove() {
        return new MoveMeeting(
                Objects.requireNonNull(meetingOn), Objects.requireNonNull(startsAt), Objects.requireNonNull(reason));
    }
}
