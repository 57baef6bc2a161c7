package org.orglife.account.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.account.Account;
import org.orglife.account.AccountFilter;
import org.orglife.account.AccountQuery;
import org.orglife.account.AccountRow;
import org.orglife.account.AccountService;
import org.orglife.account.AccountSort;
import org.orglife.account.AccountState;
import org.orglife.account.OpeningQuery;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.NotFoundException;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 账号管理: who may sign in, and what the system officer does about it. */
@Controller
@RequestMapping("/accounts")
class AccountController {

    private static final int PAGE = 50;
    private static final int LONGEST_SEARCH = 60;
    private static final String LIST = "/accounts";

    private final AccountQuery query;
    private final AccountService accounts;
    private final OpeningQuery openings;
    private final SlipPage slips;

    AccountController(AccountQuery query, AccountService accounts, OpeningQuery openings, SlipPage slips) {
        this.query = query;
        this.accounts = accounts;
        this.openings = openings;
        this.slips = slips;
    }

    @GetMapping
    @PreAuthorize(Allow.SYS_ADMIN)
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            @CurrentScope BranchScope scope,
            Model model) {
        AccountFilter filter = new AccountFilter(searched(q), constant(AccountState.values(), state));
        AccountSort order = constant(AccountSort.values(), sort);
        Paging paging = Paging.of(page, PAGE);
        Map<AccountState, Long> states = query.states(scope);
        model.addAttribute("filter", filter);
        model.addAttribute("sort", order == null ? AccountSort.UNIT : order);
        model.addAttribute("sorts", AccountSort.values());
        model.addAttribute("states", states);
        model.addAttribute("choices", AccountState.values());
        model.addAttribute(
                "all", states.values().stream().mapToLong(Long::longValue).sum());
        model.addAttribute(
                "rows",
                query.rows(filter, order == null ? AccountSort.UNIT : order, scope, paging.size(), paging.offset()));
        model.addAttribute("pager", paging.over(query.count(filter, scope)));
        model.addAttribute("waiting", openings.countRequested(scope));
        return "sheet".equals(target) ? "account/accounts :: sheet" : "account/accounts";
    }

    /** One account; {@code ask} unfolds the question of one of its buttons. */
    @GetMapping("/{id}")
    @PreAuthorize(Allow.SYS_ADMIN)
    String one(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String ask,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model) {
        AccountRow row = query.find(id, scope).orElseThrow(() -> new NotFoundException(Account.class, id));
        model.addAttribute("row", row);
        model.addAttribute("own", id == actor.accountId());
        model.addAttribute("ask", ask);
        return "drawer".equals(target) ? "account/account :: drawer" : "account/account";
    }

    @PostMapping("/{id}/one-time-password")
    @PreAuthorize(Allow.SYS_ADMIN)
    String issueOneTimePassword(@PathVariable long id, Actor actor, @CurrentScope BranchScope scope, Model model) {
        return slips.of(List.of(accounts.issueOneTimePassword(id, actor, scope)), LIST, model);
    }

    @PostMapping("/{id}/disable")
    @PreAuthorize(Allow.SYS_ADMIN)
    String disable(@PathVariable long id, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        accounts.disable(id, actor, scope);
        Notice.leave(redirect, "account.disabled.notice");
        return "redirect:" + LIST;
    }

    @PostMapping("/{id}/enable")
    @PreAuthorize(Allow.SYS_ADMIN)
    String enable(@PathVariable long id, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        accounts.enable(id, actor, scope);
        Notice.leave(redirect, "account.enabled.notice");
        return "redirect:" + LIST + "/" + id + "?ask=password";
    }

    static @Nullable String searched(@Nullable String typed) {
        String text = TypedText.clean(typed);
        return text != null && text.length() > LONGEST_SEARCH ? text.substring(0, LONGEST_SEARCH) : text;
    }

    static <E extends Enum<E>> @Nullable E constant(E[] constants, @Nullable String name) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
