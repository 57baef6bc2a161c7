package org.orglife.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Objects;
import org.orglife.review.Participations;
import org.orglife.review.ReviewMeetings;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.FormRefusals;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 民主评议: who takes part, and who met to decide. */
@Controller
@RequestMapping("/tasks/{taskId}/review")
class ReviewController {

    private static final Map<String, String> MEETING_FIELDS = Map.of(
            "review.meeting.before", "heldOn",
            "review.meeting.foreign", "present",
            "review.meeting.quorum.COMMITTEE", "present",
            "review.meeting.quorum.GENERAL_MEETING", "present");

    private final ReviewFrame frame;
    private final Participations participations;
    private final ReviewMeetings meetings;
    private final OncePerForm once;

    ReviewController(ReviewFrame frame, Participations participations, ReviewMeetings meetings, OncePerForm once) {
        this.frame = frame;
        this.participations = participations;
        this.meetings = meetings;
        this.once = once;
    }

    @GetMapping
    @PreAuthorize(Allow.BRANCH_WORK)
    String list(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        return frame.list(taskId, scope, model);
    }

    @GetMapping("/members/{memberId}")
    @PreAuthorize(Allow.COMMITTEE)
    String one(@PathVariable long taskId, @PathVariable long memberId, @CurrentScope BranchScope scope, Model model) {
        return frame.one(taskId, memberId, scope, model);
    }

    @PostMapping("/members/{memberId}/participation")
    @PreAuthorize(Allow.SECRETARY)
    String change(
            @PathVariable long taskId,
            @PathVariable long memberId,
            @Valid @ModelAttribute("part") ParticipationForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String address = FormRefusals.attempt(errors, "participation", () -> {
            participations.change(taskId, memberId, form.toCommand(), scope);
            return ReviewFrame.address(taskId, memberId);
        });
        if (address == null) {
            return frame.oneAgain(taskId, memberId, form, errors, scope, model, response);
        }
        Notice.leave(redirect, "review.saved");
        return "redirect:" + address;
    }

    @PostMapping("/meetings")
    @PreAuthorize(Allow.COMMITTEE)
    String meet(
            @PathVariable long taskId,
            @Valid @ModelAttribute("meeting") ReviewMeetingForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String address = FormRefusals.attempt(
                errors,
                MEETING_FIELDS,
                () -> once.address(request, () -> {
                    meetings.note(taskId, Objects.requireNonNull(form.heldOn()), form.there(), scope);
                    return ReviewFrame.address(taskId);
                }));
        if (address == null) {
            return frame.listAgain(taskId, form, errors, scope, model, response);
        }
        Notice.leave(redirect, "review.meeting.saved");
        return "redirect:" + address;
    }
}
