package org.orglife.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.BranchKind;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.UnitKind;
import org.orglife.organisation.UnitQuery;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Setting up units, describing them anew, hanging them elsewhere and ending them. */
@Controller
@RequestMapping("/organisation")
class UnitFormController {

    private static final int MOST_PLACES = 1000;

    private static final Map<String, String> FIELDS = Map.of(
            "organisation.unit.name-taken", "name",
            "organisation.unit.code-taken", "code",
            "organisation.unit.wrong-place", "kind");

    private final OrgUnitService units;
    private final UnitQuery query;
    private final OncePerForm once;
    private final Dates dates;

    UnitFormController(OrgUnitService units, UnitQuery query, OncePerForm once, Dates dates) {
        this.units = units;
        this.query = query;
        this.once = once;
        this.dates = dates;
    }

    @GetMapping("/new")
    @PreAuthorize(Allow.UNITS)
    String blank(@RequestParam(required = false) @Nullable Long parent, @CurrentScope BranchScope scope, Model model) {
        OrgUnit above = parent == null ? units.tops(scope).get(0) : units.get(parent, scope);
        List<UnitKind> kinds = units.kindsBelow(above, scope);
        UnitKind usual = kinds.contains(UnitKind.BRANCH) ? UnitKind.BRANCH : kinds.isEmpty() ? null : kinds.get(0);
        model.addAttribute("form", UnitForm.blank(above.getId(), usual));
        return blankPage(above, kinds, model);
    }

    @PostMapping
    @PreAuthorize(Allow.UNITS)
    String create(
            @Valid @ModelAttribute("form") UnitForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        OrgUnit above = units.get(Objects.requireNonNullElse(form.parentId(), 0L), scope);
        form.check(errors, dates.today());
        String address = FormRefusals.attempt(
                errors, FIELDS, () -> once.address(request, () -> "/organisation/" + made(form, above, scope)));
        if (address == null) {
            return FormRefusals.again(blankPage(above, units.kindsBelow(above, scope), model), response);
        }
        Notice.leave(redirect, "organisation.notice.unit.created", String.valueOf(form.name()));
        return "redirect:" + address;
    }

    private long made(UnitForm form, OrgUnit above, BranchScope scope) {
        return units.create(above.getId(), Objects.requireNonNull(form.kind()), form.toDetails(), scope)
                .getId();
    }

    private static String blankPage(OrgUnit above, List<UnitKind> kinds, Model model) {
        model.addAttribute("above", above);
        model.addAttribute("kinds", kinds);
        model.addAttribute("branchKinds", BranchKind.values());
        return "organisation/unit-form";
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize(Allow.UNITS)
    String edit(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        OrgUnit unit = units.get(id, scope);
        model.addAttribute("form", UnitForm.of(unit));
        return editPage(unit, model);
    }

    @PostMapping("/{id}")
    @PreAuthorize(Allow.UNITS)
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") UnitForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        OrgUnit unit = units.get(id, scope);
        form.check(errors, dates.today());
        String address = FormRefusals.attempt(errors, FIELDS, () -> {
            units.change(id, Objects.requireNonNullElse(form.version(), -1L), form.toDetails(), scope);
            return "/organisation/" + id;
        });
        if (address == null) {
            return FormRefusals.again(editPage(unit, model), response);
        }
        Notice.leave(redirect, "organisation.notice.unit.changed");
        return "redirect:" + address;
    }

    private static String editPage(OrgUnit unit, Model model) {
        model.addAttribute("unit", unit);
        model.addAttribute("branchKinds", BranchKind.values());
        return "organisation/unit-form";
    }

    @GetMapping("/{id}/move")
    @PreAuthorize(Allow.TREE)
    String where(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        OrgUnit unit = units.get(id, scope);
        model.addAttribute("unit", unit);
        model.addAttribute("above", units.above(unit, scope));
        model.addAttribute("places", query.placesFor(unit, scope, MOST_PLACES));
        return "organisation/move";
    }

    @PostMapping("/{id}/move")
    @PreAuthorize(Allow.TREE)
    String move(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long parentId,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        OrgUnit unit = units.get(id, scope);
        if (parentId == null) {
            model.addAttribute("missing", true);
            return FormRefusals.again(where(id, scope, model), response);
        }
        units.move(id, parentId, scope);
        Notice.leave(redirect, "organisation.notice.unit.moved", unit.getName());
        return "redirect:/organisation/" + id;
    }

    @PostMapping("/{id}/dissolve")
    @PreAuthorize(Allow.UNITS)
    String dissolve(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate on,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        OrgUnit unit = units.get(id, scope);
        units.dissolve(id, on == null ? dates.today() : on, scope);
        Notice.leave(redirect, "organisation.notice.unit.dissolved", unit.getName());
        return "redirect:/organisation/" + id;
    }
}
