package org.orglife.rectification.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.rectification.LinesRefusedException;
import org.orglife.rectification.OwnHandIns;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.TypedText;
import org.orglife.web.Allow;
import org.orglife.web.FormRefusals;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 一起交账: several problems handed in with one form. */
@Controller
class OwnHandInController {

    private final OwnHandIns handIns;
    private final OwnWorkPage page;
    private final OncePerForm once;

    OwnHandInController(OwnHandIns handIns, OwnWorkPage page, OncePerForm once) {
        this.handIns = handIns;
        this.page = page;
        this.once = once;
    }

    /** One problem as it was typed. */
    record Row(
            @Nullable Long item,
            @Nullable String result,
            @Nullable Boolean chosen) {

        boolean isChosen() {
            return item != null && Boolean.TRUE.equals(chosen);
        }

        long id() {
            return Objects.requireNonNull(item);
        }

        OwnHandIns.Line toLine() {
            return new OwnHandIns.Line(id(), Objects.requireNonNull(TypedText.clean(result)));
        }

        @Nullable
        Objection objection() {
            return Objection.required(
                    TypedText.clean(result),
                    ItemController.LONGEST_RESULT,
                    "rectification.result.missing",
                    "rectification.result.long");
        }
    }

    /** All problems. */
    record HandInForm(@Nullable List<Row> rows) {

        List<Row> filled() {
            return rows == null
                    ? List.of()
                    : rows.stream().filter(row -> row.item() != null).toList();
        }
    }

    @PostMapping("/my-measures/hand-in")
    @PreAuthorize(Allow.BRANCH)
    String handIn(
            @ModelAttribute("handIns") HandInForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        List<Row> chosen = form.filled().stream().filter(Row::isChosen).toList();
        if (chosen.isEmpty() || errors.hasErrors()) {
            Notice.leave(redirect, "rectification.ready.nothing");
            return "redirect:/my-measures";
        }
        Map<Long, Objection> wrong = new LinkedHashMap<>();
        for (Row row : chosen) {
            Objection objection = row.objection();
            if (objection != null) {
                wrong.put(row.id(), objection);
            }
        }
        if (wrong.isEmpty()) {
            try {
                once.address(request, () -> {
                    handIns.handIn(chosen.stream().map(Row::toLine).toList(), actor, scope);
                    return "/my-measures";
                });
            } catch (LinesRefusedException refused) {
                refused.wrong().forEach((item, why) -> wrong.put(item, Objection.of(why)));
            }
        }
        if (!wrong.isEmpty()) {
            model.addAttribute("wrong", Map.of());
            model.addAttribute("typed", Map.of());
            model.addAttribute("wrongReady", wrong);
            model.addAttribute(
                    "typedReady",
                    form.filled().stream().collect(Collectors.toMap(Row::id, row -> row, (one, two) -> one)));
            return FormRefusals.again(page.again(null, scope, model), response);
        }
        Notice.leave(redirect, "rectification.ready.saved", chosen.size());
        return "redirect:/my-measures";
    }
}
