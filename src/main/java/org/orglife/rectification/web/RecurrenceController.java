package org.orglife.rectification.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.problem.SubjectKind;
import org.orglife.rectification.RectificationItem;
import org.orglife.rectification.Recurrence;
import org.orglife.rectification.RecurrenceDecisions;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Notice;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 反复出现的问题: what may have come back, beside what it was before; one touch says whether it is so. */
@Controller
class RecurrenceController {

    private static final String ITEM = "item";

    private final BranchTaskService tasks;
    private final Recurrence recurrence;
    private final RecurrenceDecisions decisions;

    RecurrenceController(BranchTaskService tasks, Recurrence recurrence, RecurrenceDecisions decisions) {
        this.tasks = tasks;
        this.recurrence = recurrence;
        this.decisions = decisions;
    }

    @GetMapping("/tasks/{taskId}/recurring")
    @PreAuthorize(Allow.BUSINESS)
    String recurring(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        Map<SubjectKind, Integer> counts = recurrence.counts(taskId, scope);
        model.addAttribute("task", task);
        model.addAttribute("counts", counts);
        model.addAttribute(
                "total", counts.values().stream().mapToInt(Integer::intValue).sum());
        model.addAttribute("superior", scope.role().isSuperior());
        if (!scope.role().isSuperior()) {
            model.addAttribute("found", recurrence.of(task, scope));
        }
        return "rectification/recurring";
    }

    @PostMapping("/ledger/{id}/recurrence")
    @PreAuthorize(Allow.BRANCH)
    String accept(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long earlier,
            @RequestParam(required = false) @Nullable String from,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        if (earlier == null) {
            Notice.leave(redirect, "rectification.recurrence.choose");
            return "redirect:/ledger/" + id;
        }
        RectificationItem item = decisions.accept(id, earlier, scope);
        Notice.leave(redirect, "rectification.recurrence.accepted");
        return back(item, from);
    }

    @PostMapping("/ledger/{id}/recurrence/dismiss")
    @PreAuthorize(Allow.BRANCH)
    String dismiss(
            @PathVariable long id,
            @RequestParam(required = false, defaultValue = "0") long earlier,
            @RequestParam(required = false) @Nullable String from,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        RectificationItem item = decisions.dismiss(id, earlier, scope);
        Notice.leave(redirect, "rectification.recurrence.dismissed");
        return back(item, from);
    }

    @PostMapping("/ledger/{id}/recurrence/undo")
    @PreAuthorize(Allow.BRANCH)
    String undo(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String from,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        RectificationItem item = decisions.reconsider(id, scope);
        Notice.leave(redirect, "rectification.recurrence.undone");
        return back(item, from);
    }

    private static String back(RectificationItem item, @Nullable String from) {
        return ITEM.equals(from)
                ? "redirect:/ledger/" + item.getId()
                : "redirect:/tasks/" + item.getTaskId() + "/recurring";
    }
}
