package org.orglife.records.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.records.CorrectionQuery;
import org.orglife.records.CorrectionRequest;
import org.orglife.records.CorrectionRequests;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.NotFoundException;
import org.orglife.web.Allow;
import org.orglife.web.FormRefusals;
import org.orglife.web.Notice;
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

/** Requests to put a record right, for whoever answers them. */
@Controller
@RequestMapping("/corrections")
class CorrectionAnswerController {

    private static final int ROWS = 20;

    private final CorrectionQuery query;
    private final CorrectionRequests corrections;

    CorrectionAnswerController(CorrectionQuery query, CorrectionRequests corrections) {
        this.query = query;
        this.corrections = corrections;
    }

    @GetMapping
    @PreAuthorize(Allow.CORRECTIONS)
    String list(@RequestParam(required = false) @Nullable Integer page, @CurrentScope BranchScope scope, Model model) {
        Paging paging = Paging.of(page, ROWS);
        model.addAttribute("rows", query.list(scope, paging.size(), paging.offset()));
        model.addAttribute("pager", paging.over(query.count(scope)));
        return "records/corrections";
    }

    @GetMapping("/{id}")
    @PreAuthorize(Allow.CORRECTIONS)
    String one(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        model.addAttribute("form", new CorrectionAnswerForm(null, null));
        return page(id, scope, model);
    }

    private String page(long id, BranchScope scope, Model model) {
        model.addAttribute(
                "row", query.find(id, scope).orElseThrow(() -> new NotFoundException(CorrectionRequest.class, id)));
        return "records/correction";
    }

    @PostMapping("/{id}")
    @PreAuthorize(Allow.CORRECTIONS)
    String answer(
            @PathVariable long id,
            @Valid @ModelAttribute("form") CorrectionAnswerForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String page = page(id, scope, model);
        String address = FormRefusals.attempt(errors, "answer", () -> {
            corrections.answer(id, Objects.requireNonNull(form.corrected()), form.answer(), actor, scope);
            return "/corrections";
        });
        if (address == null) {
            Redrawn.with(model, form, errors);
            return FormRefusals.again(page, response);
        }
        Notice.leave(redirect, "records.answer.done");
        return "redirect:" + address;
    }
}
