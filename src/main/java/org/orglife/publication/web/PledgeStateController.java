package org.orglife.publication.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.orglife.publication.Pledges;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Notice;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 审诺、践诺、评诺. */
@Controller
@RequestMapping("/pledges/{id}")
class PledgeStateController {

    private final Pledges pledges;
    private final PledgeFrame page;

    PledgeStateController(Pledges pledges, PledgeFrame page) {
        this.pledges = pledges;
        this.page = page;
    }

    private static String done(long id, RedirectAttributes redirect) {
        Notice.leave(redirect, "publication.pledge.saved");
        return "redirect:/pledges/" + id;
    }

    @PostMapping("/review")
    @PreAuthorize(Allow.COMMITTEE)
    String review(@PathVariable long id, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        pledges.review(id, actor, scope);
        return done(id, redirect);
    }

    @PostMapping("/give-back")
    @PreAuthorize(Allow.COMMITTEE)
    String giveBack(
            @PathVariable long id,
            @Valid @ModelAttribute("reason") ReasonForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return page.again(id, form, errors, scope, model, response);
        }
        pledges.giveBack(id, Objects.requireNonNull(form.reason()), scope);
        return done(id, redirect);
    }

    @PostMapping("/fulfilment")
    @PreAuthorize(Allow.BRANCH)
    String report(
            @PathVariable long id,
            @Valid @ModelAttribute("words") PledgeWordsForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return page.again(id, form, errors, scope, model, response);
        }
        pledges.report(id, Objects.requireNonNull(form.words()), scope);
        return done(id, redirect);
    }

    @PostMapping("/evaluation")
    @PreAuthorize(Allow.COMMITTEE)
    String evaluate(
            @PathVariable long id,
            @Valid @ModelAttribute("words") PledgeWordsForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return page.again(id, form, errors, scope, model, response);
        }
        pledges.evaluate(id, Objects.requireNonNull(form.words()), actor, scope);
        return done(id, redirect);
    }

    @PostMapping("/delete")
    @PreAuthorize(Allow.BRANCH)
    String drop(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        long task = pledges.get(id, scope).getTaskId();
        pledges.drop(id, scope);
        Notice.leave(redirect, "publication.pledge.dropped");
        return "redirect:/tasks/" + task + "/pledges";
    }
}
