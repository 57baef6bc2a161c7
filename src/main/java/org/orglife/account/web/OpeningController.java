package org.orglife.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.account.Candidate;
import org.orglife.account.OpeningQuery;
import org.orglife.account.OpeningService;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.UnitQuery;
import org.orglife.organisation.UnitRow;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.web.Allow;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 开通账号: asking for accounts, and printing the slips of those that were approved. */
@Controller
@RequestMapping("/openings")
class OpeningController {

    private static final int PAGE = 20;
    private static final int MOST_UNITS = 200;
    private static final String LIST = "/openings";

    private final OpeningService openings;
    private final OpeningQuery query;
    private final UnitQuery units;
    private final OrgUnitService unitService;
    private final OncePerForm once;
    private final SlipPage slips;

    OpeningController(
            OpeningService openings,
            OpeningQuery query,
            UnitQuery units,
            OrgUnitService unitService,
            OncePerForm once,
            SlipPage slips) {
        this.openings = openings;
        this.query = query;
        this.units = units;
        this.unitService = unitService;
        this.once = once;
        this.slips = slips;
    }

    @GetMapping
    @PreAuthorize(Allow.SYS_ADMIN)
    String list(@RequestParam(required = false) @Nullable Integer page, @CurrentScope BranchScope scope, Model model) {
        Paging paging = Paging.of(page, PAGE);
        model.addAttribute("rows", query.rows(scope, paging.size(), paging.offset()));
        model.addAttribute("pager", paging.over(query.count(scope)));
        return "account/openings";
    }

    /** First the unit, then the list of those who have no account yet. */
    @GetMapping("/new")
    @PreAuthorize(Allow.SYS_ADMIN)
    String choose(
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(defaultValue = "false") boolean seated,
            @RequestParam(required = false) @Nullable String q,
            @CurrentScope BranchScope scope,
            Model model) {
        String text = AccountController.searched(q);
        model.addAttribute("text", text);
        model.addAttribute("seated", seated);
        if (unit == null) {
            model.addAttribute("units", choices(text, scope));
        } else {
            List<Candidate> candidates = query.candidates(unit, seated, scope, OpeningService.MOST_AT_ONCE + 1);
            model.addAttribute("unit", unitService.get(unit, scope));
            model.addAttribute("candidates", candidates);
            model.addAttribute(
                    "branches",
                    candidates.stream().map(Candidate::branchId).distinct().count());
            model.addAttribute("tooMany", candidates.size() > OpeningService.MOST_AT_ONCE);
        }
        return "account/opening-new";
    }

    @PostMapping
    @PreAuthorize(Allow.SYS_ADMIN)
    String open(
            @RequestParam(defaultValue = "0") long unit,
            @RequestParam(defaultValue = "false") boolean seated,
            Actor actor,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        String address = once.address(request, () -> {
            openings.openMembers(unit, seated, actor, scope);
            return LIST;
        });
        Notice.leave(redirect, "account.opening.requested.notice");
        return "redirect:" + address;
    }

    @GetMapping("/single")
    @PreAuthorize(Allow.SYS_ADMIN)
    String single(@CurrentScope BranchScope scope, Model model) {
        model.addAttribute("form", new OpeningForm());
        return singlePage(scope, model);
    }

    @PostMapping("/single")
    @PreAuthorize(Allow.SYS_ADMIN)
    String openSingle(
            @Valid @ModelAttribute("form") OpeningForm form,
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
                    openings.openSingle(
                            Objects.requireNonNull(form.getUnitId()),
                            Objects.requireNonNull(form.getUsername()),
                            Objects.requireNonNull(form.getName()),
                            form.isOfficer(),
                            actor,
                            scope);
                    return LIST;
                });
                Notice.leave(redirect, "account.opening.requested.notice");
                return "redirect:" + address;
            } catch (RuleViolationException objection) {
                errors.rejectValue("username", objection.code(), objection.arguments(), null);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return singlePage(scope, model);
    }

    @PostMapping("/{id}/slips")
    @PreAuthorize(Allow.SYS_ADMIN)
    String slips(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        return slips.of(openings.slips(id, scope), LIST, model);
    }

    private String singlePage(BranchScope scope, Model model) {
        model.addAttribute("units", choices(null, scope));
        return "account/opening-single";
    }

    /** Committees and general branches first, as they take their branches along. */
    private List<UnitRow> choices(@Nullable String text, BranchScope scope) {
        if (text != null) {
            return units.search(text, scope, MOST_UNITS);
        }
        List<UnitRow> superiors = units.superiors(scope, MOST_UNITS);
        List<UnitRow> branches = units.branches(null, scope, MOST_UNITS);
        return java.util.stream.Stream.concat(superiors.stream(), branches.stream())
                .toList();
    }
}
