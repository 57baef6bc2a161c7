package org.orglife.study.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.CampaignService;
import org.orglife.campaign.StudyItem;
import org.orglife.organisation.Roster;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.study.MakeUpState;
import org.orglife.study.MakeUpWay;
import org.orglife.study.StudyAttendance;
import org.orglife.study.StudyMode;
import org.orglife.study.StudyQuery;
import org.orglife.study.StudyService;
import org.orglife.study.StudySession;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
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

/** 集中学习: the sessions of a branch, recorded by naming only those who were not there. */
@Controller
class StudyController {

    private final BranchTaskService tasks;
    private final CampaignService campaigns;
    private final StudyService study;
    private final StudyQuery query;
    private final Roster roster;
    private final OncePerForm once;
    private final Dates dates;

    StudyController(
            BranchTaskService tasks,
            CampaignService campaigns,
            StudyService study,
            StudyQuery query,
            Roster roster,
            OncePerForm once,
            Dates dates) {
        this.tasks = tasks;
        this.campaigns = campaigns;
        this.study = study;
        this.query = query;
        this.roster = roster;
        this.once = once;
        this.dates = dates;
    }

    /** From the menu: the sessions of the campaign that is running. */
    @GetMapping("/study")
    @PreAuthorize(Allow.BRANCH_WORK)
    String own(Actor actor, @CurrentScope BranchScope scope) {
        return "redirect:" + tasks.currentAddress(actor.unitId(), scope, "/study");
    }

    @GetMapping("/tasks/{taskId}/study")
    @PreAuthorize(Allow.BUSINESS)
    String list(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        model.addAttribute("task", task);
        model.addAttribute("sessions", query.sessions(task));
        model.addAttribute("needs", scope.role().worksForBranch() ? query.needs(task) : List.of());
        model.addAttribute("works", scope.role().worksForBranch());
        model.addAttribute("ways", MakeUpWay.values());
        model.addAttribute("today", dates.today());
        return "study/list";
    }

    @GetMapping("/tasks/{taskId}/study/new")
    @PreAuthorize(Allow.BRANCH_WORK)
    String blank(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        List<String> topics = campaigns.get(task.getCampaign().getId(), scope).getStudyItems().stream()
                .map(StudyItem::title)
                .toList();
        model.addAttribute("form", StudyForm.blank(dates.today(), topics));
        return page(task, null, dates.today(), scope, model);
    }

    @PostMapping("/tasks/{taskId}/study")
    @PreAuthorize(Allow.BRANCH_WORK)
    String record(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") StudyForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        BranchTask task = tasks.get(taskId, scope);
        form.check(errors, dates.today());
        if (errors.hasErrors()) {
            return again(task, null, form, errors, scope, model, response);
        }
        Notice.leave(redirect, "study.saved", form.absentees().size());
        return "redirect:"
                + once.address(
                        request, () -> "/study/" + study.record(taskId, form.toDetails(), form.absentees(), scope));
    }

    @GetMapping("/study/{id}")
    @PreAuthorize(Allow.BUSINESS)
    String session(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        StudySession session = study.get(id, scope);
        List<StudyAttendance> absent =
                session.getAttendance().stream().filter(one -> !one.isPresent()).toList();
        // who was not there is for those who see to it; everybody else reads of himself
        model.addAttribute("study", session);
        model.addAttribute("absent", absent.size());
        model.addAttribute(
                "settled",
                absent.stream()
                        .filter(one -> one.getMakeUp() != MakeUpState.OPEN)
                        .count());
        model.addAttribute(
                "shown",
                scope.role().worksForBranch()
                        ? absent
                        : absent.stream()
                                .filter(one -> scope.isOwn(one.getMember().getId()))
                                .toList());
        model.addAttribute(
                "present",
                session.getAttendance().stream()
                        .filter(StudyAttendance::isPresent)
                        .toList());
        model.addAttribute("task", tasks.get(session.getTask().getId(), scope));
        model.addAttribute("works", scope.role().worksForBranch());
        model.addAttribute("me", scope.memberId());
        model.addAttribute("ways", MakeUpWay.values());
        model.addAttribute("today", dates.today());
        return "study/session";
    }

    @GetMapping("/study/{id}/edit")
    @PreAuthorize(Allow.BRANCH_WORK)
    String edit(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        StudySession session = study.get(id, scope);
        model.addAttribute("form", StudyForm.of(session));
        return page(tasks.get(session.getTask().getId(), scope), id, session.getHeldOn(), scope, model);
    }

    @PostMapping("/study/{id}")
    @PreAuthorize(Allow.BRANCH_WORK)
    String correct(
            @PathVariable long id,
            @Valid @ModelAttribute("form") StudyForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        form.check(errors, dates.today());
        if (errors.hasErrors()) {
            BranchTask task = tasks.get(study.get(id, scope).getTask().getId(), scope);
            return again(task, id, form, errors, scope, model, response);
        }
        study.correct(id, Objects.requireNonNullElse(form.version(), -1L), form.toDetails(), form.absentees(), scope);
        Notice.leave(redirect, "study.saved", form.absentees().size());
        return "redirect:/study/" + id;
    }

    @PostMapping("/study/{id}/delete")
    @PreAuthorize(Allow.BRANCH_WORK)
    String delete(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        long task = study.get(id, scope).getTask().getId();
        study.delete(id, scope);
        Notice.leave(redirect, "study.deleted");
        return "redirect:/tasks/" + task + "/study";
    }

    private String again(
            BranchTask task,
            @Nullable Long id,
            StudyForm form,
            BindingResult errors,
            BranchScope scope,
            Model model,
            HttpServletResponse response) {
        Redrawn.with(model, form, errors);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        LocalDate on = form.heldOn() == null ? dates.today() : form.heldOn();
        return page(task, id, on, scope, model);
    }

    private String page(BranchTask task, @Nullable Long id, LocalDate on, BranchScope scope, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("id", id);
        model.addAttribute("modes", StudyMode.values());
        model.addAttribute("people", roster.membersOf(task.getBranch().getId(), on, scope));
        return "study/form";
    }
}
