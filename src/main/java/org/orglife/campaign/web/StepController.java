package org.orglife.campaign.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Preparation;
import org.orglife.campaign.StepCode;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.Notice;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One step of a branch: noting that it is done, or meeting without it; and gate G1. */
@Controller
@RequestMapping("/tasks/{taskId}")
class StepController {

    private static final int LONGEST_REASON = 300;

    private final BranchTaskService tasks;
    private final Preparation preparation;
    private final Dates dates;

    StepController(BranchTaskService tasks, Preparation preparation, Dates dates) {
        this.tasks = tasks;
        this.preparation = preparation;
        this.dates = dates;
    }

    @GetMapping("/steps/{code}")
    @PreAuthorize(Allow.BUSINESS)
    String step(@PathVariable long taskId, @PathVariable StepCode code, @CurrentScope BranchScope scope, Model model) {
        return page(taskId, code, scope, model);
    }

    private String page(long taskId, StepCode code, BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        model.addAttribute("task", task);
        model.addAttribute("row", preparation.row(task, code, scope));
        model.addAttribute("today", dates.today());
        model.addAttribute("works", scope.role().worksForBranch());
        model.addAttribute("leads", scope.role().leadsBranch());
        return "campaign/step";
    }

    @PostMapping("/steps/{code}/done")
    @PreAuthorize(Allow.BRANCH_WORK)
    String done(
            @PathVariable long taskId,
            @PathVariable StepCode code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        LocalDate day = Objects.requireNonNullElse(on, dates.today());
        if (day.isAfter(dates.today())) {
            model.addAttribute("on", day);
            model.addAttribute("wrongDay", "campaign.step.future");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(taskId, code, scope, model);
        }
        preparation.note(taskId, code, day, scope);
        Notice.leave(redirect, "campaign.step.noted");
        return "redirect:/tasks/" + taskId;
    }

    @PostMapping("/steps/{code}/undone")
    @PreAuthorize(Allow.BRANCH_WORK)
    String undone(
            @PathVariable long taskId,
            @PathVariable StepCode code,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        preparation.note(taskId, code, null, scope);
        Notice.leave(redirect, "campaign.step.unnoted");
        return "redirect:/tasks/" + taskId + "/steps/" + code;
    }

    @PostMapping("/steps/{code}/waive")
    @PreAuthorize(Allow.SECRETARY)
    String waive(
            @PathVariable long taskId,
            @PathVariable StepCode code,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String wrong = null;
        if (reason == null || reason.isBlank()) {
            wrong = "campaign.waive.missing";
        } else if (reason.length() > LONGEST_REASON) {
            wrong = "campaign.waive.long";
        } else {
            preparation.waive(taskId, code, reason, actor, scope);
            Notice.leave(redirect, "campaign.waive.saved");
            return "redirect:/tasks/" + taskId;
        }
        model.addAttribute("reason", reason);
        model.addAttribute("wrong", wrong);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(taskId, code, scope, model);
    }

    @PostMapping("/steps/{code}/take-up")
    @PreAuthorize(Allow.SECRETARY)
    String takeUpAgain(
            @PathVariable long taskId,
            @PathVariable StepCode code,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        preparation.takeUpAgain(taskId, code, scope);
        Notice.leave(redirect, "campaign.waive.undone");
        return "redirect:/tasks/" + taskId;
    }

    @PostMapping("/ready")
    @PreAuthorize(Allow.SECRETARY)
    String ready(@PathVariable long taskId, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        preparation.confirmReady(taskId, actor, scope);
        Notice.leave(redirect, "campaign.ready.saved");
        return "redirect:/tasks/" + taskId;
    }

    @PostMapping("/reopen")
    @PreAuthorize(Allow.SECRETARY)
    String reopen(
            @PathVariable long taskId, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        preparation.reopen(taskId, actor, scope);
        Notice.leave(redirect, "campaign.ready.undone");
        return "redirect:/tasks/" + taskId;
    }
}
