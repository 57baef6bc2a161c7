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
import org.orglife.rectification.OwnMeasures;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 我的整改: progress on all of one's measures in one form. */
@Controller
class OwnMeasureController {

    private final OwnMeasures measures;
    private final OwnWorkPage page;
    private final OncePerForm once;

    OwnMeasureController(OwnMeasures measures, OwnWorkPage page, OncePerForm once) {
        this.measures = measures;
        this.page = page;
        this.once = once;
    }

    /** One line as it was typed. */
    record Row(
            @Nullable Long item,
            @Nullable Long measure,
            @Nullable String words,
            @Nullable Boolean done) {

        boolean isDone() {
            return Boolean.TRUE.equals(done);
        }

        boolean isFilled() {
            return item != null && measure != null && (words != null || isDone());
        }

        OwnMeasures.Line toLine() {
            return new OwnMeasures.Line(Objects.requireNonNull(item), Objects.requireNonNull(measure), words, isDone());
        }
    }

    /** All lines. */
    record BulkForm(@Nullable List<Row> rows) {

        List<Row> filled() {
            return rows == null
                    ? List.of()
                    : rows.stream().filter(Row::isFilled).toList();
        }
    }

    @GetMapping("/my-measures")
    @PreAuthorize(Allow.BRANCH)
    String page(
            @RequestParam(name = "page", required = false) @Nullable Integer number,
            @CurrentScope BranchScope scope,
            Model model) {
        return page.draw(number, scope, model);
    }

    @PostMapping("/my-measures")
    @PreAuthorize(Allow.BRANCH)
    String save(
            @ModelAttribute("bulk") BulkForm form,
            BindingResult errors,
            @RequestParam(name = "page", required = false) @Nullable Integer number,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        List<Row> filled = form.filled();
        Map<Long, Objection> wrong = tooLong(filled);
        if (filled.isEmpty() || errors.hasErrors()) {
            Notice.leave(redirect, "rectification.bulk.nothing");
            return "redirect:/my-measures";
        }
        if (wrong.isEmpty()) {
            try {
                once.address(request, () -> {
                    measures.report(filled.stream().map(Row::toLine).toList(), actor, scope);
                    return "/my-measures";
                });
            } catch (LinesRefusedException refused) {
                refused.wrong().forEach((measure, why) -> wrong.put(measure, Objection.of(why)));
            }
        }
        if (!wrong.isEmpty()) {
            model.addAttribute("wrong", wrong);
            model.addAttribute(
                    "typed", filled.stream().collect(Collectors.toMap(Row::measure, row -> row, (one, two) -> one)));
            model.addAttribute("wrongReady", Map.of());
            model.addAttribute("typedReady", Map.of());
            return FormRefusals.again(page.again(number, scope, model), response);
        }
        Notice.leave(redirect, "rectification.bulk.saved", filled.size());
        return "redirect:/my-measures";
    }

    private static Map<Long, Objection> tooLong(List<Row> rows) {
        Map<Long, Objection> wrong = new LinkedHashMap<>();
        for (Row row : rows) {
            Objection objection = row.words() == null
                    ? null
                    : Objection.tooLong(row.words(), ItemPage.LONGEST_REASON, "rectification.progress.long");
            if (objection != null && row.measure() != null) {
                wrong.put(row.measure(), objection);
            }
        }
        return wrong;
    }
}
