package org.orglife.points.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.Roster;
import org.orglife.points.PointsBoard;
import org.orglife.points.PointsBook;
import org.orglife.points.PointsScheme;
import org.orglife.points.PointsSchemes;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.FormRefusals;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.orglife.web.Paging;
import org.orglife.web.Redrawn;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 积分: one's own passbook, and the register for those who keep it. */
@Controller
class PointsController {

    private static final int ROWS = 50;

    private static final Map<String, String> FIELDS = Map.of(
            "points.own", "member",
            "points.exempt", "member",
            "points.not-enrolled", "member",
            "points.most", "item",
            "points.future", "onDay",
            "points.other-year", "onDay");

    private final PointsSchemes schemes;
    private final PointsBoard board;
    private final PointsBook book;
    private final Roster roster;
    private final OncePerForm once;
    private final Dates dates;

    PointsController(
            PointsSchemes schemes, PointsBoard board, PointsBook book, Roster roster, OncePerForm once, Dates dates) {
        this.schemes = schemes;
        this.board = board;
        this.book = book;
        this.roster = roster;
        this.once = once;
        this.dates = dates;
    }

    @GetMapping("/points")
    @PreAuthorize(Allow.BRANCH)
    String own(@RequestParam(required = false) @Nullable Integer page, @CurrentScope BranchScope scope, Model model) {
        OrgUnit branch = schemes.branchOf(scope);
        PointsScheme scheme =
                branch == null ? null : schemes.of(branch.getId(), scope).orElse(null);
        model.addAttribute("branch", branch);
        model.addAttribute("leads", scope.role().leadsBranch());
        model.addAttribute("today", dates.today());
        boolean on = scheme != null && scheme.getAnnouncedOn() != null;
        model.addAttribute("on", on);
        model.addAttribute("scheme", on || scope.role().leadsBranch() ? scheme : null);
        if (scheme != null && on) {
            put(scheme, page, scope, model);
        }
        return "points/points";
    }

    private void put(PointsScheme scheme, @Nullable Integer page, BranchScope scope, Model model) {
        model.addAttribute("total", board.own(scheme, scope));
        model.addAttribute("exempt", scheme.exemption(scope.memberId() == null ? -1 : scope.memberId()));
        model.addAttribute("passbook", board.passbook(scheme, scope));
        boolean readsAll = PointsBoard.readsAll(scheme, scope);
        model.addAttribute("readsAll", readsAll);
        model.addAttribute("enters", scheme.isRegistrar(scope.memberId()) && scheme.isRunning());
        if (readsAll) {
            Paging paging = Paging.of(page, ROWS);
            model.addAttribute("lines", board.board(scheme, scope));
            model.addAttribute("entries", board.entries(scheme, scope, paging.size(), paging.offset()));
            model.addAttribute("pager", paging.over(board.count(scheme)));
            model.addAttribute("people", roster.membersOf(scheme.getBranchId(), dates.today(), scope));
            if (!model.containsAttribute("form")) {
                model.addAttribute("form", EntryForm.blank(dates.today()));
            }
        }
    }

    @PostMapping("/points/{schemeId}/entries")
    @PreAuthorize(Allow.BRANCH)
    String enter(
            @PathVariable long schemeId,
            @Valid @ModelAttribute("form") EntryForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        book.requireRegistrar(schemeId, scope);
        String address = FormRefusals.attempt(
                errors,
                FIELDS,
                () -> once.address(request, () -> {
                    book.enter(
                            schemeId,
                            Objects.requireNonNull(form.member()),
                            Objects.requireNonNull(form.item()),
                            Objects.requireNonNull(form.onDay()),
                            form.note(),
                            actor,
                            scope);
                    return "/points";
                }));
        if (address == null) {
            Redrawn.with(model, form, errors);
            return FormRefusals.again(own(null, scope, model), response);
        }
        Notice.leave(redirect, "points.entered");
        return "redirect:" + address;
    }

    @PostMapping("/points/{schemeId}/entries/{entryId}/counter")
    @PreAuthorize(Allow.BRANCH)
    String counter(
            @PathVariable long schemeId,
            @PathVariable long entryId,
            @Valid @ModelAttribute("counter") CounterForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            return FormRefusals.again(own(null, scope, model), response);
        }
        book.counter(schemeId, entryId, Objects.requireNonNull(form.reason()), actor, scope);
        Notice.leave(redirect, "points.counter.done");
        return "redirect:/points";
    }
}
