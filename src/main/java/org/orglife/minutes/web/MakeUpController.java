package org.orglife.minutes.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.minutes.MakeUpQuery;
import org.orglife.minutes.MakeUpRow;
import org.orglife.minutes.MakeUpService;
import org.orglife.minutes.MakeUpWay;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.study.MakeUpState;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.Notice;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 补课: who was not at the meeting and how he makes up for it. A member sees his own line. */
@Controller("meetingMakeUpController")
@RequestMapping("/tasks/{taskId}/make-ups")
class MakeUpController {

    private final BranchTaskService tasks;
    private final MakeUpQuery query;
    private final MakeUpService makeUps;
    private final Dates dates;

    MakeUpController(BranchTaskService tasks, MakeUpQuery query, MakeUpService makeUps, Dates dates) {
        this.tasks = tasks;
        this.query = query;
        this.makeUps = makeUps;
        this.dates = dates;
    }

    @GetMapping
    @PreAuthorize(Allow.BRANCH)
    String list(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        List<MakeUpRow> rows = query.rows(task);
        boolean works = scope.role().worksForBranch();
        model.addAttribute("task", task);
        model.addAttribute(
                "rows",
                works
                        ? rows
                        : rows.stream()
                                .filter(row -> scope.isOwn(row.memberId()))
                                .toList());
        model.addAttribute("all", rows.size());
        model.addAttribute(
                "settled",
                rows.stream().filter(row -> row.state() != MakeUpState.OPEN).count());
        model.addAttribute("works", works);
        model.addAttribute("me", scope.memberId());
        model.addAttribute("ways", MakeUpWay.values());
        model.addAttribute("today", dates.today());
        return "minutes/make-ups";
    }

    @PostMapping("/{memberId}")
    @PreAuthorize(Allow.BRANCH)
    String madeUp(
            @PathVariable long taskId,
            @PathVariable long memberId,
            @RequestParam(required = false) @Nullable MakeUpWay way,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        makeUps.madeUp(
                taskId,
                memberId,
                Objects.requireNonNullElse(way, MakeUpWay.READ_RECORD),
                Objects.requireNonNullElse(on, dates.today()),
                scope);
        Notice.leave(redirect, "minutes.makeUp.saved");
        return page(taskId);
    }

    @PostMapping("/confirm")
    @PreAuthorize(Allow.BRANCH)
    String confirm(@PathVariable long taskId, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        makeUps.confirm(taskId, scope);
        Notice.leave(redirect, "minutes.makeUp.confirmed");
        return page(taskId);
    }

    @PostMapping("/{memberId}/waive")
    @PreAuthorize(Allow.BRANCH_WORK)
    String waive(@PathVariable long taskId, @PathVariable long memberId, @CurrentScope BranchScope scope) {
        makeUps.waive(taskId, memberId, true, scope);
        return page(taskId);
    }

    @PostMapping("/{memberId}/ask")
    @PreAuthorize(Allow.BRANCH_WORK)
    String ask(@PathVariable long taskId, @PathVariable long memberId, @CurrentScope BranchScope scope) {
        makeUps.waive(taskId, memberId, false, scope);
        return page(taskId);
    }

    private static String page(long taskId) {
        return "redirect:/tasks/" + taskId + "/make-ups";
    }
}
