package org.orglife.review.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.orglife.review.Feedback;
import org.orglife.review.ReviewDecisions;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.FormRefusals;
import org.orglife.web.Notice;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 评定 and 反馈 of one member: what the grade rests on, the grade, and that he was told. */
@Controller
@RequestMapping("/tasks/{taskId}/review/members/{memberId}")
class DecisionController {

    private final ReviewFrame frame;
    private final ReviewDecisions decisions;
    private final Feedback feedback;

    DecisionController(ReviewFrame frame, ReviewDecisions decisions, Feedback feedback) {
        this.frame = frame;
        this.decisions = decisions;
        this.feedback = feedback;
    }

    @PostMapping("/texts")
    @PreAuthorize(Allow.COMMITTEE)
    String describe(
            @PathVariable long taskId,
            @PathVariable long memberId,
            @Valid @ModelAttribute("texts") TextsForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String address = FormRefusals.attempt(errors, "everyday", () -> {
            decisions.describe(
                    taskId,
                    memberId,
                    form.version(),
                    Objects.requireNonNull(form.everyday()),
                    Objects.requireNonNull(form.study()),
                    scope);
            return ReviewFrame.address(taskId, memberId) + "#decision";
        });
        if (address == null) {
            return frame.oneAgain(taskId, memberId, form, errors, scope, model, response);
        }
        Notice.leave(redirect, "review.texts.saved");
        return "redirect:" + address;
    }

    @PostMapping("/decision")
    @PreAuthorize(Allow.COMMITTEE)
    String decide(
            @PathVariable long taskId,
            @PathVariable long memberId,
            @Valid @ModelAttribute("decision") DecisionForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String address = FormRefusals.attempt(errors, "grade", () -> {
            decisions.decide(
                    taskId,
                    memberId,
                    Objects.requireNonNullElse(form.version(), -1L),
                    Objects.requireNonNull(form.grade()),
                    Objects.requireNonNull(form.opinion()),
                    scope);
            return ReviewFrame.address(taskId, memberId) + "#decision";
        });
        if (address == null) {
            return frame.oneAgain(taskId, memberId, form, errors, scope, model, response);
        }
        Notice.leave(redirect, "review.decided");
        return "redirect:" + address;
    }

    @PostMapping("/feedback")
    @PreAuthorize(Allow.COMMITTEE)
    String tell(
            @PathVariable long taskId,
            @PathVariable long memberId,
            @Valid @ModelAttribute("told") FeedbackForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String address = FormRefusals.attempt(errors, "fedBackOn", () -> {
            feedback.tell(
                    taskId,
                    memberId,
                    Objects.requireNonNull(form.fedBackOn()),
                    Objects.requireNonNull(form.fedBackBy()),
                    Objects.requireNonNull(form.way()),
                    scope);
            return ReviewFrame.address(taskId, memberId) + "#feedback";
        });
        if (address == null) {
            return frame.oneAgain(taskId, memberId, form, errors, scope, model, response);
        }
        Notice.leave(redirect, "review.told");
        return "redirect:" + address;
    }
}
