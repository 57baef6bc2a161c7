package org.orglife.rectification.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.Aspect;
import org.orglife.campaign.AspectSubject;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.problem.ProblemDraft;
import org.orglife.problem.ProblemDrafts;
import org.orglife.rectification.OwnList;
import org.orglife.rectification.OwnLists;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.NotFoundException;
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

/** 个人问题清单: points written one after the other, by the member or by somebody who helps him, and handed in at once. */
@Controller
class OwnListController {

    private final BranchTaskService tasks;
    private final OwnLists lists;
    private final ProblemDrafts drafts;
    private final OncePerForm once;

    OwnListController(BranchTaskService tasks, OwnLists lists, ProblemDrafts drafts, OncePerForm once) {
        this.tasks = tasks;
        this.lists = lists;
        this.drafts = drafts;
        this.once = once;
    }

    @GetMapping("/tasks/{taskId}/my-problems")
    @PreAuthorize(Allow.BRANCH)
    String own(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        return blank(taskId, me(scope), scope, model);
    }

    @GetMapping("/tasks/{taskId}/problems/of/{memberId}")
    @PreAuthorize(Allow.BRANCH_WORK)
    String ofMember(
            @PathVariable long taskId, @PathVariable long memberId, @CurrentScope BranchScope scope, Model model) {
        return blank(taskId, memberId, scope, model);
    }

    @PostMapping("/tasks/{taskId}/my-problems")
    @PreAuthorize(Allow.BRANCH)
    String addOwn(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") PointForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return add(taskId, me(scope), form, errors, actor, scope, model, request, response, redirect);
    }

    @PostMapping("/tasks/{taskId}/problems/of/{memberId}")
    @PreAuthorize(Allow.BRANCH_WORK)
    String addFor(
            @PathVariable long taskId,
            @PathVariable long memberId,
            @Valid @ModelAttribute("form") PointForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return add(taskId, memberId, form, errors, actor, scope, model, request, response, redirect);
    }

    private String add(
            long taskId,
            long memberId,
            PointForm form,
            BindingResult errors,
            Actor actor,
            BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        BranchTask task = tasks.get(taskId, scope);
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(task, lists.of(task, memberId, scope), model);
        }
        return "redirect:"
                + once.record(request, () -> {
                    drafts.add(taskId, memberId, form.toText(), actor, scope);
                    if (Boolean.TRUE.equals(form.handIn()) && scope.isOwn(memberId)) {
                        int handedIn = lists.handIn(taskId, memberId, actor, scope);
                        Notice.leave(redirect, "rectification.list.handedIn", handedIn);
                        return base(taskId, memberId, scope);
                    }
                    Notice.leave(redirect, "rectification.list.added");
                    redirect.addFlashAttribute("again", true);
                    return base(taskId, memberId, scope);
                });
    }

    @PostMapping("/tasks/{taskId}/my-problems/hand-in")
    @PreAuthorize(Allow.BRANCH)
    String handInOwn(
            @PathVariable long taskId, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        return handIn(taskId, me(scope), actor, scope, redirect);
    }

    @PostMapping("/tasks/{taskId}/problems/of/{memberId}/hand-in")
    @PreAuthorize(Allow.BRANCH_WORK)
    String handInFor(
            @PathVariable long taskId,
            @PathVariable long memberId,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        return handIn(taskId, memberId, actor, scope, redirect);
    }

    private String handIn(long taskId, long memberId, Actor actor, BranchScope scope, RedirectAttributes redirect) {
        Notice.leave(redirect, "rectification.list.handedIn", lists.handIn(taskId, memberId, actor, scope));
        return "redirect:" + (scope.isOwn(memberId) ? base(taskId, memberId, scope) : "/tasks/" + taskId + "/problems");
    }

    @PostMapping("/tasks/{taskId}/my-problems/take-back")
    @PreAuthorize(Allow.BRANCH)
    String takeBack(@PathVariable long taskId, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        Notice.leave(redirect, "rectification.list.takenBack", lists.takeBack(taskId, scope));
        return "redirect:/tasks/" + taskId + "/my-problems";
    }

    @GetMapping("/problem-drafts/{id}")
    @PreAuthorize(Allow.BRANCH)
    String edit(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        ProblemDraft draft = drafts.get(id, scope);
        model.addAttribute("form", PointForm.of(draft));
        return form(draft, scope, model);
    }

    @PostMapping("/problem-drafts/{id}")
    @PreAuthorize(Allow.BRANCH)
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") PointForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ProblemDraft draft = drafts.get(id, scope);
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(draft, scope, model);
        }
        drafts.change(id, form.version() == null ? -1 : form.version(), form.toText(), scope);
        Notice.leave(redirect, "rectification.saved");
        return "redirect:" + base(draft, scope);
    }

    @PostMapping("/problem-drafts/{id}/drop")
    @PreAuthorize(Allow.BRANCH)
    String drop(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        ProblemDraft draft = drafts.drop(id, scope);
        Notice.leave(redirect, "rectification.list.dropped");
        return "redirect:" + base(draft, scope);
    }

    private static long me(BranchScope scope) {
        Long me = scope.memberId();
        if (me == null) {
            throw new NotFoundException(ProblemDraft.class, 0);
        }
        return me;
    }

    private static String base(ProblemDraft draft, BranchScope scope) {
        return base(draft.getTask().getId(), draft.getMember().getId(), scope);
    }

    private static String base(long taskId, long memberId, BranchScope scope) {
        return "/tasks/" + taskId + (scope.isOwn(memberId) ? "/my-problems" : "/problems/of/" + memberId);
    }

    private String blank(long taskId, long memberId, BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        OwnList list = lists.of(task, memberId, scope);
        model.addAttribute("form", PointForm.blank(nextAspect(task, list)));
        return page(task, list, model);
    }

    /** The first aspect of which nothing is written yet: what one has just written is rarely followed by the same again. */
    private static @Nullable Long nextAspect(BranchTask task, OwnList list) {
        Set<String> written = Stream.concat(
                        list.drafts().stream().map(draft -> draft.getAspect().getTitle()),
                        list.handedIn().stream().map(OwnList.HandedIn::aspect))
                .collect(Collectors.toSet());
        return aspects(task).stream()
                .filter(aspect -> !written.contains(aspect.getTitle()))
                .findFirst()
                .map(Aspect::getId)
                .orElse(null);
    }

    private static List<Aspect> aspects(BranchTask task) {
        return task.getCampaign().getAspects(AspectSubject.MEMBER);
    }

    private static String page(BranchTask task, OwnList list, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("list", list);
        model.addAttribute(
                "base", "/tasks/" + task.getId() + (list.own() ? "/my-problems" : "/problems/of/" + list.memberId()));
        model.addAttribute("aspects", aspects(task));
        return "rectification/own-list";
    }

    private String form(ProblemDraft draft, BranchScope scope, Model model) {
        BranchTask task = tasks.get(draft.getTask().getId(), scope);
        model.addAttribute("draft", draft);
        model.addAttribute("task", task);
        model.addAttribute("base", base(draft, scope));
        model.addAttribute("aspects", aspects(task));
        return "rectification/draft-form";
    }
}
