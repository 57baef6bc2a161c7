package org.orglife.account.web;

import java.util.List;
import org.orglife.account.AccountQuery;
import org.orglife.account.AccountService;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** 党员账号: the secretary helps a member of the own branch who has forgotten his password. */
@Controller
class MemberAccountController {

    /** The largest branches have some hundred members. */
    private static final int MOST = 1_000;

    private final AccountQuery query;
    private final AccountService accounts;
    private final SlipPage slips;

    MemberAccountController(AccountQuery query, AccountService accounts, SlipPage slips) {
        this.query = query;
        this.accounts = accounts;
        this.slips = slips;
    }

    @GetMapping("/member-accounts")
    @PreAuthorize(Allow.SECRETARY)
    String list(@CurrentScope BranchScope scope, Model model) {
        model.addAttribute("rows", query.plainMembers(scope, MOST));
        return "account/member-accounts";
    }

    @PostMapping("/member-accounts/{id}/one-time-password")
    @PreAuthorize(Allow.SECRETARY)
    String issueOneTimePassword(@PathVariable long id, Actor actor, @CurrentScope BranchScope scope, Model model) {
        return slips.of(List.of(accounts.issueOneTimePassword(id, actor, scope)), "/member-accounts", model);
    }
}
