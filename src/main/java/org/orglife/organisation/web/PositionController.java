package org.orglife.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.PositionService;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.FormRefusals;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
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

/** 任职: filling and emptying the seats of a branch or group. */
@Controller
class PositionController {

    private static final Map<String, String> FIELDS = Map.of(
            "organisation.position.in-future", "from",
            "organisation.position.before-holder", "from",
            "organisation.position.title-missing", "title",
            "organisation.position.not-enrolled", "memberId",
            "organisation.position.already-held", "memberId",
            "organisation.position.already-vacant", "kind",
            "organisation.position.office-only", "kind");

    private final OrgUnitService units;
    private final PositionService positions;
    private final Roster roster;
    private final OncePerForm once;
    private final Dates dates;

    PositionController(OrgUnitService units, PositionService positions, Roster roster, OncePerForm once, Dates dates) {
        this.units = units;
        this.positions = positions;
        this.roster = roster;
        this.once = once;
        this.dates = dates;
    }

    @GetMapping("/organisation/{id}/positions/new")
    @PreAuthorize(Allow.ROSTER)
    String blank(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable PositionKind kind,
            @RequestParam(required = false) @Nullable Long member,
            @CurrentScope BranchScope scope,
            Model model) {
        OrgUnit unit = units.get(id, scope);
        PositionKind chosen = unit.isGroup() ? PositionKind.GROUP_LEADER : kind;
        model.addAttribute("form", PositionForm.blank(chosen, member, dates.today()));
        return page(unit, scope, model);
    }

    @PostMapping("/organisation/{id}/positions")
    @PreAuthorize(Allow.ROSTER)
    String take(
            @PathVariable long id,
            @Valid @ModelAttribute("form") PositionForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        OrgUnit unit = units.get(id, scope);
        form.check(errors);
        String address =
                FormRefusals.attempt(errors, FIELDS, () -> once.address(request, () -> taken(id, form, scope)));
        if (address == null) {
            return FormRefusals.again(page(unit, scope, model), response);
        }
        Notice.leave(redirect, "organisation.notice.position.taken");
        return "redirect:" + address;
    }

    private String taken(long id, PositionForm form, BranchScope scope) {
        positions.take(
                id,
                form.isVacant() ? null : form.memberId(),
                Objects.requireNonNull(form.kind()),
                form.toSeat(),
                Objects.requireNonNull(form.from()),
                scope);
        return "/organisation/" + id;
    }

    @PostMapping("/positions/{id}/end")
    @PreAuthorize(Allow.ROSTER)
    String end(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate on,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        OrgUnit unit = positions.end(id, on == null ? dates.today() : on, scope);
        Notice.leave(redirect, "organisation.notice.position.ended");
        return "redirect:/organisation/" + unit.getId();
    }

    private String page(OrgUnit unit, BranchScope scope, Model model) {
        List<PositionKind> kinds = Arrays.stream(PositionKind.values())
                .filter(kind -> kind.sitsOnCommittee() == unit.isBranch())
                .filter(kind -> PositionService.mayFill(kind, scope))
                .toList();
        if (kinds.isEmpty() || unit.getKind().isSuperior()) {
            throw new RuleViolationException("organisation.position.office-only");
        }
        OrgUnit branch = unit.isGroup() ? units.above(unit, scope) : unit;
        model.addAttribute("unit", unit);
        model.addAttribute("kinds", kinds);
        model.addAttribute("holds", PositionHold.values());
        model.addAttribute(
                "people", branch == null ? List.of() : roster.membersOf(branch.getId(), dates.today(), scope));
        return "organisation/position-form";
    }
}
