package org.orglife.reminder.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.reminder.OverdueActionKind;
import org.orglife.reminder.OverdueActions;
import org.orglife.reminder.OverdueBoard;
import org.orglife.reminder.ReminderStep;
import org.orglife.reminder.ReminderTexts;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Dates;
import org.orglife.web.FormRefusals;
import org.orglife.web.ListParams;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.orglife.web.Paging;
import org.orglife.web.Redrawn;
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

/** 超期督办: who is late, words to remind him with, and what was done about it. */
@Controller
@RequestMapping("/overdue")
class OverdueController {

    static final String READS = "hasAnyRole('SECRETARY','DEPUTY','COMMITTEE','ASSISTANT','PARTY_OFFICE')";
    static final String ACTS = "hasAnyRole('SECRETARY','DEPUTY','PARTY_OFFICE')";

    private static final int ROWS = 50;

    private final OverdueBoard board;
    private final OverdueActions actions;
    private final ReminderTexts texts;
    private final OncePerForm once;
    private final Dates dates;

    OverdueController(OverdueBoard board, OverdueActions actions, ReminderTexts texts, OncePerForm once, Dates dates) {
        this.board = board;
        this.actions = actions;
        this.texts = texts;
        this.once = once;
        this.dates = dates;
    }

    @GetMapping
    @PreAuthorize(READS)
    String list(
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable String page,
            @CurrentScope BranchScope scope,
            Model model) {
        List<ReminderStep> steps = OverdueBoard.steps(scope.role());
        ReminderStep from = ListParams.constant(steps.toArray(ReminderStep[]::new), step);
        Paging paging = Paging.of(ListParams.page(page), ROWS);
        OverdueBoard.View view = board.of(from, paging.size(), paging.offset(), scope);
        model.addAttribute("view", view);
        model.addAttribute("steps", steps);
        model.addAttribute("chosen", from == null ? steps.get(0) : from);
        model.addAttribute("pager", paging.over(view.measures()));
        model.addAttribute("address", ListParams.address("/overdue", Map.of("step", from == null ? "" : from.name())));
        model.addAttribute("kinds", OverdueActionKind.of(scope.role()));
        model.addAttribute("branch", scope.role().worksForBranch());
        model.addAttribute(
                "texts", scope.role().worksForBranch() ? texts.forOwners(view.rows()) : texts.forBranches(view.rows()));
        model.addAttribute("groupTexts", scope.role().worksForBranch() ? texts.forBranches(view.rows()) : List.of());
        return "reminder/overdue";
    }

    @GetMapping("/{itemId}")
    @PreAuthorize(ACTS)
    String blank(@PathVariable long itemId, @CurrentScope BranchScope scope, Model model) {
        List<OverdueActionKind> kinds = OverdueActionKind.of(scope.role());
        model.addAttribute("form", new OverdueForm(kinds.get(0), dates.today(), null));
        return page(itemId, scope, model);
    }

    @PostMapping("/{itemId}")
    @PreAuthorize(ACTS)
    String note(
            @PathVariable long itemId,
            @Valid @ModelAttribute("form") OverdueForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String address = FormRefusals.attempt(
                errors,
                Map.of("reminder.in-future", "heldOn", "reminder.too-early", "kind", "reminder.not-yours", "kind"),
                () -> once.address(request, () -> {
                    actions.note(
                            itemId,
                            Objects.requireNonNull(form.kind()),
                            Objects.requireNonNull(form.heldOn()),
                            form.text(),
                            actor,
                            scope);
                    return "/overdue/" + itemId;
                }));
        if (address == null) {
            Redrawn.with(model, form, errors);
            return FormRefusals.again(page(itemId, scope, model), response);
        }
        Notice.leave(redirect, "reminder.noted");
        return "redirect:" + address;
    }

    private String page(long itemId, BranchScope scope, Model model) {
        OverdueActions.View view = actions.view(itemId, scope);
        model.addAttribute("item", view.item());
        model.addAttribute("actions", view.actions());
        model.addAttribute("kinds", OverdueActionKind.of(scope.role()));
        model.addAttribute("today", dates.today());
        return "reminder/action";
    }
}
