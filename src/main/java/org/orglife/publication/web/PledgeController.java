package org.orglife.publication.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.publication.Pledge;
import org.orglife.publication.PledgeState;
import org.orglife.publication.Pledges;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.FormRefusals;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
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

/** 亮诺: who promises what. */
@Controller
class PledgeController {

    private static final Map<String, String> FIELDS = Map.of(
            "publication.pledge.member", "name",
            "publication.pledge.due-past", "firstOn",
            "publication.private-number", "first");

    private final PublicationFrame frame;
    private final PledgeFrame page;
    private final Pledges pledges;
    private final OncePerForm once;

    PledgeController(PublicationFrame frame, PledgeFrame page, Pledges pledges, OncePerForm once) {
        this.frame = frame;
        this.page = page;
        this.pledges = pledges;
        this.once = once;
    }

    /** Whose pledges a list shows. */
    enum Who {
        /** Members whose pledges are shown. */
        MEMBERS,
        /** Others whose pledges are shown. */
        OTHERS;

        private boolean isMeant(Pledge pledge) {
            return pledge.getState().isShown() && pledge.isOfMember() == (this == MEMBERS);
        }
    }

    @GetMapping("/tasks/{taskId}/pledges")
    @PreAuthorize(Allow.BUSINESS)
    String list(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable Who who,
            @CurrentScope BranchScope scope,
            Model model) {
        BranchTask task = frame.put(taskId, "pledges", scope, model);
        List<Pledge> all = pledges.of(task, scope);
        model.addAttribute(
                "pledges",
                all.stream()
                        .filter(pledge -> who == null || who.isMeant(pledge))
                        .toList());
        model.addAttribute("mine", pledges.own(task, scope));
        model.addAttribute("own", scope.memberId() != null && !scope.role().isSuperior());
        model.addAttribute("members", all.stream().filter(Who.MEMBERS::isMeant).count());
        model.addAttribute("others", all.stream().filter(Who.OTHERS::isMeant).count());
        model.addAttribute("who", who);
        return "publication/pledges";
    }

    @GetMapping("/tasks/{taskId}/pledges/new")
    @PreAuthorize(Allow.BRANCH)
    String blank(
            @PathVariable long taskId,
            @RequestParam(defaultValue = "false") boolean other,
            @CurrentScope BranchScope scope,
            Model model) {
        model.addAttribute("form", PledgeForm.blank(other));
        return form(taskId, null, other, scope, model);
    }

    private String form(long taskId, @Nullable Long id, boolean other, BranchScope scope, Model model) {
        frame.put(taskId, "pledges", scope, model);
        model.addAttribute("id", id);
        model.addAttribute("other", other);
        return "publication/pledge-form";
    }

    @PostMapping("/tasks/{taskId}/pledges")
    @PreAuthorize(Allow.BRANCH)
    String write(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") PledgeForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(errors);
        String address = FormRefusals.attempt(
                errors,
                FIELDS,
                () -> once.address(request, () -> {
                    pledges.write(taskId, form.toCommand(), actor, scope);
                    return "/tasks/" + taskId + "/pledges";
                }));
        if (address == null) {
            Redrawn.with(model, form, errors);
            return FormRefusals.again(form(taskId, null, form.isForOther(), scope, model), response);
        }
        Notice.leave(redirect, "publication.pledge.saved");
        return "redirect:" + address;
    }

    @GetMapping("/pledges/{id}")
    @PreAuthorize(Allow.BUSINESS)
    String one(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        return page.one(id, scope, model);
    }

    @GetMapping("/pledges/{id}/edit")
    @PreAuthorize(Allow.BRANCH)
    String edit(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        Pledge pledge = pledges.get(id, scope);
        model.addAttribute("form", PledgeForm.of(pledge));
        return form(pledge.getTaskId(), id, !pledge.isOfMember(), scope, model);
    }

    @PostMapping("/pledges/{id}")
    @PreAuthorize(Allow.BRANCH)
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") PledgeForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(errors);
        String address = FormRefusals.attempt(errors, FIELDS, () -> {
            pledges.change(id, Objects.requireNonNullElse(form.version(), -1L), form.toCommand(), scope);
            return "/pledges/" + id;
        });
        if (address == null) {
            Redrawn.with(model, form, errors);
            long task = pledges.get(id, scope).getTaskId();
            return FormRefusals.again(form(task, id, form.isForOther(), scope, model), response);
        }
        Notice.leave(redirect, "publication.pledge.saved");
        return "redirect:" + address;
    }

    /** 亮诺书 on paper: one, or all that were reviewed, a page each. */
    @GetMapping("/pledges/{id}/print")
    @PreAuthorize(Allow.BUSINESS)
    String print(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        Pledge pledge = pledges.get(id, scope);
        frame.put(pledge.getTaskId(), "pledges", scope, model);
        model.addAttribute("pledges", List.of(pledge));
        model.addAttribute("back", "/pledges/" + id);
        return "publication/pledge-print";
    }

    @GetMapping("/tasks/{taskId}/pledges/print")
    @PreAuthorize(Allow.BRANCH_WORK)
    String printAll(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        BranchTask task = frame.put(taskId, "pledges", scope, model);
        model.addAttribute(
                "pledges",
                pledges.of(task, scope).stream()
                        .filter(pledge -> pledge.getState() != PledgeState.WRITTEN)
                        .toList());
        model.addAttribute("back", "/tasks/" + taskId + "/pledges");
        return "publication/pledge-print";
    }
}
