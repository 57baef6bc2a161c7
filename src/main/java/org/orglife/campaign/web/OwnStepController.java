package org.orglife.campaign.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Preparation;
import org.orglife.campaign.Preparation.StepChoice;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.orglife.web.Redrawn;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 自选动作: steps that a branch adds by itself. */
@Controller
@RequestMapping("/tasks/{taskId}/own-steps")
class OwnStepController {

    private final BranchTaskService tasks;
    private final Preparation preparation;
    private final Roster roster;
    private final OncePerForm once;
    private final Dates dates;

    OwnStepController(BranchTaskService tasks, Preparation preparation, Roster roster, OncePerForm once, Dates dates) {
        this.tasks = tasks;
        this.preparation = preparation;
        this.roster = roster;
        this.once = once;
        this.dates = dates;
    }

    /** A step of the branch's own as it is written down. */
    record OwnStepForm(
            @NotNull(message = "{campaign.ownStep.title.missing}")
            @Size(max = 40, message = "{campaign.ownStep.title.long}")
            @Nullable
            String title,

            @Nullable Long ownerId,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate until) {}

    @GetMapping("/new")
    @PreAuthorize(Allow.SECRETARY)
    String blank(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        model.addAttribute("form", new OwnStepForm(null, null, null));
        return page(tasks.get(taskId, scope), scope, model);
    }

    private String page(BranchTask task, BranchScope scope, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("people", roster.membersOf(task.getBranch().getId(), dates.today(), scope));
        return "campaign/own-step";
    }

    @PostMapping
    @PreAuthorize(Allow.SECRETARY)
    String add(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") OwnStepForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        BranchTask task = tasks.get(taskId, scope);
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(task, scope, model);
        }
        Notice.leave(redirect, "campaign.ownStep.added");
        return "redirect:"
                + once.address(request, () -> {
                    preparation.addOwn(
                            taskId,
                            Objects.requireNonNull(form.title()),
                            new StepChoice(form.ownerId(), form.until()),
                            scope);
                    return "/tasks/" + taskId;
                });
    }

    @PostMapping("/{stepId}/done")
    @PreAuthorize(Allow.BRANCH_WORK)
    String done(@PathVariable long taskId, @PathVariable long stepId, @CurrentScope BranchScope scope) {
        preparation.noteOwn(taskId, stepId, dates.today(), scope);
        return "redirect:/tasks/" + taskId;
    }

    @PostMapping("/{stepId}/undone")
    @PreAuthorize(Allow.BRANCH_WORK)
    String undone(@PathVariable long taskId, @PathVariable long stepId, @CurrentScope BranchScope scope) {
        preparation.noteOwn(taskId, stepId, null, scope);
        return "redirect:/tasks/" + taskId;
    }

    @PostMapping("/{stepId}/drop")
    @PreAuthorize(Allow.SECRETARY)
    String drop(
            @PathVariable long taskId,
            @PathVariable long stepId,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        preparation.dropOwn(taskId, stepId, scope);
        Notice.leave(redirect, "campaign.ownStep.dropped");
        return "redirect:/tasks/" + taskId;
    }
}
