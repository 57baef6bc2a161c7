package org.orglife.publication.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTaskService;
import org.orglife.publication.Publication;
import org.orglife.publication.PublicationAct;
import org.orglife.publication.PublicationDrafts;
import org.orglife.publication.PublicationKind;
import org.orglife.publication.PublicationQuery;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.web.Allow;
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

/** 公示: what a branch has shown, and what it proposes to show. */
@Controller
class PublicationController {

    private final BranchTaskService tasks;
    private final PublicationFrame frame;
    private final PublicationDrafts drafts;
    private final PublicationQuery query;
    private final OncePerForm once;

    PublicationController(
            BranchTaskService tasks,
            PublicationFrame frame,
            PublicationDrafts drafts,
            PublicationQuery query,
            OncePerForm once) {
        this.tasks = tasks;
        this.frame = frame;
        this.drafts = drafts;
        this.query = query;
        this.once = once;
    }

    /** From the menu: those of the campaign that is running. */
    @GetMapping("/publications")
    @PreAuthorize(Allow.BRANCH)
    String own(Actor actor, @CurrentScope BranchScope scope) {
        return "redirect:" + tasks.currentAddress(actor.unitId(), scope, "/publications");
    }

    @GetMapping("/tasks/{taskId}/publications")
    @PreAuthorize(Allow.BUSINESS)
    String list(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        return frame.list(taskId, scope, model);
    }

    @GetMapping("/tasks/{taskId}/publications/new")
    @PreAuthorize(Allow.BRANCH_WORK)
    String blank(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable PublicationKind kind,
            @CurrentScope BranchScope scope,
            Model model) {
        return frame.blank(taskId, Objects.requireNonNullElse(kind, PublicationKind.MEASURES), scope, model);
    }

    @PostMapping("/tasks/{taskId}/publications")
    @PreAuthorize(Allow.BRANCH_WORK)
    String propose(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") PublicationForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String address = FormRefusals.attempt(
                errors,
                PublicationFrame.FIELDS,
                () -> once.address(
                        request,
                        () -> PublicationFrame.address(drafts.propose(taskId, form.toProposal(), actor, scope))));
        if (address == null) {
            return frame.again(taskId, null, form, errors, scope, model, response);
        }
        Notice.leave(redirect, "publication.proposed");
        return "redirect:" + address;
    }

    @GetMapping("/publications/{id}")
    @PreAuthorize(Allow.BUSINESS)
    String one(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        return frame.one(id, scope, model);
    }

    @GetMapping("/publications/{id}/print")
    @PreAuthorize(Allow.BUSINESS)
    String print(
            @PathVariable long id,
            @RequestParam(defaultValue = "A4") String paper,
            @CurrentScope BranchScope scope,
            Model model) {
        return frame.print(id, paper.equals("A3"), scope, model);
    }

    @GetMapping("/publications/{id}/edit")
    @PreAuthorize(Allow.BRANCH_WORK)
    String edit(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        Publication publication = query.get(id, scope);
        if (!PublicationAct.CHANGE.isPossibleIn(publication.getState())) {
            throw new RuleViolationException("publication.state");
        }
        return frame.edit(publication, scope, model);
    }

    @PostMapping("/publications/{id}")
    @PreAuthorize(Allow.BRANCH_WORK)
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") PublicationForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String address = FormRefusals.attempt(errors, PublicationFrame.FIELDS, () -> {
            drafts.change(id, Objects.requireNonNullElse(form.version(), -1L), form.toProposal(), actor, scope);
            return PublicationFrame.address(id);
        });
        if (address == null) {
            Publication publication = query.get(id, scope);
            return frame.again(publication.getTaskId(), publication, form, errors, scope, model, response);
        }
        Notice.leave(redirect, "publication.saved");
        return "redirect:" + address;
    }

    @PostMapping("/publications/{id}/delete")
    @PreAuthorize(Allow.BRANCH_WORK)
    String drop(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        long task = query.get(id, scope).getTaskId();
        drafts.drop(id, scope);
        Notice.leave(redirect, "publication.dropped");
        return "redirect:/tasks/" + task + "/publications";
    }

    /** 公布进展: one touch. */
    @PostMapping("/publications/{id}/progress")
    @PreAuthorize(Allow.BRANCH_WORK)
    String progress(
            @PathVariable long id,
            Actor actor,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        String address = once.address(request, () -> PublicationFrame.address(drafts.report(id, actor, scope)));
        Notice.leave(redirect, "publication.progress.proposed");
        return "redirect:" + address;
    }
}
