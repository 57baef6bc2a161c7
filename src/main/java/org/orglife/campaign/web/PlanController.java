package org.orglife.campaign.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchPlan;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Preparation;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepPhase;
import org.orglife.campaign.StepRow;
import org.orglife.campaign.StepState;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 制定方案: day, place and people of the meeting; the steps are counted back from it. */
@Controller
@RequestMapping("/tasks/{taskId}/plan")
class PlanController {

    private final BranchTaskService tasks;
    private final Preparation preparation;
    private final Roster roster;
    private final Dates dates;

    PlanController(BranchTaskService tasks, Preparation preparation, Roster roster, Dates dates) {
        this.tasks = tasks;
        this.preparation = preparation;
        this.roster = roster;
        this.dates = dates;
    }

    @GetMapping
    @PreAuthorize(Allow.SECRETARY)
    String edit(
            @PathVariable long taskId,
            @RequestParam(required = false, defaultValue = "false") boolean like,
            @CurrentScope BranchScope scope,
            Model model) {
        BranchTask task = tasks.get(taskId, scope);
        List<StepRow> steps = plannable(task, scope);
        model.addAttribute("form", form(task, steps, like, scope));
        model.addAttribute("liked", like);
        return page(task, steps, scope, model);
    }

    /** What is settled, or what is proposed: like the last time if that is asked for. */
    private PlanForm form(BranchTask task, List<StepRow> steps, boolean like, BranchScope scope) {
        Optional<BranchPlan> plan = preparation.plan(task, scope);
        if (plan.isPresent()) {
            return PlanForm.of(plan.get(), steps);
        }
        Map<Long, PositionKind> seats = roster.committeeOf(task.getBranch().getId(), dates.today());
        Long secretary = holder(seats, PositionKind.SECRETARY);
        Set<Long> people = roster.membersOf(task.getBranch().getId(), dates.today(), scope).stream()
                .map(Roster.Person::id)
                .collect(Collectors.toSet());
        return preparation
                .earlier(task, scope)
                .filter(last -> like)
                .map(last -> PlanForm.like(last, people, secretary, steps))
                .orElseGet(() -> PlanForm.proposed(secretary, holder(seats, PositionKind.ORGANISATION), steps));
    }

    private static @Nullable Long holder(Map<Long, PositionKind> seats, PositionKind kind) {
        return seats.entrySet().stream()
                .filter(seat -> seat.getValue() == kind)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    @PostMapping
    @PreAuthorize(Allow.SECRETARY)
    String settle(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") PlanForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        BranchTask task = tasks.get(taskId, scope);
        LocalDate earliest = task.getCampaign().isBackfilled() ? null : dates.today();
        List<StepRow> steps = plannable(task, scope);
        form.check(errors, task.getMeetingUntil(), earliest, preparation.chairs(task, scope), steps);
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(task, steps, scope, model);
        }
        preparation.settle(
                taskId, form.version(), form.toDetails(), form.choices(), Boolean.TRUE.equals(form.repeatOwn()), scope);
        Notice.leave(redirect, "campaign.plan.saved");
        return "redirect:/tasks/" + taskId;
    }

    /** The steps before the meeting that are asked for, but for the plan itself. */
    private List<StepRow> plannable(BranchTask task, BranchScope scope) {
        return tasks.steps(task, scope).stream()
                .filter(row -> row.code().phase() == StepPhase.BEFORE
                        && row.code() != StepCode.PLAN
                        && row.state() != StepState.NOT_REQUIRED)
                .toList();
    }

    private String page(BranchTask task, List<StepRow> steps, BranchScope scope, Model model) {
        model.addAttribute("task", task);
        model.addAttribute(
                "earlier",
                preparation.plan(task, scope).isPresent()
                        ? null
                        : preparation.earlier(task, scope).orElse(null));
        model.addAttribute("steps", steps);
        model.addAttribute("people", roster.membersOf(task.getBranch().getId(), dates.today(), scope));
        model.addAttribute("chairs", preparation.chairs(task, scope));
        return "campaign/plan";
    }
}
