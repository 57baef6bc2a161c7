package org.orglife.meeting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.meeting.ExclusionReason;
import org.orglife.meeting.ExpectedListService;
import org.orglife.meeting.ExpectedQuery;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
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

/** 应到名单: who is expected, what changed since it was confirmed, and who is left out. */
@Controller
@RequestMapping("/tasks/{taskId}/expected")
class ExpectedController {

    private final BranchTaskService tasks;
    private final ExpectedListService lists;
    private final ExpectedQuery query;
    private final OncePerForm once;
    private final Dates dates;

    ExpectedController(
            BranchTaskService tasks, ExpectedListService lists, ExpectedQuery query, OncePerForm once, Dates dates) {
        this.tasks = tasks;
        this.lists = lists;
        this.query = query;
        this.once = once;
        this.dates = dates;
    }

    @GetMapping
    @PreAuthorize(Allow.BUSINESS)
    String list(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        model.addAttribute("task", task);
        model.addAttribute("roll", query.roll(task));
        // names are for the branch, reasons for its committee, numbers for superiors
        model.addAttribute("names", !scope.role().isSuperior());
        model.addAttribute("reasons", scope.role().sitsOnCommittee());
        model.addAttribute(
                "leads", scope.role().leadsBranch() && !task.getState().isAfterMeeting());
        return "meeting/expected";
    }

    @PostMapping("/confirm")
    @PreAuthorize(Allow.SECRETARY)
    String confirm(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable String mark,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        lists.confirm(taskId, Objects.requireNonNullElse(mark, ""), actor, scope);
        Notice.leave(redirect, "meeting.expected.confirmed.notice");
        return "redirect:/tasks/" + taskId + "/expected";
    }

    @PostMapping("/reopen")
    @PreAuthorize(Allow.SECRETARY)
    String reopen(@PathVariable long taskId, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        lists.reopen(taskId, scope);
        Notice.leave(redirect, "meeting.expected.reopened.notice");
        return "redirect:/tasks/" + taskId + "/expected";
    }

    @GetMapping("/exclusions/new")
    @PreAuthorize(Allow.SECRETARY)
    String blank(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        model.addAttribute("form", ExclusionForm.blank());
        return form(tasks.get(taskId, scope), model);
    }

    @PostMapping("/exclusions")
    @PreAuthorize(Allow.SECRETARY)
    String exclude(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") ExclusionForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        BranchTask task = tasks.get(taskId, scope);
        form.check(errors, dates.today());
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(task, model);
        }
        Notice.leave(redirect, "meeting.exclusion.saved");
        return "redirect:"
                + once.address(request, () -> {
                    lists.exclude(taskId, form.toDetails(), actor, scope);
                    return "/tasks/" + taskId + "/expected";
                });
    }

    @PostMapping("/exclusions/{exclusionId}/delete")
    @PreAuthorize(Allow.SECRETARY)
    String admit(
            @PathVariable long taskId,
            @PathVariable long exclusionId,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        lists.admit(taskId, exclusionId, scope);
        Notice.leave(redirect, "meeting.exclusion.deleted");
        return "redirect:/tasks/" + taskId + "/expected";
    }

    private String form(BranchTask task, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("people", query.roll(task).excludable());
        model.addAttribute("reasons", ExclusionReason.values());
        return "meeting/exclusion-form";
    }
}
