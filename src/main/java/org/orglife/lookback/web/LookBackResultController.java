package org.orglife.lookback.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Objects;
import org.orglife.lookback.LookBackLine;
import org.orglife.lookback.LookBackQuery;
import org.orglife.lookback.LookBackResults;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.FormRefusals;
import org.orglife.web.Notice;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was found at an item. */
@Controller
@RequestMapping("/look-backs/items/{resultId}")
class LookBackResultController {

    private static final Map<String, String> FIELDS = Map.of(
            "lookback.remark-missing", "remark",
            "lookback.reopened-already", "finding",
            "lookback.no-such-inspector", "inspector",
            "lookback.inspectors-own-item", "inspector",
            "lookback.checked-future", "checkedOn",
            "lookback.checked-early", "checkedOn");

    private final LookBackQuery query;
    private final LookBackResults results;
    private final LookBackFrame frame;
    private final Dates dates;

    LookBackResultController(LookBackQuery query, LookBackResults results, LookBackFrame frame, Dates dates) {
        this.query = query;
        this.results = results;
        this.frame = frame;
        this.dates = dates;
    }

    @GetMapping
    @PreAuthorize(Allow.INSPECTORS)
    String form(@PathVariable long resultId, @CurrentScope BranchScope scope, Model model) {
        LookBackLine line = query.line(resultId, scope);
        model.addAttribute("form", ResultForm.of(line, scope.memberId(), dates.today()));
        return frame.result(line, scope, model);
    }

    @PostMapping
    @PreAuthorize(Allow.INSPECTORS)
    String record(
            @PathVariable long resultId,
            @Valid @ModelAttribute("form") ResultForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String address = FormRefusals.attempt(errors, FIELDS, () -> {
            results.record(resultId, Objects.requireNonNullElse(form.version(), -1L), form.toCommand(), actor, scope);
            return LookBackFrame.address(
                    query.line(resultId, scope).result().getRound().getId());
        });
        if (address == null) {
            Redrawn.with(model, form, errors);
            model.addAttribute("again", true);
            return FormRefusals.again(frame.result(query.line(resultId, scope), scope, model), response);
        }
        Notice.leave(redirect, "lookback.recorded");
        return "redirect:" + address;
    }
}
