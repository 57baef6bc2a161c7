package org.orglife.rectification.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.AspectSubject;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.Roster;
import org.orglife.problem.ProblemAccess;
import org.orglife.problem.ProblemSource;
import org.orglife.rectification.ItemPlanning;
import org.orglife.rectification.Items;
import org.orglife.rectification.MeasurePlan;
import org.orglife.rectification.RaiseProblem;
import org.orglife.rectification.RectificationItem;
import org.orglife.rectification.Track;
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
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Putting problems down and writing them anew. */
@Controller
class ProblemController {

    private final BranchTaskService tasks;
    private final ItemPlanning planning;
    private final Items items;
    private final Roster roster;
    private final OncePerForm once;
    private final Dates dates;

    ProblemController(
            BranchTaskService tasks, ItemPlanning planning, Items items, Roster roster, OncePerForm once, Dates dates) {
        this.tasks = tasks;
        this.planning = planning;
        this.items = items;
        this.roster = roster;
        this.once = once;
        this.dates = dates;
    }

    @GetMapping("/tasks/{taskId}/problems/new")
    @PreAuthorize(Allow.BRANCH)
    String blank(
            @PathVariable long taskId,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable Long aspect,
            @RequestParam(defaultValue = "SELF") ProblemSource source,
            @CurrentScope BranchScope scope,
            Model model) {
        BranchTask task = tasks.get(taskId, scope);
        boolean own = mine || !ProblemAccess.mayWriteForBranch(scope);
        model.addAttribute("form", ProblemForm.blank(own, aspect, source));
        return page(task, own, scope, model);
    }

    @PostMapping("/tasks/{taskId}/problems")
    @PreAuthorize(Allow.BRANCH)
    String raise(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") ProblemForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String more,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        BranchTask task = tasks.get(taskId, scope);
        if (more != null) {
            model.addAttribute("form", form.withOneMoreRow());
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", emptyErrors(form.withOneMoreRow()));
            return page(task, form.isMine(), scope, model);
        }
        boolean backfilled = task.getCampaign().isBackfilled();
        List<MeasureForm> rows = form.rows();
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.get(row).isBlank()) {
                rows.get(row).check(errors, "measures[" + row + "].", dates.today(), backfilled);
            }
        }
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(task, form.isMine(), scope, model);
        }
        List<MeasurePlan> plans = rows.stream()
                .filter(row -> !row.isBlank())
                .map(MeasureForm::toPlan)
                .toList();
        RaiseProblem command = new RaiseProblem(taskId, !form.isMine(), form.toText(), plans);
        String address = once.record(request, () -> {
            RectificationItem item = planning.raise(command, actor, scope);
            Notice.leave(redirect, "rectification.raised", item.getProblem().getNumber());
            return "/ledger/" + item.getId();
        });
        return "redirect:" + address;
    }

    @GetMapping("/ledger/{id}/edit")
    @PreAuthorize(Allow.BRANCH)
    String edit(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        RectificationItem item = items.get(id, scope);
        model.addAttribute("form", ProblemForm.of(item.getProblem()));
        model.addAttribute("item", item);
        return page(
                tasks.get(item.getTaskId(), scope),
                item.getProblem().getSubjectKind().isPersonal(),
                scope,
                model);
    }

    @PostMapping("/ledger/{id}/problem")
    @PreAuthorize(Allow.BRANCH)
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ProblemForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        RectificationItem item = items.get(id, scope);
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            model.addAttribute("item", item);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(
                    tasks.get(item.getTaskId(), scope),
                    item.getProblem().getSubjectKind().isPersonal(),
                    scope,
                    model);
        }
        planning.changeProblem(id, Objects.requireNonNullElse(form.version(), -1L), form.toText(), actor, scope);
        Notice.leave(redirect, "rectification.saved");
        return "redirect:/ledger/" + id;
    }

    private String page(BranchTask task, boolean mine, BranchScope scope, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("mine", mine);
        model.addAttribute(
                "aspects", task.getCampaign().getAspects(mine ? AspectSubject.MEMBER : AspectSubject.BRANCH));
        model.addAttribute("sources", ProblemSource.values());
        model.addAttribute("tracks", Track.values());
        model.addAttribute("people", roster.membersOf(task.getBranch().getId(), dates.today(), scope));
        return "rectification/problem-form";
    }

    /** Asking for one more row is no reason to complain about the others yet. */
    private static BindingResult emptyErrors(ProblemForm form) {
        return new BeanPropertyBindingResult(form, "form");
    }
}
