package org.orglife.rectification.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.orglife.campaign.AspectSubject;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.opinion.DigestPoint;
import org.orglife.opinion.OpinionDigest;
import org.orglife.problem.ProblemSource;
import org.orglife.rectification.OpinionProblems;
import org.orglife.rectification.RectificationItem;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
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

/** 转为问题: what several people have said becomes a problem of the branch. */
@Controller
class OpinionProblemController {

    private final OpinionDigest digest;
    private final OpinionProblems problems;
    private final BranchTaskService tasks;
    private final OncePerForm once;

    OpinionProblemController(
            OpinionDigest digest, OpinionProblems problems, BranchTaskService tasks, OncePerForm once) {
        this.digest = digest;
        this.problems = problems;
        this.tasks = tasks;
        this.once = once;
    }

    @GetMapping("/opinion-points/{id}/problem")
    @PreAuthorize(Allow.BRANCH_WORK)
    String blank(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        DigestPoint point = digest.get(id, scope);
        Long aspect = point.getAspect() == null ? null : point.getAspect().getId();
        model.addAttribute(
                "form", new ProblemForm(false, aspect, point.getText(), null, ProblemSource.OPINION, List.of(), null));
        return page(point, scope, model);
    }

    @PostMapping("/opinion-points/{id}/problem")
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
        DigestPoint point = digest.get(id, scope);
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(point, scope, model);
        }
        return "redirect:"
                + once.address(request, () -> {
                    RectificationItem item = problems.raise(id, form.toText(), actor, scope);
                    Notice.leave(
                            redirect,
                            "rectification.raised.opinion",
                            item.getProblem().getNumber());
                    return "/tasks/" + point.getTask().getId() + "/opinions/digest";
                });
    }

    private String page(DigestPoint point, BranchScope scope, Model model) {
        BranchTask task = tasks.get(point.getTask().getId(), scope);
        model.addAttribute("point", point);
        model.addAttribute("task", task);
        model.addAttribute("aspects", task.getCampaign().getAspects(AspectSubject.BRANCH));
        return "rectification/opinion-problem";
    }
}
