package org.orglife.opinion.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.orglife.opinion.OpinionCollection;
import org.orglife.opinion.OpinionQuery;
import org.orglife.opinion.OpinionService;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 征求意见发放收回登记: whom the branch has asked, how, and how many sheets went out and came back. */
@Controller
class CollectionController {

    private final OpinionFrame frame;
    private final OpinionService opinions;
    private final OpinionQuery query;
    private final OncePerForm once;
    private final Dates dates;

    CollectionController(
            OpinionFrame frame, OpinionService opinions, OpinionQuery query, OncePerForm once, Dates dates) {
        this.frame = frame;
        this.opinions = opinions;
        this.query = query;
        this.once = once;
        this.dates = dates;
    }

    @GetMapping("/tasks/{taskId}/opinions/collections")
    @PreAuthorize(Allow.BUSINESS)
    String list(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        frame.put(taskId, "collections", scope, model);
        model.addAttribute("rows", query.collections(taskId, scope));
        return "opinion/collections";
    }

    @GetMapping("/tasks/{taskId}/opinions/collections/new")
    @PreAuthorize(Allow.BRANCH_WORK)
    String blank(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        model.addAttribute("form", CollectionForm.blank(dates.today()));
        return page(taskId, scope, model);
    }

    /** The sheet that is printed and handed out, where the campaign uses one. */
    @GetMapping("/tasks/{taskId}/opinions/form")
    @PreAuthorize(Allow.BRANCH_WORK)
    String sheet(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        frame.put(taskId, "collections", scope, model);
        return "opinion/form-print";
    }

    private String page(long taskId, BranchScope scope, Model model) {
        frame.put(taskId, "collections", scope, model);
        return "opinion/collection-form";
    }

    @PostMapping("/tasks/{taskId}/opinions/collections")
    @PreAuthorize(Allow.BRANCH_WORK)
    String ask(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") CollectionForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(errors, dates.today());
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(taskId, scope, model);
        }
        Notice.leave(redirect, form.isNone() ? "opinion.collection.noneReceived" : "opinion.collection.made");
        return "redirect:"
                + once.address(request, () -> {
                    opinions.ask(taskId, form.toAsking(), scope);
                    return "/tasks/" + taskId + "/opinions/collections";
                });
    }

    @GetMapping("/opinion-collections/{id}/edit")
    @PreAuthorize(Allow.BRANCH_WORK)
    String edit(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        OpinionCollection collection = opinions.asked(id, scope);
        model.addAttribute("form", CollectionForm.of(collection));
        model.addAttribute("collection", collection);
        return page(collection.getTask().getId(), scope, model);
    }

    @PostMapping("/opinion-collections/{id}")
    @PreAuthorize(Allow.BRANCH_WORK)
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") CollectionForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        OpinionCollection collection = opinions.asked(id, scope);
        form.check(errors, dates.today());
        if (!errors.hasErrors()) {
            try {
                opinions.changeAsked(id, Objects.requireNonNullElse(form.version(), -1L), form.toAsking(), scope);
                Notice.leave(redirect, "opinion.saved");
                return "redirect:/tasks/" + collection.getTask().getId() + "/opinions/collections";
            } catch (RuleViolationException objection) {
                errors.reject(objection.code(), objection.arguments(), null);
            }
        }
        Redrawn.with(model, form, errors);
        model.addAttribute("collection", collection);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(collection.getTask().getId(), scope, model);
    }

    @PostMapping("/opinion-collections/{id}/remove")
    @PreAuthorize(Allow.BRANCH_WORK)
    String remove(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        long taskId = opinions.asked(id, scope).getTask().getId();
        opinions.removeAsked(id, scope);
        Notice.leave(redirect, "opinion.collection.removed");
        return "redirect:/tasks/" + taskId + "/opinions/collections";
    }
}
