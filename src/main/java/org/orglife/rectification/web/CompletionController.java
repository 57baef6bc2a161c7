package org.orglife.rectification.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.CampaignService;
import org.orglife.rectification.Completion;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.TypedText;
import org.orglife.web.Allow;
import org.orglife.web.Notice;
import org.orglife.web.Paging;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 确认办结: the office looks through the branches that have reported and says which are done. */
@Controller
class CompletionController {

    private static final int LINES = 100;

    private final Completion completion;
    private final CampaignService campaigns;

    CompletionController(Completion completion, CampaignService campaigns) {
        this.completion = completion;
        this.campaigns = campaigns;
    }

    @GetMapping("/campaigns/{id}/completion")
    @PreAuthorize(Allow.OFFICE)
    String page(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer page,
            @CurrentScope BranchScope scope,
            Model model) {
        model.addAttribute("campaign", campaigns.get(id, scope));
        Paging paging = Paging.of(page, LINES);
        List<Completion.Candidate> rows = completion.candidates(id, scope, paging.size(), paging.offset());
        model.addAttribute("rows", rows);
        model.addAttribute("pager", paging.over(completion.countCandidates(id, scope)));
        model.addAttribute(
                "unfinished",
                completion.unfinished(
                        rows.stream().map(Completion.Candidate::taskId).toList()));
        return "rectification/completion";
    }

    @PostMapping("/campaigns/{id}/completion")
    @PreAuthorize(Allow.OFFICE)
    String complete(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<Long> task,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        if (task == null) {
            Notice.leave(redirect, "rectification.completion.none-chosen");
        } else {
            Notice.leave(redirect, "rectification.completion.done", completion.complete(task, actor, scope));
        }
        return "redirect:/campaigns/" + id + "/completion";
    }

    @PostMapping("/tasks/{taskId}/take-up")
    @PreAuthorize(Allow.OFFICE)
    String takeUp(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        String words = TypedText.clean(reason);
        if (words == null || TypedText.length(words) > ItemPage.LONGEST_REASON) {
            throw new RuleViolationException("rectification.completion.reason");
        }
        completion.takeUp(taskId, words, actor, scope);
        Notice.leave(redirect, "rectification.completion.taken-up");
        return "redirect:/tasks/" + taskId;
    }
}
