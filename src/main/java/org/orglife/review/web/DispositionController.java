package org.orglife.review.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.orglife.review.DispositionCases;
import org.orglife.review.DispositionOutcome;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.FormRefusals;
import org.orglife.web.Notice;
import org.orglife.web.Redrawn;
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

/** 组织处置 after 不合格: days and outcome, for the secretary and whom he names. */
@Controller
@RequestMapping("/tasks/{taskId}/review/members/{memberId}/case")
class DispositionController {

    private final DispositionCases cases;

    DispositionController(DispositionCases cases) {
        this.cases = cases;
    }

    @GetMapping
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
    @PostMapping
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
        String address = FormRefusals.attempt(errors, "outcome", () -> {
            cases.note(
                    taskId,
                    memberId,
                    form.version(),
                    form.days(),
                    form.outcome(),
                    form.periodUntil(),
                    form.named(),
                    scope);
            return ReviewFrame.address(taskId, memberId) + "/case";
        });
        if (address == null) {
            Redrawn.with(model, form, errors);
            return FormRefusals.again(one(taskId, memberId, scope, model), response);
        }
        Notice.leave(redirect, "review.saved");
        return "redirect:" + address;
    }
}
