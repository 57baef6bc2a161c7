package org.orglife.campaign.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Helpers;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.web.Dates;
import org.orglife.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 协助人员 of one campaign: who does the work of empty seats. */
@Controller
@RequestMapping("/tasks/{taskId}/helpers")
class HelperController {

    private static final String MAY_NAME = "hasAnyRole('PARTY_OFFICE','SECRETARY','DEPUTY')";

    private final BranchTaskService tasks;
    private final Helpers helpers;
    private final Roster roster;
    private final Dates dates;

    HelperController(BranchTaskService tasks, Helpers helpers, Roster roster, Dates dates) {
        this.tasks = tasks;
        this.helpers = helpers;
        this.roster = roster;
        this.dates = dates;
    }

    @GetMapping
    @PreAuthorize(MAY_NAME)
    String list(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        model.addAttribute("task", task);
        model.addAttribute("helpers", helpers.of(taskId, scope));
        model.addAttribute("people", roster.membersOf(task.getBranch().getId(), dates.today(), scope));
        return "campaign/helpers";
    }

    @PostMapping
    @PreAuthorize(MAY_NAME)
    String name(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable Long memberId,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            if (memberId == null) {
                throw new RuleViolationException("campaign.helper.missing");
            }
            helpers.name(taskId, memberId, scope);
            Notice.leave(redirect, "campaign.helper.done");
            return "redirect:/tasks/" + taskId + "/helpers";
        } catch (RuleViolationException refused) {
            model.addAttribute("refused", refused.code());
            model.addAttribute("refusedArguments", refused.arguments());
            model.addAttribute("chosen", memberId);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(taskId, scope, model);
        }
    }

    @PostMapping("/{position}/end")
    @PreAuthorize(MAY_NAME)
    String end(
            @PathVariable long taskId,
            @PathVariable long position,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        helpers.end(taskId, position, scope);
        Notice.leave(redirect, "campaign.helper.ended");
        return "redirect:/tasks/" + taskId + "/helpers";
    }
}
