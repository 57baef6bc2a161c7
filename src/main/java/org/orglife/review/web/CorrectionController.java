package org.orglife.review.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.orglife.review.Corrections;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.FormRefusals;
import org.orglife.web.Notice;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 重新评定 of one member. */
@Controller
class CorrectionController {

    private final ReviewFrame frame;
    private final Corrections corrections;

    CorrectionController(ReviewFrame frame, Corrections corrections) {
        this.frame = frame;
        this.corrections = corrections;
    }

    @PostMapping("/tasks/{taskId}/review/members/{memberId}/correction")
    @PreAuthorize(Allow.COMMITTEE)
    String reopen(
            @PathVariable long taskId,
            @PathVariable long memberId,
            @Valid @ModelAttribute("correction") CorrectionForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String address = FormRefusals.attempt(errors, "why", () -> {
            corrections.reopen(
                    taskId,
                    memberId,
                    Objects.requireNonNullElse(form.version(), -1L),
                    Objects.requireNonNull(form.why()),
                    actor,
                    scope);
            return ReviewFrame.address(taskId, memberId) + "#decision";
        });
        if (address == null) {
            return frame.oneAgain(taskId, memberId, form, errors, scope, model, response);
        }
        Notice.leave(redirect, "review.correction.done");
        return "redirect:" + address;
    }
}
