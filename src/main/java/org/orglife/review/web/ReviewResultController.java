package org.orglife.review.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Objects;
import org.orglife.organisation.Member;
import org.orglife.review.ExcellentCaps;
import org.orglife.review.ReviewDocument;
import org.orglife.review.ReviewLine;
import org.orglife.review.ReviewQuery;
import org.orglife.review.ReviewRegister;
import org.orglife.review.ReviewResult;
import org.orglife.review.ReviewResults;
import org.orglife.review.ReviewView;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.NotFoundException;
import org.orglife.web.Allow;
import org.orglife.web.Attachment;
import org.orglife.web.FormRefusals;
import org.orglife.web.Notice;
import org.orglife.web.Redrawn;
import org.orglife.word.WordDocument;
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

/** What a review came to: counts for everybody, names for those who may read them, documents for the committee. */
@Controller
@RequestMapping("/tasks/{taskId}/review")
class ReviewResultController {

    private final ReviewResults results;
    private final ReviewQuery query;
    private final ExcellentCaps caps;
    private final ReviewRegister register;
    private final ReviewDocument document;

    ReviewResultController(
            ReviewResults results,
            ReviewQuery query,
            ExcellentCaps caps,
            ReviewRegister register,
            ReviewDocument document) {
        this.results = results;
        this.query = query;
        this.caps = caps;
        this.register = register;
        this.document = document;
    }

    @GetMapping("/result")
    @PreAuthorize(Allow.BUSINESS)
    String result(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        ReviewResult result = results.of(taskId, scope);
        model.addAttribute("result", result);
        model.addAttribute("task", result.task());
        model.addAttribute("sits", scope.role().sitsOnCommittee());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new AllowForm(null, null));
        }
        return "review/result";
    }

    @PostMapping("/permission")
    @PreAuthorize(Allow.OFFICE)
    String allow(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") AllowForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String address = FormRefusals.attempt(errors, "most", () -> {
            caps.allow(
                    taskId, Objects.requireNonNull(form.most()), Objects.requireNonNull(form.reason()), actor, scope);
            return ReviewFrame.address(taskId) + "/result";
        });
        if (address == null) {
            Redrawn.with(model, form, errors);
            return FormRefusals.again(result(taskId, scope, model), response);
        }
        Notice.leave(redirect, "review.allowed");
        return "redirect:" + address;
    }

    @GetMapping("/register.xlsx")
    @PreAuthorize(Allow.COMMITTEE)
    void register(@PathVariable long taskId, @CurrentScope BranchScope scope, HttpServletResponse response)
            throws IOException {
        ReviewView view = query.takenOut(taskId, scope);
        Attachment.head(response, Attachment.WORKBOOK, register.name(view));
        register.write(view, response.getOutputStream());
    }

    @GetMapping("/members/{memberId}/form.docx")
    @PreAuthorize(Allow.COMMITTEE)
    void form(
            @PathVariable long taskId,
            @PathVariable long memberId,
            @CurrentScope BranchScope scope,
            HttpServletResponse response)
            throws IOException {
        ReviewView view = query.takenOut(taskId, scope);
        ReviewLine line = view.line(memberId);
        if (line == null) {
            throw new NotFoundException(Member.class, memberId);
        }
        WordDocument written = document.write(view, line, scope);
        Attachment.head(response, WordDocument.MEDIA_TYPE, document.name(view, line));
        written.writeTo(response.getOutputStream());
    }
}
