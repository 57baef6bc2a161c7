package org.orglife.rectification.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.rectification.ItemWork;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.TypedText;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.OncePerForm;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One item: in the drawer beside the ledger, or on a page of its own; and what its owners do. */
@Controller
@RequestMapping("/ledger/{id}")
class ItemController {

    static final int LONGEST_RESULT = 1000;
    private static final List<String> OF_FILES =
            List.of("attachment.", "rectification.evidence.", "rectification.stage-missing");

    private final ItemPage page;
    private final ItemWork work;
    private final OncePerForm once;
    private final EvidenceFiles evidence;
    private final Dates dates;

    ItemController(ItemPage page, ItemWork work, OncePerForm once, EvidenceFiles evidence, Dates dates) {
        this.evidence = evidence;
        this.page = page;
        this.work = work;
        this.once = once;
        this.dates = dates;
    }

    @GetMapping
    @PreAuthorize(Allow.BUSINESS)
    String item(
            @PathVariable long id,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String back,
            @CurrentScope BranchScope scope,
            Model model) {
        page.fill(id, back, scope, model);
        return "drawer".equals(target) ? "rectification/item :: drawer" : "rectification/item";
    }

    @PostMapping("/hand-in")
    @PreAuthorize(Allow.BRANCH)
    String handIn(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String result,
            @RequestParam(required = false) @Nullable String evidence,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String words = TypedText.clean(result);
        String names = TypedText.clean(evidence);
        Objection objection =
                Objection.required(words, LONGEST_RESULT, "rectification.result.missing", "rectification.result.long");
        if (objection == null && names != null) {
            objection = Objection.tooLong(names, ItemPage.LONGEST_REASON, "rectification.evidence.long");
        }
        if (objection == null) {
            objection = ItemPage.attempt(
                    OF_FILES,
                    () -> once.address(request, () -> {
                        work.handIn(id, Objects.requireNonNull(words), names, this.evidence.read(files), actor, scope);
                        return "/ledger/" + id;
                    }));
        }
        if (objection != null) {
            model.addAttribute("typedEvidence", evidence);
            return page.again(id, back, "hand-in", objection, words, scope, model, response);
        }
        return ItemPage.done(redirect, "rectification.handedIn", id, back);
    }

    @PostMapping("/take-back")
    @PreAuthorize(Allow.BRANCH)
    String takeBack(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        work.takeBack(id, actor, scope);
        return ItemPage.done(redirect, "rectification.takenBack", id, back);
    }

    @PostMapping("/measures/{measureId}/report")
    @PreAuthorize(Allow.BRANCH)
    String report(
            @PathVariable long id,
            @PathVariable long measureId,
            @Valid @ModelAttribute("report") ReportForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Objection objection = reportObjection(form, errors);
        LocalDate on = form.on() == null ? dates.today() : form.on();
        if (objection == null) {
            objection = ItemPage.attempt(
                    OF_FILES,
                    () -> once.address(request, () -> {
                        work.report(id, measureId, form.words(), form.isDone(), on, evidence.read(files), actor, scope);
                        return "/ledger/" + id;
                    }));
        }
        if (objection != null) {
            model.addAttribute("typedOn", errors.getFieldValue("on"));
            model.addAttribute("typedDone", form.isDone());
            return page.again(id, back, "report-" + measureId, objection, form.words(), scope, model, response);
        }
        return ItemPage.done(redirect, form.isDone() ? "rectification.completed" : "rectification.reported", id, back);
    }

    private @Nullable Objection reportObjection(ReportForm form, BindingResult errors) {
        if (errors.hasFieldErrors("on")) {
            return Objection.of("typeMismatch.java.time.LocalDate");
        }
        if (errors.hasErrors()) {
            return Objection.of("typeMismatch.java.lang.String");
        }
        if (form.on() != null && form.on().isAfter(dates.today())) {
            return Objection.of("rectification.in-future");
        }
        if (form.words() == null) {
            return form.isDone() ? null : Objection.of("rectification.progress-missing");
        }
        return Objection.tooLong(form.words(), ItemPage.LONGEST_REASON, "rectification.progress.long");
    }

    @PostMapping("/measures/{measureId}/reopen")
    @PreAuthorize(Allow.BRANCH)
    String reopen(
            @PathVariable long id,
            @PathVariable long measureId,
            @RequestParam(required = false) @Nullable String back,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        work.reopenMeasure(id, measureId, actor, scope);
        return ItemPage.done(redirect, "rectification.saved", id, back);
    }
}
