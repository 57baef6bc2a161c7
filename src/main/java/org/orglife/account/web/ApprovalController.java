package org.orglife.account.web;

import org.jspecify.annotations.Nullable;
import org.orglife.account.AccountOpening;
import org.orglife.account.AccountQuery;
import org.orglife.account.OpeningQuery;
import org.orglife.account.OpeningRow;
import org.orglife.account.OpeningService;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.NotFoundException;
import org.orglife.web.Allow;
import org.orglife.web.Notice;
import org.orglife.web.Paging;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 开通审批: the security officer looks at a list of new accounts and lets it in, or not. */
@Controller
@RequestMapping("/approvals")
class ApprovalController {

    private static final int PAGE = 20;
    private static final int PAGE_OF_ACCOUNTS = 50;

    private final OpeningService openings;
    private final OpeningQuery query;
    private final AccountQuery accounts;

    ApprovalController(OpeningService openings, OpeningQuery query, AccountQuery accounts) {
        this.openings = openings;
        this.query = query;
        this.accounts = accounts;
    }

    @GetMapping
    @PreAuthorize(Allow.SEC_ADMIN)
    String list(@RequestParam(required = false) @Nullable Integer page, @CurrentScope BranchScope scope, Model model) {
        Paging paging = Paging.of(page, PAGE);
        model.addAttribute("rows", query.rows(scope, paging.size(), paging.offset()));
        model.addAttribute("waiting", query.countRequested(scope));
        model.addAttribute("pager", paging.over(query.count(scope)));
        return "account/approvals";
    }

    @GetMapping("/{id}")
    @PreAuthorize(Allow.SEC_ADMIN)
    String one(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer page,
            @CurrentScope BranchScope scope,
            Model model) {
        OpeningRow row = query.find(id, scope).orElseThrow(() -> new NotFoundException(AccountOpening.class, id));
        Paging paging = Paging.of(page, PAGE_OF_ACCOUNTS);
        model.addAttribute("row", row);
        model.addAttribute("accounts", accounts.ofOpening(id, scope, paging.size(), paging.offset()));
        model.addAttribute("pager", paging.over(row.state() == AccountOpening.State.REJECTED ? 0 : row.accounts()));
        return "account/approval";
    }

    @PostMapping("/{id}/approve")
    @PreAuthorize(Allow.SEC_ADMIN)
    String approve(@PathVariable long id, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        openings.approve(id, actor, scope);
        Notice.leave(redirect, "account.opening.approved.notice");
        return "redirect:/approvals";
    }

    @PostMapping("/{id}/reject")
    @PreAuthorize(Allow.SEC_ADMIN)
    String reject(@PathVariable long id, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        openings.reject(id, actor, scope);
        Notice.leave(redirect, "account.opening.rejected.notice");
        return "redirect:/approvals";
    }
}
