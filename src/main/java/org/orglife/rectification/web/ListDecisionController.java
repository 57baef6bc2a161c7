package org.orglife.rectification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.rectification.DecidingBody;
import org.orglife.rectification.ListDecisions;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.FormRefusals;
import org.orglife.web.Notice;
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

/** Which meeting agreed the list of a branch. */
@Controller
@RequestMapping("/tasks/{taskId}/list-decision")
class ListDecisionController {

    private final BranchTaskService tasks;
    private final ListDecisions decisions;
    private final Dates dates;

    ListDecisionController(BranchTaskService tasks, ListDecisions decisions, Dates dates) {
        this.tasks = tasks;
        this.decisions = decisions;
        this.dates = dates;
    }

    @GetMapping
    @PreAuthorize(Allow.BRANCH_WORK)
    String form(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        decisions.of(task).ifPresent(noted -> {
            model.addAttribute("body", noted.getDecision().body());
            model.addAttribute("on", noted.getDecision().on());
            model.addAttribute("atMeeting", noted.isAtMeeting());
            model.addAttribute("version", noted.getVersion());
            model.addAttribute("meeting", noted.getRoutineId());
        });
        return page(task, scope, model);
    }

    @PostMapping
    @PreAuthorize(Allow.BRANCH_WORK)
    String save(
            @PathVariable long taskId,
            @ModelAttribute("decided") DecisionForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean atMeeting,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(required = false) @Nullable Long meeting,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        BranchTask task = tasks.get(taskId, scope);
        Objection wrong = meeting == null ? form.objection(errors) : null;
        if (wrong == null) {
            wrong = ItemPage.attempt(List.of("rectification.decision."), () -> {
                if (meeting == null) {
                    decisions.save(taskId, version, form.toDecision(), atMeeting, actor, scope);
                } else {
                    decisions.saveMeeting(taskId, version, meeting, actor, scope);
                }
            });
        }
        if (wrong != null) {
            model.addAttribute("objection", wrong.code());
            model.addAttribute("body", form.body());
            model.addAttribute("on", errors.getFieldValue("on"));
            model.addAttribute("atMeeting", atMeeting);
            model.addAttribute("version", version);
            model.addAttribute("meeting", meeting);
            return FormRefusals.again(page(task, scope, model), response);
        }
        Notice.leave(redirect, "rectification.agreed.saved");
        return "redirect:/ledger?campaign=" + task.getCampaign().getId();
    }

    private String page(BranchTask task, BranchScope scope, Model model) {
        model.addAttribute("meetings", decisions.meetings(task, scope));
        model.addAttribute("task", task);
        model.addAttribute("bodies", DecidingBody.values());
        model.addAttribute("today", dates.today());
        return "rectification/list-decision";
    }
}
