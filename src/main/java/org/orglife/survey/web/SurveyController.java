package org.orglife.survey.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.NotFoundException;
import org.orglife.survey.SatisfactionSurvey;
import org.orglife.survey.SurveyClosing;
import org.orglife.survey.SurveyQuery;
import org.orglife.survey.SurveyState;
import org.orglife.survey.Surveys;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 满意度测评, as the branch prepares, opens and closes it, and as everybody reads what it came to. */
@Controller
class SurveyController {

    private final SurveyFrame frame;
    private final SurveyQuery query;
    private final Surveys surveys;
    private final SurveyClosing closing;
    private final OncePerForm once;

    SurveyController(SurveyFrame frame, SurveyQuery query, Surveys surveys, SurveyClosing closing, OncePerForm once) {
        this.frame = frame;
        this.query = query;
        this.surveys = surveys;
        this.closing = closing;
        this.once = once;
    }

    @GetMapping("/tasks/{taskId}/surveys")
    @PreAuthorize(Allow.BUSINESS)
    String list(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        return frame.list(taskId, scope, model);
    }

    @GetMapping("/tasks/{taskId}/surveys/new")
    @PreAuthorize(Allow.SECRETARY)
    String blank(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable Long item,
            @CurrentScope BranchScope scope,
            Model model) {
        return frame.blank(taskId, item, scope, model);
    }

    @PostMapping("/tasks/{taskId}/surveys")
    @PreAuthorize(Allow.SECRETARY)
    String prepare(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") ChoiceForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        String address = FormRefusals.attempt(
                errors,
                "chosen",
                () -> once.address(
                        request,
                        () -> SurveyFrame.address(prepared(taskId, form, scope).getId())));
        return address == null ? frame.blankAgain(taskId, form, errors, scope, model, response) : "redirect:" + address;
    }

    private SatisfactionSurvey prepared(long taskId, ChoiceForm form, BranchScope scope) {
        return form.isWhole() ? surveys.prepareWhole(taskId, scope) : surveys.prepare(taskId, form.ticked(), scope);
    }

    @GetMapping("/surveys/{id}")
    @PreAuthorize(Allow.BUSINESS)
    String one(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        return frame.one(id, scope, model);
    }

    @GetMapping("/surveys/{id}/print")
    @PreAuthorize(Allow.BUSINESS)
    String print(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        return frame.print(id, scope, model);
    }

    @PostMapping("/surveys/{id}")
    @PreAuthorize(Allow.SECRETARY)
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") SurveyForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SatisfactionSurvey survey = query.get(id, scope);
        form.check(errors, survey);
        String address = FormRefusals.attempt(errors, SurveyFrame.FIELDS, () -> {
            surveys.change(id, Objects.requireNonNull(form.version()), form.terms(), form.allWords(survey), scope);
            return SurveyFrame.address(id);
        });
        if (address == null) {
            return frame.draftAgain(id, form, errors, scope, model, response);
        }
        Notice.leave(redirect, "survey.saved");
        return "redirect:" + address;
    }

    /** 开始测评; with codes, their slips are the answer. */
    @PostMapping("/surveys/{id}/open")
    @PreAuthorize(Allow.SECRETARY)
    String open(
            @PathVariable long id,
            @Valid @ModelAttribute("form") SurveyForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SatisfactionSurvey survey = query.get(id, scope);
        form.check(errors, survey);
        List<String> made = new ArrayList<>();
        String address = FormRefusals.attempt(errors, SurveyFrame.FIELDS, () -> {
            made.addAll(surveys.open(
                    id,
                    Objects.requireNonNull(form.version()),
                    form.terms(),
                    form.allWords(survey),
                    Objects.requireNonNullElse(form.codes(), 0),
                    Boolean.TRUE.equals(form.openToAll()),
                    scope));
            return SurveyFrame.address(id);
        });
        if (address == null) {
            return frame.draftAgain(id, form, errors, scope, model, response);
        }
        if (made.isEmpty()) {
            Notice.leave(redirect, "survey.opened");
            return "redirect:" + address;
        }
        return frame.slips(id, made, scope, model);
    }

    @PostMapping("/surveys/{id}/codes")
    @PreAuthorize(Allow.SECRETARY)
    String moreCodes(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int codes,
            @CurrentScope BranchScope scope,
            Model model) {
        return frame.slips(id, surveys.moreCodes(id, codes, scope), scope, model);
    }

    @GetMapping("/surveys/{id}/poster")
    @PreAuthorize(Allow.SECRETARY)
    String poster(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        SatisfactionSurvey survey = query.get(id, scope);
        if (survey.getState() != SurveyState.OPEN || !survey.isOpenToAll()) {
            throw new NotFoundException(SatisfactionSurvey.class, id);
        }
        return frame.poster(survey, scope, model);
    }

    @PostMapping("/surveys/{id}/close")
    @PreAuthorize(Allow.SECRETARY)
    String close(@PathVariable long id, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        closing.close(id, actor, scope);
        Notice.leave(redirect, "survey.closed");
        return "redirect:" + SurveyFrame.address(id);
    }

    @PostMapping("/surveys/{id}/delete")
    @PreAuthorize(Allow.SECRETARY)
    String drop(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        long task = query.get(id, scope).getTaskId();
        surveys.drop(id, scope);
        Notice.leave(redirect, "survey.dropped");
        return "redirect:/tasks/" + task + "/surveys";
    }
}
