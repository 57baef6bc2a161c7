package org.orglife.meeting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchPlan;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Preparation;
import org.orglife.meeting.MeetingForm;
import org.orglife.meeting.MeetingService;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.Roster;
import org.orglife.shared.Actor;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 会议安排: when and where a branch meets, and another day if need be. */
@Controller
class MeetingController {

    private static final int LONGEST_REASON = 300;

    private final BranchTaskService tasks;
    private final Preparation preparation;
    private final MeetingService meetings;
    private final MeetingFrame frame;
    private final Roster roster;
    private final OncePerForm once;
    private final Dates dates;

    MeetingController(
            BranchTaskService tasks,
            Preparation preparation,
            MeetingService meetings,
            MeetingFrame frame,
            Roster roster,
            OncePerForm once,
            Dates dates) {
        this.tasks = tasks;
        this.preparation = preparation;
        this.meetings = meetings;
        this.frame = frame;
        this.roster = roster;
        this.once = once;
        this.dates = dates;
    }

    /** From the menu: the meeting of the campaign that is running. */
    @GetMapping("/meeting")
    @PreAuthorize(Allow.BRANCH)
    String own(Actor actor, @CurrentScope BranchScope scope) {
        return "redirect:" + tasks.currentAddress(actor.unitId(), scope, "/meeting");
    }

    @GetMapping("/tasks/{taskId}/meeting")
    @PreAuthorize(Allow.BUSINESS)
    String meeting(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        return frame.page(taskId, scope, model);
    }

    @GetMapping("/tasks/{taskId}/meeting/schedule")
    @PreAuthorize(Allow.SECRETARY)
    String schedule(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        MeetingForm form = meetings.papers(task).form();
        model.addAttribute(
                "form",
                preparation
                        .plan(task, scope)
                        .map(plan -> ScheduleForm.of(plan, form))
                        .orElseGet(() -> ScheduleForm.proposed(secretary(task))));
        return form(task, scope, model);
    }

    private @Nullable Long secretary(BranchTask task) {
        return roster.committeeOf(task.getBranch().getId(), dates.today()).entrySet().stream()
                .filter(seat -> seat.getValue() == PositionKind.SECRETARY)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    @PostMapping("/tasks/{taskId}/meeting/schedule")
    @PreAuthorize(Allow.SECRETARY)
    String settle(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") ScheduleForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        BranchTask task = tasks.get(taskId, scope);
        Set<Long> chairs = preparation.chairs(task, scope);
        LocalDate earliest = task.getCampaign().isBackfilled() ? null : dates.today();
        form.check(errors, task, chairs, earliest);
        if (errors.hasErrors() || form.form() == null) {
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(task, scope, model);
        }
        meetings.settle(taskId, form.version(), form.toDetails(), form.form(), scope);
        Notice.leave(redirect, "meeting.schedule.saved");
        return page(taskId);
    }

    private String form(BranchTask task, BranchScope scope, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("forms", MeetingForm.values());
        model.addAttribute("people", roster.membersOf(task.getBranch().getId(), dates.today(), scope));
        model.addAttribute("chairs", preparation.chairs(task, scope));
        return "meeting/schedule";
    }

    @PostMapping("/tasks/{taskId}/meeting/recall")
    @PreAuthorize(Allow.SECRETARY)
    String recall(
            @PathVariable long taskId, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        meetings.recall(taskId, actor, scope);
        Notice.leave(redirect, "meeting.recalled");
        return page(taskId);
    }

    @GetMapping("/tasks/{taskId}/meeting/postponement")
    @PreAuthorize(Allow.SECRETARY)
    String postponement(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        BranchPlan plan = plan(task, scope);
        model.addAttribute("form", PostponeForm.of(plan));
        return postponement(task, plan, model);
    }

    private BranchPlan plan(BranchTask task, BranchScope scope) {
        return preparation.plan(task, scope).orElseThrow(() -> new RuleViolationException("meeting.plan.missing"));
    }

    private static String postponement(BranchTask task, BranchPlan plan, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("plan", plan);
        return "meeting/postponement";
    }

    @PostMapping("/tasks/{taskId}/meeting/postponement")
    @PreAuthorize(Allow.SECRETARY)
    String postpone(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") PostponeForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        BranchTask task = tasks.get(taskId, scope);
        BranchPlan plan = plan(task, scope);
        form.check(errors, plan, dates.today());
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return postponement(task, plan, model);
        }
        return "redirect:"
                + once.address(request, () -> {
                    boolean moved = meetings.postpone(taskId, form.toMove(), actor, scope);
                    Notice.leave(redirect, moved ? "meeting.postpone.saved" : "meeting.postpone.asked");
                    return "/tasks/" + taskId + "/meeting";
                });
    }

    @PostMapping("/tasks/{taskId}/meeting/postponement/consent")
    @PreAuthorize(Allow.OFFICE)
    String consent(
            @PathVariable long taskId, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        meetings.consent(taskId, actor, scope);
        Notice.leave(redirect, "meeting.postpone.consented");
        return page(taskId);
    }

    @PostMapping("/tasks/{taskId}/meeting/postponement/refuse")
    @PreAuthorize(Allow.OFFICE)
    String refuse(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (reason == null || reason.length() > LONGEST_REASON) {
            return again(taskId, "refuse", reason, scope, model, response);
        }
        meetings.refuse(taskId, reason, actor, scope);
        Notice.leave(redirect, "meeting.postpone.refused");
        return page(taskId);
    }

    @PostMapping("/tasks/{taskId}/meeting/approval/approve")
    @PreAuthorize(Allow.OFFICE)
    String approve(
            @PathVariable long taskId, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        meetings.approve(taskId, actor, scope);
        Notice.leave(redirect, "meeting.approval.approved");
        return page(taskId);
    }

    @PostMapping("/tasks/{taskId}/meeting/approval/return")
    @PreAuthorize(Allow.OFFICE)
    String giveBack(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (reason == null || reason.length() > LONGEST_REASON) {
            return again(taskId, "return", reason, scope, model, response);
        }
        meetings.giveBack(taskId, reason, actor, scope);
        Notice.leave(redirect, "meeting.approval.returned");
        return page(taskId);
    }

    private String again(
            long taskId,
            String where,
            @Nullable String reason,
            BranchScope scope,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("wrongAt", where);
        model.addAttribute("wrong", reason == null ? "meeting.reason.missing" : "meeting.reason.long");
        model.addAttribute("reason", reason);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return frame.page(taskId, scope, model);
    }

    private static String page(long taskId) {
        return "redirect:/tasks/" + taskId + "/meeting";
    }
}
