package org.orglife.opinion.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.opinion.DigestPoint;
import org.orglife.opinion.Opinion;
import org.orglife.opinion.OpinionDigest;
import org.orglife.opinion.OpinionQuery;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.TypedText;
import org.orglife.web.Allow;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 意见建议汇总: what the opinions come to, and what became of each point. */
@Controller
class DigestController {

    private static final int LONGEST_ANSWER = 1000;

    private final OpinionFrame frame;
    private final OpinionDigest digest;
    private final OpinionQuery query;
    private final OncePerForm once;

    DigestController(OpinionFrame frame, OpinionDigest digest, OpinionQuery query, OncePerForm once) {
        this.frame = frame;
        this.digest = digest;
        this.query = query;
        this.once = once;
    }

    @GetMapping("/tasks/{taskId}/opinions/digest")
    @PreAuthorize(Allow.BRANCH)
    String list(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        return listPage(taskId, scope, model);
    }

    private String listPage(long taskId, BranchScope scope, Model model) {
        frame.put(taskId, "digest", scope, model);
        frame.putPeople(model, scope);
        model.addAttribute("points", query.points(taskId, scope));
        return "opinion/digest";
    }

    @GetMapping("/tasks/{taskId}/opinions/points/new")
    @PreAuthorize(Allow.BRANCH_WORK)
    String blank(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable List<Long> ids,
            @CurrentScope BranchScope scope,
            Model model,
            RedirectAttributes redirect) {
        List<Opinion> chosen = digest.chosen(taskId, ids == null ? List.of() : ids, scope);
        if (chosen.isEmpty()) {
            Notice.leave(redirect, "opinion.point.none");
            return "redirect:/tasks/" + taskId + "/opinions";
        }
        model.addAttribute("form", PointForm.of(chosen));
        return formPage(taskId, chosen, scope, model);
    }

    private String formPage(long taskId, List<Opinion> chosen, BranchScope scope, Model model) {
        frame.put(taskId, "digest", scope, model);
        model.addAttribute("chosen", chosen);
        return "opinion/point-form";
    }

    @PostMapping("/tasks/{taskId}/opinions/points")
    @PreAuthorize(Allow.BRANCH_WORK)
    String merge(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") PointForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                Notice.leave(redirect, "opinion.point.made");
                return "redirect:"
                        + once.address(request, () -> {
                            digest.merge(
                                    taskId,
                                    form.chosen(),
                                    Objects.requireNonNull(form.text()),
                                    Objects.requireNonNull(form.about()),
                                    form.aspectId(),
                                    scope);
                            return "/tasks/" + taskId + "/opinions/digest";
                        });
            } catch (RuleViolationException objection) {
                errors.reject(objection.code(), objection.arguments(), null);
            }
        }
        Redrawn.with(model, form, errors);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return formPage(taskId, digest.chosen(taskId, form.chosen(), scope), scope, model);
    }

    @GetMapping("/opinion-points/{id}/edit")
    @PreAuthorize(Allow.BRANCH_WORK)
    String edit(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        DigestPoint point = digest.get(id, scope);
        model.addAttribute("form", PointForm.of(point));
        model.addAttribute("point", point);
        return formPage(point.getTask().getId(), digest.opinionsOf(id, scope), scope, model);
    }

    @PostMapping("/opinion-points/{id}")
    @PreAuthorize(Allow.BRANCH_WORK)
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") PointForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        DigestPoint point = digest.get(id, scope);
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            model.addAttribute("point", point);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return formPage(point.getTask().getId(), digest.opinionsOf(id, scope), scope, model);
        }
        digest.change(
                id,
                Objects.requireNonNullElse(form.version(), -1L),
                Objects.requireNonNull(form.text()),
                Objects.requireNonNull(form.about()),
                form.aspectId(),
                scope);
        Notice.leave(redirect, "opinion.saved");
        return back(point);
    }

    private static String back(DigestPoint point) {
        return "redirect:/tasks/" + point.getTask().getId() + "/opinions/digest";
    }

    @PostMapping("/opinion-points/{id}/add")
    @PreAuthorize(Allow.BRANCH_WORK)
    String add(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<Long> ids,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        digest.add(id, ids == null ? List.of() : ids, scope);
        Notice.leave(redirect, "opinion.saved");
        return back(digest.get(id, scope));
    }

    @PostMapping("/opinion-points/{id}/dissolve")
    @PreAuthorize(Allow.BRANCH_WORK)
    String dissolve(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        DigestPoint point = digest.get(id, scope);
        digest.dissolve(id, scope);
        Notice.leave(redirect, "opinion.point.dissolved");
        return back(point);
    }

    @PostMapping("/opinion-points/{id}/answer")
    @PreAuthorize(Allow.BRANCH_WORK)
    String answer(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable Long owner,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (words == null || TypedText.length(words) > LONGEST_ANSWER) {
            return again(id, "answer", words, scope, model, response);
        }
        digest.answer(id, words, owner, scope);
        Notice.leave(redirect, "opinion.point.answered");
        return back(digest.get(id, scope));
    }

    @PostMapping("/opinion-points/{id}/keep")
    @PreAuthorize(Allow.BRANCH_WORK)
    String keep(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable Long owner,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (words != null && TypedText.length(words) > LONGEST_ANSWER) {
            return again(id, "keep", words, scope, model, response);
        }
        digest.keep(id, words, owner, scope);
        Notice.leave(redirect, "opinion.point.kept");
        return back(digest.get(id, scope));
    }

    private String again(
            long id,
            String what,
            @Nullable String typed,
            BranchScope scope,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("wrongAt", what + "-" + id);
        model.addAttribute("typed", typed);
        model.addAttribute("objection", typed == null ? "opinion.point.words.missing" : "opinion.point.words.long");
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return listPage(digest.get(id, scope).getTask().getId(), scope, model);
    }

    @PostMapping("/opinion-points/{id}/reopen")
    @PreAuthorize(Allow.BRANCH_WORK)
    String reopen(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        digest.reopen(id, scope);
        Notice.leave(redirect, "opinion.point.reopened");
        return back(digest.get(id, scope));
    }
}
