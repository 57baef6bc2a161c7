package org.orglife.rectification.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.orglife.campaign.AspectSubject;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.problem.ProblemSource;
import org.orglife.rectification.RectificationItem;
import org.orglife.rectification.StatementProblems;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.sitting.MeetingStatement;
import org.orglife.sitting.Statements;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 列为问题: what a guest said at the meeting becomes a problem of the branch. */
@Controller
class StatementProblemController {

    private final Statements statements;
    private final StatementProblems problems;
    private final OncePerForm once;

    StatementProblemController(Statements statements, StatementProblems problems, OncePerForm once) {
        this.statements = statements;
        this.problems = problems;
        this.once = once;
    }

    @GetMapping("/statements/{id}/problem")
    @PreAuthorize(Allow.BRANCH_WORK)
    String blank(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        Statements.Said said = statements.get(id, scope);
        model.addAttribute(
                "form",
                new ProblemForm(
                        false, null, said.statement().getText(), null, source(said.statement()), List.of(), null));
        return page(said, model);
    }

    /** Those who came from above point something out; those who are served have an opinion. */
    private static ProblemSource source(MeetingStatement statement) {
        return statement.getCapacity() == AttendanceCapacity.OUTSIDE_REP
                ? ProblemSource.OPINION
                : ProblemSource.SUPERVISION;
    }

    @PostMapping("/statements/{id}/problem")
    @PreAuthorize(Allow.BRANCH_WORK)
    String raise(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ProblemForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Statements.Said said = statements.get(id, scope);
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(said, model);
        }
        return "redirect:"
                + once.address(request, () -> {
                    RectificationItem item = problems.raise(id, form.toText(), actor, scope);
                    Notice.leave(
                            redirect,
                            "rectification.raised.opinion",
                            item.getProblem().getNumber());
                    return "/tasks/" + said.task().getId() + "/problems";
                });
    }

    private static String page(Statements.Said said, Model model) {
        model.addAttribute("said", said.statement());
        model.addAttribute("source", source(said.statement()));
        model.addAttribute("task", said.task());
        model.addAttribute("aspects", said.task().getCampaign().getAspects(AspectSubject.BRANCH));
        return "rectification/statement-problem";
    }
}
