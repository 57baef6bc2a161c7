package org.orglife.rectification.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.StepCode;
import org.orglife.rectification.ItemReview;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Notice;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 整改台账: the page with its views. */
@Controller
class LedgerController {

    private final LedgerPage page;
    private final ItemReview review;
    private final BranchTaskService tasks;

    LedgerController(LedgerPage page, ItemReview review, BranchTaskService tasks) {
        this.page = page;
        this.review = review;
        this.tasks = tasks;
    }

    @GetMapping("/ledger")
    @PreAuthorize(Allow.BUSINESS)
    String ledger(
            @ModelAttribute LedgerParams params,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model) {
        page.fill(model, params, false, actor, scope);
        return "sheet".equals(target) ? "rectification/ledger :: sheet" : "rectification/ledger";
    }

    /** The items of whoever is signed in: his own problems, and the measures he answers for. */
    @GetMapping("/my-problems")
    @PreAuthorize(Allow.BRANCH)
    String mine(
            @ModelAttribute LedgerParams params,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model) {
        page.fill(model, params, true, actor, scope);
        if (model.getAttribute("task") instanceof BranchTask task) {
            model.addAttribute("texts", tasks.page(StepCode.TEXT, task).orElse(null));
        }
        return "sheet".equals(target) ? "rectification/ledger :: sheet" : "rectification/ledger";
    }

    /** Strikes off the items that were ticked, all or none. */
    @PostMapping("/ledger/approve")
    @PreAuthorize(Allow.CLOSERS)
    String approveAll(
            @RequestParam(required = false) @Nullable List<Long> item,
            @RequestParam(defaultValue = "/ledger") String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        if (item == null || item.isEmpty()) {
            Notice.leave(redirect, "rectification.acceptMany.none");
        } else {
            ItemReview.Approved done = review.approveAll(item, actor, scope);
            boolean all = done.closed() == done.approved();
            Notice.leave(
                    redirect,
                    all ? "rectification.acceptMany.notice" : "rectification.acceptMany.verified",
                    done.approved(),
                    done.closed());
        }
        return "redirect:" + LedgerAddress.back(back);
    }
}
