package org.orglife.review.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.orglife.review.Feedback;
import org.orglife.review.ReviewQuery;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Notice;
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

/** 我的评议: a member reads his grade once he was told, says that he knows it, or adds something. */
@Controller
@RequestMapping("/tasks/{taskId}/review/mine")
class OwnReviewController {

    private final ReviewQuery query;
    private final Feedback feedback;

    OwnReviewController(ReviewQuery query, Feedback feedback) {
        this.query = query;
        this.feedback = feedback;
    }

    @GetMapping
    @PreAuthorize(Allow.BRANCH)
    String mine(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        return page(taskId, scope, model);
    }

    private String page(long taskId, BranchScope scope, Model model) {
        ReviewQuery.Own own = query.own(taskId, scope);
        model.addAttribute("own", own);
        model.addAttribute("task", own.task());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", StatementForm.of(own.row()));
        }
        return "review/mine";
    }

    @PostMapping("/acknowledgement")
    @PreAuthorize(Allow.BRANCH)
    String acknowledge(@PathVariable long taskId, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        feedback.acknowledge(taskId, scope);
        Notice.leave(redirect, "review.acknowledged");
        return again(taskId);
    }

    @PostMapping("/statement")
    @PreAuthorize(Allow.BRANCH)
    String state(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") StatementForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(taskId, scope, model);
        }
        feedback.state(taskId, form.version(), Objects.requireNonNull(form.statement()), scope);
        Notice.leave(redirect, "review.stated");
        return again(taskId);
    }

    private static String again(long taskId) {
        return "redirect:" + ReviewFrame.address(taskId) + "/mine";
    }
}
