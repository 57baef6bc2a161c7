package org.orglife.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.account.Account;
import org.orglife.account.AccountFilter;
import org.orglife.account.AccountQuery;
import org.orglife.account.AccountSort;
import org.orglife.account.AccountState;
import org.orglife.account.RoleAssignment;
import org.orglife.account.RoleFilter;
import org.orglife.account.RoleQuery;
import org.orglife.account.RoleService;
import org.orglife.organisation.UnitQuery;
import org.orglife.organisation.UnitRow;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.orglife.web.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 角色与权限: which roles are granted, to whom, over what. */
@Controller
@RequestMapping("/roles")
class RoleController {

    private static final int PAGE = 50;
    private static final int MOST_UNITS = 300;
    private static final int MOST_FOUND = 30;
    private static final String LIST = "/roles";

    private final RoleService roles;
    private final RoleQuery query;
    private final AccountQuery accounts;
    private final UnitQuery units;
    private final OncePerForm once;
    private final Dates dates;

    RoleController(
            RoleService roles, RoleQuery query, AccountQuery accounts, UnitQuery units, OncePerForm once, Dates dates) {
        this.roles = roles;
        this.query = query;
        this.accounts = accounts;
        this.units = units;
        this.once = once;
        this.dates = dates;
    }

    @GetMapping
    @PreAuthorize(Allow.SEC_ADMIN)
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(defaultValue = "false") boolean past,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model) {
        RoleFilter filter =
                new RoleFilter(AccountController.searched(q), AccountController.constant(Role.values(), role), past);
        Paging paging = Paging.of(page, PAGE);
        model.addAttribute("filter", filter);
        model.addAttribute("grantable", RoleAssignment.GRANTABLE);
        model.addAttribute("own", actor.accountId());
        model.addAttribute("rows", query.rows(filter, scope, paging.size(), paging.offset()));
        model.addAttribute("pager", paging.over(query.count(filter, scope)));
        return "sheet".equals(target) ? "account/roles :: sheet" : "account/roles";
    }

    /** First the person, then the role. */
    @GetMapping("/new")
    @PreAuthorize(Allow.SEC_ADMIN)
    String choose(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Long account,
            @CurrentScope BranchScope scope,
            Model model) {
        if (account != null) {
            RoleForm form = new RoleForm();
            form.setFrom(dates.today());
            model.addAttribute("form", form);
            return page(account, scope, model);
        }
        String text = AccountController.searched(q);
        model.addAttribute("text", text);
        model.addAttribute(
                "found",
                text == null
                        ? List.of()
                        : accounts.rows(
                                new AccountFilter(text, AccountState.ACTIVE), AccountSort.NAME, scope, MOST_FOUND, 0));
        return "account/role-person";
    }

    @PostMapping
    @PreAuthorize(Allow.SEC_ADMIN)
    String grant(
            @RequestParam(defaultValue = "0") long account,
            @Valid @ModelAttribute("form") RoleForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        if (!errors.hasErrors()) {
            try {
                String address = once.address(request, () -> {
                    roles.grant(
                            account,
                            Objects.requireNonNull(form.getRole()),
                            form.getUnitId(),
                            Objects.requireNonNull(form.getFrom()),
                            form.getUntil(),
                            actor,
                            scope);
                    return LIST;
                });
                Notice.leave(redirect, "account.role.granted.notice");
                return "redirect:" + address;
            } catch (RuleViolationException objection) {
                errors.rejectValue(field(objection.code()), objection.code(), objection.arguments(), null);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(account, scope, model);
    }

    @PostMapping("/{id}/revoke")
    @PreAuthorize(Allow.SEC_ADMIN)
    String revoke(@PathVariable long id, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        roles.revoke(id, actor, scope);
        Notice.leave(redirect, "account.role.revoked.notice");
        return "redirect:" + LIST;
    }

    /** The field a refusal belongs to. */
    private static String field(String code) {
        return switch (code) {
            case "account.role.unit", "account.role.superior-unit", "account.role.branch-unit" -> "unitId";
            case "account.role.ends-before-begin", "account.role.past" -> "until";
            default -> "role";
        };
    }

    private String page(long accountId, BranchScope scope, Model model) {
        Account account = roles.account(accountId, scope);
        List<UnitRow> superiors = units.superiors(scope, MOST_UNITS);
        List<UnitRow> branches = units.branches(null, scope, MOST_UNITS);
        model.addAttribute("account", account);
        model.addAttribute(
                "grantable",
                RoleAssignment.GRANTABLE.stream()
                        .filter(role -> role.isOfficer() == account.isOfficer())
                        .toList());
        model.addAttribute(
                "units", Stream.concat(superiors.stream(), branches.stream()).toList());
        return "account/role-new";
    }
}
