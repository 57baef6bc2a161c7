package org.orglife.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.orglife.organisation.MemberRecord;
import org.orglife.organisation.MemberService;
import org.orglife.organisation.MembershipEnd;
import org.orglife.organisation.UnitQuery;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.FormRefusals;
import org.orglife.web.Notice;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a member belongs: to another branch, or no longer to the unit. */
@Controller
class MembershipController {

    private static final int MOST_BRANCHES = 1000;

    private static final Map<String, String> TRANSFER_FIELDS = Map.of(
            "organisation.member.already-there", "branchId",
            "organisation.membership.not-a-branch", "branchId",
            "organisation.membership.in-future", "on",
            "organisation.membership.ends-before-begin", "on",
            "organisation.membership.begins-before-end", "on");

    private static final Map<String, String> LEAVE_FIELDS = Map.of(
            "organisation.membership.reason", "reason",
            "organisation.membership.in-future", "on",
            "organisation.membership.ends-before-begin", "on");

    private final MemberService members;
    private final UnitQuery query;
    private final Dates dates;

    MembershipController(MemberService members, UnitQuery query, Dates dates) {
        this.members = members;
        this.query = query;
        this.dates = dates;
    }

    @GetMapping("/members/{id}/transfer")
    @PreAuthorize(Allow.OFFICE)
    String whereTo(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        MemberRecord known = members.get(id, scope);
        model.addAttribute("form", new TransferForm(null, dates.today()));
        return transferPage(known, scope, model);
    }

    @PostMapping("/members/{id}/transfer")
    @PreAuthorize(Allow.OFFICE)
    String transfer(
            @PathVariable long id,
            @Valid @ModelAttribute("form") TransferForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        MemberRecord known = members.get(id, scope);
        String address = FormRefusals.attempt(errors, TRANSFER_FIELDS, () -> {
            members.transfer(id, Objects.requireNonNull(form.branchId()), Objects.requireNonNull(form.on()), scope);
            return "/members/" + id;
        });
        if (address == null) {
            return FormRefusals.again(transferPage(known, scope, model), response);
        }
        Notice.leave(
                redirect,
                "organisation.notice.member.transferred",
                known.member().getName());
        return "redirect:" + address;
    }

    private String transferPage(MemberRecord known, BranchScope scope, Model model) {
        Long now = known.latest().isOpen() ? known.latest().getBranch().getId() : null;
        model.addAttribute("known", known);
        model.addAttribute(
                "branches",
                query.branches(null, scope, MOST_BRANCHES).stream()
                        .filter(row -> !Objects.equals(row.id(), now))
                        .toList());
        return "organisation/transfer";
    }

    @GetMapping("/members/{id}/leave")
    @PreAuthorize(Allow.ROSTER)
    String why(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        MemberRecord known = members.get(id, scope);
        model.addAttribute("form", new LeaveForm(null, dates.today()));
        return leavePage(known, model);
    }

    @PostMapping("/members/{id}/leave")
    @PreAuthorize(Allow.ROSTER)
    String leave(
            @PathVariable long id,
            @Valid @ModelAttribute("form") LeaveForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        MemberRecord known = members.get(id, scope);
        String address = FormRefusals.attempt(errors, LEAVE_FIELDS, () -> {
            members.leave(id, Objects.requireNonNull(form.on()), Objects.requireNonNull(form.reason()), scope);
            return "/members/" + id;
        });
        if (address == null) {
            return FormRefusals.again(leavePage(known, model), response);
        }
        Notice.leave(redirect, "organisation.notice.member.left", known.member().getName());
        return "redirect:" + address;
    }

    @PostMapping("/members/{id}/remove")
    @PreAuthorize(Allow.ROSTER)
    String remove(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        MemberRecord known = members.get(id, scope);
        members.remove(id, scope);
        Notice.leave(
                redirect, "organisation.notice.member.removed", known.member().getName());
        return "redirect:/members?branch=" + known.latest().getBranch().getId();
    }

    private static String leavePage(MemberRecord known, Model model) {
        model.addAttribute("known", known);
        model.addAttribute(
                "reasons",
                Arrays.stream(MembershipEnd.values())
                        .filter(MembershipEnd::isLeaving)
                        .toList());
        return "organisation/leave";
    }
}
