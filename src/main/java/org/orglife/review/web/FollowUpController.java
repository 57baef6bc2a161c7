package org.orglife.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.orglife.review.FollowUps;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.FormRefusals;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What follows 基本合格: help to improve, and looking again. */
@Controller
@RequestMapping("/tasks/{taskId}/review/members/{memberId}")
class FollowUpController {

    private final ReviewFrame frame;
    private final FollowUps followUps;
    private final OncePerForm once;
    private final Dates dates;

    FollowUpController(ReviewFrame frame, FollowUps followUps, OncePerForm once, Dates dates) {
        this.frame = frame;
        this.followUps = followUps;
        this.once = once;
        this.dates = dates;
    }

    @PostMapping("/improvements")
    @PreAuthorize(Allow.COMMITTEE)
    String add(
            @PathVariable long taskId,
            @PathVariable long memberId,
            @Valid @ModelAttribute("help") ImprovementForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String address = FormRefusals.attempt(
                errors,
                "helper",
                () -> once.address(request, () -> {
                    followUps.add(
                            taskId,
                            memberId,
                            Objects.requireNonNull(form.improvement()),
                            Objects.requireNonNull(form.helper()),
                            scope);
                    return follow(taskId, memberId);
                }));
        if (address == null) {
            return frame.oneAgain(taskId, memberId, form, errors, scope, model, response);
        }
        Notice.leave(redirect, "review.saved");
        return "redirect:" + address;
    }

    private static String follow(long taskId, long memberId) {
        return ReviewFrame.address(taskId, memberId) + "#follow-up";
    }

    @PostMapping("/improvements/{id}")
    @PreAuthorize(Allow.COMMITTEE)
    String done(
            @PathVariable long taskId,
            @PathVariable long memberId,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean done,
            @CurrentScope BranchScope scope) {
        followUps.done(taskId, memberId, id, done ? dates.today() : null, scope);
        return "redirect:" + follow(taskId, memberId);
    }

    @PostMapping("/recheck")
    @PreAuthorize(Allow.COMMITTEE)
    String recheck(
            @PathVariable long taskId,
            @PathVariable long memberId,
            @Valid @ModelAttribute("recheck") RecheckForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String address = FormRefusals.attempt(errors, "recheckedOn", () -> {
            followUps.recheck(taskId, memberId, form.recheckOn(), form.recheckedOn(), form.recheckOutcome(), scope);
            return follow(taskId, memberId);
        });
        if (address == null) {
            return frame.oneAgain(taskId, memberId, form, errors, scope, model, response);
        }
        Notice.leave(redirect, "review.saved");
        return "redirect:" + address;
    }
}
