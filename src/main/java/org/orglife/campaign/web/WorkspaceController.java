package org.orglife.campaign.web;

import java.util.Comparator;
import java.util.List;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.BranchTaskState;
import org.orglife.campaign.Helpers;
import org.orglife.campaign.PhaseSteps;
import org.orglife.campaign.ReportCheck;
import org.orglife.campaign.StepPhase;
import org.orglife.campaign.StepRow;
import org.orglife.campaign.StepState;
import org.orglife.campaign.TaskEntry;
import org.orglife.campaign.Workspace;
import org.orglife.campaign.Workspaces;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.Role;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 支部工作台: which steps there are, which must be taken, how far each has come. */
@Controller
class WorkspaceController {

    private final BranchTaskService tasks;
    private final Workspaces workspaces;
    private final ReportCheck reports;
    private final Dates dates;

    WorkspaceController(BranchTaskService tasks, Workspaces workspaces, ReportCheck reports, Dates dates) {
        this.tasks = tasks;
        this.workspaces = workspaces;
        this.reports = reports;
        this.dates = dates;
    }

    @GetMapping("/workspace")
    @PreAuthorize(Allow.BRANCH)
    String own(Actor actor, @CurrentScope BranchScope scope, Model model) {
        model.addAttribute("leads", scope.role().leadsBranch());
        return tasks.current(actor.unitId(), scope)
                .map(task -> "redirect:/tasks/" + task.getId())
                .orElse("campaign/no-task");
    }

    @GetMapping("/tasks/{id}")
    @PreAuthorize(Allow.BUSINESS)
    String workspace(
            @PathVariable long id,
            @RequestParam(required = false) StepPhase phase,
            @CurrentScope BranchScope scope,
            Model model) {
        Workspace workspace = workspaces.of(id, scope);
        BranchTask task = workspace.task();
        List<StepRow> steps = workspace.steps();
        List<PhaseSteps> phases =
                List.of(PhaseSteps.of(StepPhase.BEFORE, steps), PhaseSteps.of(StepPhase.AFTER, steps));
        boolean afterMeeting = task.getState().isAfterMeeting();
        StepPhase shown = phase != null ? phase : (afterMeeting ? StepPhase.AFTER : StepPhase.BEFORE);
        model.addAttribute("task", task);
        model.addAttribute("phases", phases);
        model.addAttribute("shown", phases.get(shown == StepPhase.BEFORE ? 0 : 1));
        model.addAttribute("today", dates.today());
        model.addAttribute("others", workspace.others());
        model.addAttribute("supplements", workspace.supplements());
        model.addAttribute("seats", workspace.seats());
        model.addAttribute("history", workspace.history());
        addGate(task, steps, model);
        addReport(workspace, scope, model);
        model.addAttribute("plan", workspace.plan());
        model.addAttribute("ownSteps", workspace.ownSteps());
        model.addAttribute("leads", scope.role().leadsBranch());
        model.addAttribute("works", scope.role().worksForBranch());
        model.addAttribute("confirms", scope.role() == Role.PARTY_OFFICE);
        model.addAttribute("mayName", Helpers.mayName(scope));
        return "campaign/workspace";
    }

    /** 还差什么才能上报, once the meeting is over; why it is held again, while it is. */
    private void addReport(Workspace workspace, BranchScope scope, Model model) {
        BranchTask task = workspace.task();
        BranchTaskState state = task.getState();
        model.addAttribute(
                "report",
                state == BranchTaskState.HELD && scope.role().worksForBranch() ? reports.missing(task, scope) : null);
        model.addAttribute("minutes", state.isAfterMeeting() || state == BranchTaskState.REDO_REQUIRED);
        model.addAttribute(
                "redoReason",
                state == BranchTaskState.REDO_REQUIRED
                        ? workspace.history().stream()
                                .filter(entry -> entry.getToState() == BranchTaskState.REDO_REQUIRED)
                                .map(TaskEntry::getReason)
                                .findFirst()
                                .orElse(null)
                        : null);
    }

    /** 还差什么才能开会: what gate G1 still asks for, what must be done first. */
    private static void addGate(BranchTask task, List<StepRow> steps, Model model) {
        List<StepRow> missing = steps.stream()
                .filter(StepRow::isMissing)
                .sorted(Comparator.comparing(StepRow::level))
                .toList();
        long must = missing.stream().filter(StepRow::isMust).count();
        model.addAttribute(
                "gate", task.getState().isPreparation() && !task.getCampaign().isBackfilled());
        model.addAttribute("missing", missing);
        model.addAttribute("must", must);
        model.addAttribute("should", missing.size() - must);
        model.addAttribute(
                "waived",
                steps.stream().filter(row -> row.state() == StepState.WAIVED).toList());
    }
}
