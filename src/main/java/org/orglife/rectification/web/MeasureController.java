package org.orglife.rectification.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.Roster;
import org.orglife.rectification.ItemPlanning;
import org.orglife.rectification.Items;
import org.orglife.rectification.Measure;
import org.orglife.rectification.RectificationItem;
import org.orglife.rectification.Track;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.NotFoundException;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.FormRefusals;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.orglife.web.Redrawn;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Planning measures one by one. */
@Controller
@RequestMapping("/ledger/{id}/measures")
class MeasureController {

    private final Items items;
    private final ItemPlanning planning;
    private final Roster roster;
    private final OncePerForm once;
    private final Dates dates;

    MeasureController(Items items, ItemPlanning planning, Roster roster, OncePerForm once, Dates dates) {
        this.items = items;
        this.planning = planning;
        this.roster = roster;
        this.once = once;
        this.dates = dates;
    }

    @GetMapping("/new")
    @PreAuthorize(Allow.BRANCH)
    String blank(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        model.addAttribute("form", MeasureForm.blank());
        return page(items.get(id, scope), null, scope, model);
    }

    @PostMapping
    @PreAuthorize(Allow.BRANCH)
    String add(
            @PathVariable long id,
            @Valid @ModelAttribute("form") MeasureForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        RectificationItem item = items.get(id, scope);
        form.check(errors, "", dates.today(), isBackfilled(item));
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(item, null, scope, model);
        }
        Notice.leave(redirect, "rectification.saved");
        return "redirect:"
                + once.record(request, () -> {
                    planning.addMeasure(id, form.toPlan(), actor, scope);
                    return "/ledger/" + id;
                });
    }

    @GetMapping("/{measureId}/edit")
    @PreAuthorize(Allow.BRANCH)
    String edit(@PathVariable long id, @PathVariable long measureId, @CurrentScope BranchScope scope, Model model) {
        RectificationItem item = items.get(id, scope);
        model.addAttribute("form", MeasureForm.of(measure(item, measureId)));
        return page(item, measureId, scope, model);
    }

    @PostMapping("/{measureId}")
    @PreAuthorize(Allow.BRANCH)
    String change(
            @PathVariable long id,
            @PathVariable long measureId,
            @Valid @ModelAttribute("form") MeasureForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        RectificationItem item = items.get(id, scope);
        LocalDate kept = measure(item, measureId).getDueOn();
        form.check(errors, "", Objects.equals(kept, form.dueOn()) ? null : dates.today(), isBackfilled(item));
        FormRefusals.attempt(errors, Map.of("rectification.extension.ask", "dueOn"), () -> {
            planning.changeMeasure(
                    id, measureId, Objects.requireNonNullElse(form.version(), -1L), form.toPlan(), actor, scope);
            return "";
        });
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(item, measureId, scope, model);
        }
        Notice.leave(redirect, "rectification.saved");
        return "redirect:/ledger/" + id;
    }

    @PostMapping("/{measureId}/drop")
    @PreAuthorize(Allow.BRANCH)
    String drop(
            @PathVariable long id,
            @PathVariable long measureId,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        planning.dropMeasure(id, measureId, actor, scope);
        Notice.leave(redirect, "rectification.dropped");
        return "redirect:/ledger/" + id;
    }

    private static Measure measure(RectificationItem item, long measureId) {
        return item.getMeasures().stream()
                .filter(measure -> measure.getId() == measureId)
                .findFirst()
                .orElseThrow(() -> new NotFoundException(Measure.class, measureId));
    }

    private static boolean isBackfilled(RectificationItem item) {
        return item.getProblem().getTask().getCampaign().isBackfilled();
    }

    private String page(RectificationItem item, @Nullable Long measureId, BranchScope scope, Model model) {
        model.addAttribute("item", item);
        model.addAttribute("measureId", measureId);
        model.addAttribute("tracks", Track.values());
        model.addAttribute("people", roster.membersOf(item.getBranchId(), dates.today(), scope));
        return "rectification/measure-form";
    }
}
