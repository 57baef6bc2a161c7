package org.orglife.points.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.Roster;
import org.orglife.points.ExemptReason;
import org.orglife.points.PointsPeriod;
import org.orglife.points.PointsScheme;
import org.orglife.points.PointsSchemes;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.NotFoundException;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.FormRefusals;
import org.orglife.web.ListParams;
import org.orglife.web.Notice;
import org.orglife.web.Redrawn;
import org.springframework.format.annotation.DateTimeFormat;
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

/** 积分办法: what the secretary settles. */
@Controller
class SchemeController {

    private final PointsSchemes schemes;
    private final Roster roster;
    private final Dates dates;

    SchemeController(PointsSchemes schemes, Roster roster, Dates dates) {
        this.schemes = schemes;
        this.roster = roster;
        this.dates = dates;
    }

    private OrgUnit branch(BranchScope scope) {
        OrgUnit branch = schemes.branchOf(scope);
        if (branch == null) {
            throw new NotFoundException(OrgUnit.class, 0);
        }
        return branch;
    }

    @GetMapping("/points/scheme")
    @PreAuthorize(Allow.SECRETARY)
    String form(@CurrentScope BranchScope scope, Model model) {
        OrgUnit branch = branch(scope);
        PointsScheme scheme = schemes.of(branch.getId(), scope).orElse(null);
        int year = dates.today().getYear();
        if (!model.containsAttribute("form")) {
            boolean edits = scheme != null && scheme.getAnnouncedOn() == null;
            model.addAttribute(
                    "form", scheme != null && edits ? SchemeForm.of(scheme) : SchemeForm.blank(next(scheme, year)));
        }
        model.addAttribute("branch", branch);
        model.addAttribute("periods", PointsPeriod.values());
        return "points/scheme-form";
    }

    private static int next(@Nullable PointsScheme scheme, int year) {
        return scheme == null ? year : Math.max(year, scheme.getYear() + 1);
    }

    @PostMapping("/points/scheme")
    @PreAuthorize(Allow.SECRETARY)
    String write(
            @Valid @ModelAttribute("form") SchemeForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(errors);
        String address = FormRefusals.attempt(errors, Map.of("points.scheme.twice", "year"), () -> {
            schemes.write(branch(scope).getId(), form.version(), form.toCommand(), scope);
            return "/points/people";
        });
        if (address == null) {
            Redrawn.with(model, form, errors);
            return FormRefusals.again(form(scope, model), response);
        }
        Notice.leave(redirect, "points.saved");
        return "redirect:" + address;
    }

    @GetMapping("/points/people")
    @PreAuthorize(Allow.SECRETARY)
    String people(@CurrentScope BranchScope scope, Model model) {
        OrgUnit branch = branch(scope);
        PointsScheme scheme = schemes.of(branch.getId(), scope)
                .orElseThrow(() -> new NotFoundException(PointsScheme.class, branch.getId()));
        Map<Long, ExemptReason> exempt = new HashMap<>();
        List<Roster.Person> people = roster.membersOf(branch.getId(), dates.today(), scope);
        people.forEach(person -> {
            ExemptReason reason = scheme.exemption(person.id());
            if (reason != null) {
                exempt.put(person.id(), reason);
            }
        });
        model.addAttribute("branch", branch);
        model.addAttribute("scheme", scheme);
        model.addAttribute("people", people);
        model.addAttribute("registrars", scheme.getRegistrars());
        model.addAttribute("exempt", exempt);
        model.addAttribute("reasons", ExemptReason.values());
        model.addAttribute("today", dates.today());
        return "points/people";
    }

    /** Who enters, and whom nothing is counted for: fields {@code exempt-<member>} hold the reason. */
    @PostMapping("/points/{id}/people")
    @PreAuthorize(Allow.SECRETARY)
    String settle(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Set<Long> registrar,
            @RequestParam Map<String, String> fields,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        Map<Long, ExemptReason> exempt = new HashMap<>();
        fields.forEach((name, value) -> {
            ExemptReason reason = ListParams.constant(ExemptReason.values(), value);
            if (name.matches("exempt-\\d{1,18}") && reason != null) {
                exempt.put(Long.valueOf(name.substring("exempt-".length())), reason);
            }
        });
        schemes.settle(id, Objects.requireNonNullElse(registrar, Set.of()), exempt, scope);
        Notice.leave(redirect, "points.saved");
        return "redirect:/points";
    }

    @PostMapping("/points/{id}/announce")
    @PreAuthorize(Allow.SECRETARY)
    String announce(
            @PathVariable long id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        schemes.announce(id, Objects.requireNonNullElse(on, dates.today()), scope);
        Notice.leave(redirect, "points.announced");
        return "redirect:/points";
    }

    @PostMapping("/points/{id}/end")
    @PreAuthorize(Allow.SECRETARY)
    String end(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        schemes.end(id, scope);
        Notice.leave(redirect, "points.ended");
        return "redirect:/points";
    }
}
