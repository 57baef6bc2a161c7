package org.orglife.rectification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.rectification.Extensions;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.TypedText;
import org.orglife.web.Allow;
import org.springframework.format.annotation.DateTimeFormat;
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

/** 延期: asked for at a measure, decided at the same place. */
@Controller
@RequestMapping("/ledger/{id}/measures/{measureId}/extension")
class ExtensionController {

    private final ItemPage page;
    private final Extensions extensions;

    ExtensionController(ItemPage page, Extensions extensions) {
        this.page = page;
        this.extensions = extensions;
    }

    /** A later date, and why. */
    record AskForm(
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate until,

            @Nullable String reason) {

        @Nullable
        Objection objection(BindingResult errors) {
            if (errors.hasFieldErrors("until")) {
                return Objection.of("typeMismatch.java.time.LocalDate");
            }
            if (until == null) {
                return Objection.of("rectification.extension.until.missing");
            }
            return Objection.required(
                    reason,
                    ItemPage.LONGEST_REASON,
                    "rectification.extension.reason.missing",
                    "rectification.do.return.long");
        }
    }

    @PostMapping
    @PreAuthorize(Allow.BRANCH)
    String ask(
            @PathVariable long id,
            @PathVariable long measureId,
            @ModelAttribute("asked") AskForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Objection wrong = form.objection(errors);
        if (wrong == null) {
            wrong = ItemPage.attempt(
                    List.of("rectification.extension."),
                    () -> extensions.ask(
                            id,
                            measureId,
                            Objects.requireNonNull(form.until()),
                            Objects.requireNonNull(form.reason()),
                            actor,
                            scope));
        }
        if (wrong != null) {
            model.addAttribute("typedUntil", errors.getFieldValue("until"));
            return page.again(id, back, "extension-" + measureId, wrong, form.reason(), scope, model, response);
        }
        return ItemPage.done(redirect, "rectification.extension.asked", id, back);
    }

    @PostMapping("/drop")
    @PreAuthorize(Allow.BRANCH)
    String drop(
            @PathVariable long id,
            @PathVariable long measureId,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        extensions.drop(id, measureId, actor, scope);
        return ItemPage.done(redirect, "rectification.extension.dropped", id, back);
    }

    @PostMapping("/grant")
    @PreAuthorize(Allow.BUSINESS)
    String grant(
            @PathVariable long id,
            @PathVariable long measureId,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        extensions.grant(id, measureId, actor, scope);
        return ItemPage.done(redirect, "rectification.extension.granted", id, back);
    }

    @PostMapping("/refuse")
    @PreAuthorize(Allow.BUSINESS)
    String refuse(
            @PathVariable long id,
            @PathVariable long measureId,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String words = TypedText.clean(reason);
        Objection wrong = Objection.required(
                words,
                ItemPage.LONGEST_REASON,
                "rectification.extension.refuse.missing",
                "rectification.do.return.long");
        if (wrong != null) {
            return page.again(id, back, "refuse-" + measureId, wrong, words, scope, model, response);
        }
        extensions.refuse(id, measureId, Objects.requireNonNull(words), actor, scope);
        return ItemPage.done(redirect, "rectification.extension.refused", id, back);
    }
}
