package org.orglife.rectification.web;

import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.rectification.ClearAspects;
import org.orglife.rectification.FindingQuery;
import org.orglife.shared.Actor;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 查摆问题: the branch's problems aspect by aspect, and whose own lists are in. */
@Controller
class FindingController {

    private final BranchTaskService tasks;
    private final FindingQuery finding;
    private final ClearAspects clearAspects;

    FindingController(BranchTaskService tasks, FindingQuery finding, ClearAspects clearAspects) {
        this.tasks = tasks;
        this.finding = finding;
        this.clearAspects = clearAspects;
    }

    /** Of the campaign that the branch is working on. */
    @GetMapping("/problems")
    @PreAuthorize(Allow.BRANCH)
    String current(Actor actor, @CurrentScope BranchScope scope) {
        return "redirect:" + tasks.currentAddress(actor.unitId(), scope, "/problems");
    }

    @GetMapping("/tasks/{taskId}/problems")
    @PreAuthorize(Allow.BRANCH)
    String problems(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        model.addAttribute("task", task);
        model.addAttribute("finding", finding.of(task, scope));
        model.addAttribute("works", scope.role().worksForBranch());
        model.addAttribute(
                "writes", scope.role().worksForBranch() && task.getState().isOpen());
        model.addAttribute("me", scope.memberId());
        return "rectification/finding";
    }

    @PostMapping("/tasks/{taskId}/aspects/{aspectId}/clear")
    @PreAuthorize(Allow.BRANCH_WORK)
    String clear(
            @PathVariable long taskId,
            @PathVariable long aspectId,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        clearAspects.state(taskId, aspectId, actor, scope);
        Notice.leave(redirect, "rectification.finding.cleared");
        return "redirect:/tasks/" + taskId + "/problems";
    }

    @PostMapping("/tasks/{taskId}/aspects/{aspectId}/not-clear")
    @PreAuthorize(Allow.BRANCH_WORK)
    String takeBack(
            @PathVariable long taskId,
            @PathVariable long aspectId,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        clearAspects.takeBack(taskId, aspectId, scope);
        Notice.leave(redirect, "rectification.finding.notCleared");
        return "redirect:/tasks/" + taskId + "/problems";
    }
}
