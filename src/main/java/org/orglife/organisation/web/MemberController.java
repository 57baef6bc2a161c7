package org.orglife.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.Gender;
import org.orglife.organisation.Member;
import org.orglife.organisation.MemberFlag;
import org.orglife.organisation.MemberKind;
import org.orglife.organisation.MemberRecord;
import org.orglife.organisation.MemberRow;
import org.orglife.organisation.MemberService;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.Position;
import org.orglife.organisation.Standing;
import org.orglife.organisation.UnitQuery;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
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

/** A member: the record, and what is written in it. */
@Controller
class MemberController {

    private static final int MOST_BRANCHES = 1000;

    private static final String LOOKALIKE = "organisation.form.member.another";

    private static final Map<String, String> FIELDS = Map.of(
            LOOKALIKE,
            "another",
            "organisation.member.code-taken",
            "code",
            "organisation.membership.in-future",
            "from",
            "organisation.membership.foreign-group",
            "groupId",
            "organisation.membership.not-a-branch",
            "branchId");

    private final MemberService members;
    private final OrgUnitService units;
    private final UnitQuery query;
    private final OncePerForm once;
    private final Dates dates;

    MemberController(MemberService members, OrgUnitService units, UnitQuery query, OncePerForm once, Dates dates) {
        this.members = members;
        this.units = units;
        this.query = query;
        this.once = once;
        this.dates = dates;
    }

    @GetMapping("/members/{id}")
    @PreAuthorize(Allow.ROSTER)
    String member(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        show(members.get(id, scope), scope, model);
        model.addAttribute("office", scope.role() == Role.PARTY_OFFICE);
        return "organisation/member";
    }

    /** What is kept on oneself: everything, as nothing about a person is kept from him. */
    @GetMapping("/me/record")
    @PreAuthorize(Allow.SIGNED_IN)
    String own(@CurrentScope BranchScope scope, Model model) {
        MemberRecord known = members.own(scope).orElseThrow(() -> new NotFoundException(Member.class, "own"));
        show(known, scope, model);
        return "organisation/record";
    }

    private void show(MemberRecord known, BranchScope scope, Model model) {
        model.addAttribute("known", known);
        model.addAttribute("member", known.member());
        model.addAttribute("phone", members.maskedPhone(known.member(), scope));
        model.addAttribute(
                "seats",
                known.positions().stream()
                        .filter(position -> isHeld(position) && !position.isAssistant())
                        .sorted(Comparator.comparing(Position::getKind))
                        .toList());
    }

    private boolean isHeld(Position position) {
        return position.getUntilOn() == null || !position.getUntilOn().isBefore(dates.today());
    }

    /** Shows the phone number on the page that follows, and notes who looked. */
    @PostMapping("/members/{id}/phone")
    @PreAuthorize(Allow.ROSTER)
    String phone(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        redirect.addFlashAttribute("shownPhone", members.showPhone(id, scope));
        return "redirect:/members/" + id;
    }

    /** The same of oneself. */
    @PostMapping("/me/record/phone")
    @PreAuthorize(Allow.SIGNED_IN)
    String ownPhone(@CurrentScope BranchScope scope, RedirectAttributes redirect) {
        Long own = Optional.ofNullable(scope.memberId()).orElseThrow(() -> new NotFoundException(Member.class, "own"));
        redirect.addFlashAttribute("shownPhone", members.showPhone(own, scope));
        return "redirect:/me/record";
    }

    @GetMapping("/members/new")
    @PreAuthorize(Allow.ROSTER)
    String blank(
            @RequestParam(required = false) @Nullable Long branch,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model) {
        Long chosen = scope.role() == Role.PARTY_OFFICE ? branch : actor.unitId();
        model.addAttribute("form", MemberForm.blank(chosen, dates.today()));
        return newPage(chosen, scope, model);
    }

    @PostMapping("/members")
    @PreAuthorize(Allow.ROSTER)
    String enrol(
            @Valid @ModelAttribute("form") MemberForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (form.branchId() == null) {
            errors.rejectValue("branchId", "organisation.form.member.branch.missing");
        }
        if (form.from() == null) {
            errors.rejectValue("from", "organisation.form.member.from.missing");
        }
        form.check(errors, dates.today());
        String address = FormRefusals.attempt(
                errors, FIELDS, () -> once.address(request, () -> "/members/" + enrolled(form, scope)));
        if (address == null) {
            return FormRefusals.again(newPage(form.branchId(), scope, model), response);
        }
        Notice.leave(redirect, "organisation.notice.member.enrolled", String.valueOf(form.name()));
        return "redirect:" + address;
    }

    /** The namesake is looked for within the work that is done once: the record itself is none of its own. */
    private long enrolled(MemberForm form, BranchScope scope) {
        Optional<MemberRow> lookalike =
                form.isAnother() ? Optional.empty() : members.lookalike(form.toDetails(), scope);
        lookalike.ifPresent(row -> {
            throw new RuleViolationException(LOOKALIKE, row.branch(), row.name());
        });
        return members.enrol(
                        Objects.requireNonNull(form.branchId()),
                        form.groupId(),
                        form.toDetails(),
                        Objects.requireNonNull(form.from()),
                        scope)
                .getId();
    }

    private String newPage(@Nullable Long branchId, BranchScope scope, Model model) {
        OrgUnit branch = branchId == null ? null : units.get(branchId, scope);
        model.addAttribute("branch", branch);
        model.addAttribute("branches", branch == null ? query.branches(null, scope, MOST_BRANCHES) : List.of());
        model.addAttribute("groups", branch == null ? List.of() : units.groups(branch.getId(), scope));
        return formPage(model);
    }

    private static String formPage(Model model) {
        model.addAttribute("genders", Gender.values());
        model.addAttribute("kinds", MemberKind.values());
        model.addAttribute("standings", Standing.values());
        model.addAttribute("flags", MemberFlag.values());
        return "organisation/member-form";
    }

    @GetMapping("/members/{id}/edit")
    @PreAuthorize(Allow.ROSTER)
    String edit(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        MemberRecord known = members.get(id, scope);
        model.addAttribute("form", MemberForm.of(known));
        return editPage(known, scope, model);
    }

    @PostMapping("/members/{id}")
    @PreAuthorize(Allow.ROSTER)
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") MemberForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        MemberRecord known = members.get(id, scope);
        form.check(errors, dates.today());
        String address = FormRefusals.attempt(errors, FIELDS, () -> {
            long version = Objects.requireNonNullElse(form.version(), -1L);
            members.change(id, version, form.groupId(), form.toDetails(), scope);
            return "/members/" + id;
        });
        if (address == null) {
            return FormRefusals.again(editPage(known, scope, model), response);
        }
        Notice.leave(redirect, "organisation.notice.member.changed");
        return "redirect:" + address;
    }

    private String editPage(MemberRecord known, BranchScope scope, Model model) {
        OrgUnit branch = known.latest().getBranch();
        model.addAttribute("member", known.member());
        model.addAttribute("branch", branch);
        model.addAttribute("branches", List.of());
        model.addAttribute(
                "groups",
                known.latest().isOpen() && branch.isWithin(scope) ? units.groups(branch.getId(), scope) : List.of());
        model.addAttribute("phone", members.maskedPhone(known.member(), scope));
        return formPage(model);
    }
}
