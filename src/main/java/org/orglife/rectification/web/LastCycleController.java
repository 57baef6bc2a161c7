package org.orglife.rectification.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.rectification.LastCycle;
import org.orglife.rectification.LastCycleStatement;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.Labels;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.Notice;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 上次整改情况: what the ledger tells of the cycle before, and the words the branch puts to it. */
@Controller
class LastCycleController {

    private final BranchTaskService tasks;
    private final LastCycle last;
    private final Labels labels;
    private final Dates dates;

    LastCycleController(BranchTaskService tasks, LastCycle last, Labels labels, Dates dates) {
        this.tasks = tasks;
        this.last = last;
        this.labels = labels;
        this.dates = dates;
    }

    @GetMapping("/tasks/{taskId}/last-cycle")
    @PreAuthorize(Allow.BUSINESS)
    String show(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        page(task, scope, model);
        model.addAttribute(
                "form",
                last.statement(task)
                        .map(statement -> new LastCycleForm(statement.getText(), statement.getVersion()))
                        .orElseGet(() -> new LastCycleForm(proposal(task), null)));
        return "rectification/last-cycle";
    }

    @PostMapping("/tasks/{taskId}/last-cycle")
    @PreAuthorize(Allow.BRANCH_WORK)
    String save(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") LastCycleForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            page(tasks.get(taskId, scope), scope, model);
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "rectification/last-cycle";
        }
        last.save(taskId, form.version(), Objects.requireNonNull(form.text()), actor, scope);
        Notice.leave(redirect, "rectification.last.saved");
        return "redirect:/tasks/" + taskId + "/last-cycle";
    }

    private void page(BranchTask task, BranchScope scope, Model model) {
        LastCycleStatement statement = last.statement(task).orElse(null);
        LastCycle.Cycle cycle = last.before(task).orElse(null);
        model.addAttribute("task", task);
        model.addAttribute("statement", statement);
        model.addAttribute("cycle", cycle);
        model.addAttribute("open", cycle == null ? List.of() : last.open(cycle));
        model.addAttribute("today", dates.today());
        model.addAttribute(
                "writes", scope.role().worksForBranch() && task.getState().isOpen());
    }

    /** What the ledger tells, in sentences that the branch may change. */
    private String proposal(BranchTask task) {
        return last.before(task).map(this::sentences).orElse("");
    }

    private String sentences(LastCycle.Cycle cycle) {
        String counts = labels.text(
                "rectification.last.proposal",
                cycle.campaign(),
                "" + cycle.problems(),
                "" + cycle.closed(),
                "" + cycle.open(),
                "" + cycle.longTerm(),
                "" + cycle.overdue());
        String personal = cycle.personal() == 0
                ? ""
                : labels.text(
                        "rectification.last.proposal.personal", "" + cycle.personal(), "" + cycle.personalClosed());
        String items = last.open(cycle).stream().map(this::sentence).collect(Collectors.joining());
        String open = items.isEmpty() ? "" : "\n" + labels.text("rectification.last.proposal.open") + items;
        return counts + personal + open;
    }

    private String sentence(LastCycle.Open item) {
        String when = item.dueOn() == null
                ? ""
                : labels.text(
                        item.dueOn().isBefore(dates.today())
                                ? "rectification.last.proposal.late"
                                : "rectification.last.proposal.due",
                        dates.full(item.dueOn()));
        String track = item.longTerm() ? labels.text("rectification.last.proposal.longTerm") : "";
        return "\n"
                + labels.text(
                        "rectification.last.proposal.item",
                        "" + item.number(),
                        item.text(),
                        labels.of(item.state()) + track + when);
    }
}
