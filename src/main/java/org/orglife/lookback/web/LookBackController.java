package org.orglife.lookback.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import org.orglife.lookback.LookBackRounds;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.Role;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 回头看: rounds of a branch's task. */
@Controller
class LookBackController {

    private static final Map<String, String> FIELDS = Map.of(
            "lookback.percent", "percent",
            "lookback.planned-on", "plannedOn",
            "lookback.no-inspector", "members",
            "lookback.nothing", "extent");

    private final LookBackRounds rounds;
    private final LookBackFrame frame;
    private final OncePerForm once;
    private final Dates dates;

    LookBackController(LookBackRounds rounds, LookBackFrame frame, OncePerForm once, Dates dates) {
        this.rounds = rounds;
        this.frame = frame;
        this.once = once;
        this.dates = dates;
    }

    @GetMapping("/tasks/{taskId}/look-backs")
    @PreAuthorize(Allow.BUSINESS)
    String list(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        return frame.list(taskId, scope, model);
    }

    @GetMapping("/tasks/{taskId}/look-backs/new")
    @PreAuthorize(Allow.LOOK_BACKS)
    String blank(@PathVariable long taskId, Actor actor, @CurrentScope BranchScope scope, Model model) {
        model.addAttribute(
                "form", DrawForm.blank(dates.today(), scope.role() == Role.PARTY_OFFICE ? actor.displayName() : null));
        return frame.drawing(taskId, scope, model);
    }

    @PostMapping("/tasks/{taskId}/look-backs")
    @PreAuthorize(Allow.LOOK_BACKS)
    String draw(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") DrawForm form,
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
                () -> once.address(
                        request, () -> LookBackFrame.address(rounds.draw(taskId, form.toCommand(), actor, scope))));
        if (address == null) {
            Redrawn.with(model, form, errors);
            return FormRefusals.again(frame.drawing(taskId, scope, model), response);
        }
        Notice.leave(redirect, "lookback.drawn");
        return "redirect:" + address;
    }

    @GetMapping("/look-backs/{id}")
    @PreAuthorize(Allow.BUSINESS)
    String one(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        return frame.one(id, scope, model);
    }

    @PostMapping("/look-backs/{id}/finish")
    @PreAuthorize(Allow.LOOK_BACKS)
    String finish(@PathVariable long id, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        rounds.finish(id, actor, scope);
        Notice.leave(redirect, "lookback.finished");
        return "redirect:" + LookBackFrame.address(id);
    }

    @PostMapping("/look-backs/{id}/cancel")
    @PreAuthorize(Allow.LOOK_BACKS)
    String cancel(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        rounds.cancel(id, scope);
        Notice.leave(redirect, "lookback.cancelled");
        return "redirect:" + LookBackFrame.address(id);
    }
}
