package org.orglife.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.orglife.review.DispositionCases;
import org.orglife.review.DispositionOutcome;
import org.orglife.review.FollowUps;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.orglife.web.Redrawn;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What follows a grade: help to improve, or a case. */
@Controller
@RequestMapping("/tasks/{taskId}/review/members/{memberId}")
class FollowUpController {

    private final ReviewFrame frame;
    private final FollowUps followUps;
    private final DispositionCases cases;
    private final OncePerForm once;
    private final Dates dates;

    FollowUpController(ReviewFrame frame, FollowUps followUps, DispositionCases cases, OncePerForm once, Dates dates) {
        this.frame = frame;
        this.followUps = followUps;
        this.cases = cases;
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
        if (!errors.hasErrors()) {
            try {
                String address = once.address(request, () -> {
                    followUps.add(
                            taskId,
                            memberId,
                            Objects.requireNonNull(form.improvement()),
                            Objects.requireNonNull(form.helper()),
                            scope);
                    return follow(taskId, memberId);
                });
                Notice.leave(redirect, "review.saved");
                return "redirect:" + address;
            } catch (RuleViolationException refused) {
                ReviewFrame.refuse(errors, "helper", refused);
            }
        }
        return frame.oneAgain(taskId, memberId, form, errors, scope, model, response);
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
        if (!errors.hasErrors()) {
            try {
                followUps.recheck(taskId, memberId, form.recheckOn(), form.recheckedOn(), form.recheckOutcome(), scope);
                Notice.leave(redirect, "review.saved");
                return "redirect:" + follow(taskId, memberId);
            } catch (RuleViolationException refused) {
                ReviewFrame.refuse(errors, "recheckedOn", refused);
            }
        }
        return frame.oneAgain(taskId, memberId, form, errors, scope, model, response);
    }

    @GetMapping("/case")
    @PreAuthorize(Allow.COMMITTEE)
    String one(@PathVariable long taskId, @PathVariable long memberId, @CurrentScope BranchScope scope, Model model) {
        DispositionCases.View view = cases.of(taskId, memberId, scope);
        model.addAttribute("view", view);
        model.addAttribute("task", view.task());
        model.addAttribute("memberId", memberId);
        model.addAttribute("outcomes", DispositionOutcome.values());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", DispositionForm.of(view));
        }
        return "review/case";
    }

    /** The secretary alone, not his deputy. */
    @PostMapping("/case")
    @PreAuthorize("hasRole('SECRETARY')")
    String note(
            @PathVariable long taskId,
            @PathVariable long memberId,
            @Valid @ModelAttribute("form") DispositionForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                cases.note(
                        taskId,
                        memberId,
                        form.version(),
                        form.days(),
                        form.outcome(),
                        form.periodUntil(),
                        form.named(),
                        scope);
                Notice.leave(redirect, "review.saved");
                return "redirect:" + ReviewFrame.address(taskId, memberId) + "/case";
            } catch (RuleViolationException refused) {
                ReviewFrame.refuse(errors, "outcome", refused);
            }
        }
        Redrawn.with(model, form, errors);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return one(taskId, memberId, scope, model);
    }
}
