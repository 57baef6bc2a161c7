package org.orglife.publication.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.publication.CheckPoint;
import org.orglife.publication.PublicationAct;
import org.orglife.publication.PublicationGate;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.FormRefusals;
import org.orglife.web.Notice;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 核对、批准、公示、撤下. */
@Controller
@RequestMapping("/publications/{id}")
class PublicationGateController {

    private final PublicationGate gate;
    private final PublicationFrame frame;

    PublicationGateController(PublicationGate gate, PublicationFrame frame) {
        this.gate = gate;
        this.frame = frame;
    }

    @PostMapping("/check")
    @PreAuthorize(Allow.COMMITTEE)
    String check(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") long version,
            @RequestParam(required = false) @Nullable List<CheckPoint> point,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        gate.check(id, version, Objects.requireNonNullElse(point, List.of()), actor, scope);
        return done(id, "publication.checked", redirect);
    }

    private static String done(long id, String notice, RedirectAttributes redirect) {
        Notice.leave(redirect, notice);
        return "redirect:" + PublicationFrame.address(id);
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
        gate.requirePossible(PublicationAct.GIVE_BACK, id, scope);
        if (errors.hasErrors()) {
            return frame.oneAgain(id, form, errors, scope, model, response);
        }
        gate.giveBack(id, Objects.requireNonNull(form.reason()), scope);
        return done(id, "publication.givenBack", redirect);
    }

    @PostMapping("/approve")
    @PreAuthorize(Allow.SECRETARY)
    String approve(
            @PathVariable long id,
            @Valid @ModelAttribute("approval") ApprovalForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        gate.requirePossible(PublicationAct.APPROVE, id, scope);
        String address = FormRefusals.attempt(
                errors,
                Map.of("publication.decided.future", "decidedOn", "publication.personal.reason", "personalReason"),
                () -> {
                    gate.approve(
                            id,
                            Objects.requireNonNullElse(form.version(), -1L),
                            form.decidedOn(),
                            form.personalReason(),
                            actor,
                            scope);
                    return PublicationFrame.address(id);
                });
        return address == null
                ? frame.oneAgain(id, form, errors, scope, model, response)
                : done(id, "publication.approved", redirect);
    }

    @PostMapping("/publish")
    @PreAuthorize(Allow.COMMITTEE)
    String publish(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") long version,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        gate.publish(id, version, actor, scope);
        return done(id, "publication.published", redirect);
    }

    @PostMapping("/withdraw")
    @PreAuthorize(Allow.COMMITTEE)
    String withdraw(
            @PathVariable long id,
            @Valid @ModelAttribute("reason") ReasonForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        gate.requirePossible(PublicationAct.WITHDRAW, id, scope);
        if (errors.hasErrors()) {
            return frame.oneAgain(id, form, errors, scope, model, response);
        }
        gate.withdraw(id, Objects.requireNonNull(form.reason()), actor, scope);
        return done(id, "publication.withdrawn", redirect);
    }

    @PostMapping("/end")
    @PreAuthorize(Allow.COMMITTEE)
    String end(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        gate.end(id, scope);
        return done(id, "publication.ended", redirect);
    }
}
