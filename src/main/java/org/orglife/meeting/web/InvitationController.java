package org.orglife.meeting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.meeting.InvitationAnswer;
import org.orglife.meeting.InvitationService;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 邀请列席: who is asked to come, and what he answered. */
@Controller
@RequestMapping("/tasks/{taskId}/invitations")
class InvitationController {

    private final BranchTaskService tasks;
    private final InvitationService invitations;
    private final OncePerForm once;

    InvitationController(BranchTaskService tasks, InvitationService invitations, OncePerForm once) {
        this.tasks = tasks;
        this.invitations = invitations;
        this.once = once;
    }

    @GetMapping
    @PreAuthorize(Allow.BUSINESS)
    String list(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        model.addAttribute("form", InvitationForm.blank());
        return page(tasks.get(taskId, scope), scope, model);
    }

    private String page(BranchTask task, BranchScope scope, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("invitations", invitations.of(task));
        model.addAttribute("last", invitations.last(task));
        model.addAttribute("capacities", AttendanceCapacity.invited());
        model.addAttribute(
                "works", scope.role().worksForBranch() && !task.getState().isAfterMeeting());
        return "meeting/invitations";
    }

    @PostMapping
    @PreAuthorize(Allow.BRANCH_WORK)
    String invite(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") InvitationForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        BranchTask task = tasks.get(taskId, scope);
        form.check(errors);
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(task, scope, model);
        }
        Notice.leave(redirect, "meeting.invitation.saved");
        return "redirect:"
                + once.address(request, () -> {
                    invitations.invite(taskId, form.toDetails(), scope);
                    return "/tasks/" + taskId + "/invitations";
                });
    }

    @PostMapping("/like-last")
    @PreAuthorize(Allow.BRANCH_WORK)
    String inviteLikeLast(@PathVariable long taskId, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        invitations.inviteLikeLast(taskId, scope);
        Notice.leave(redirect, "meeting.invitation.saved");
        return "redirect:/tasks/" + taskId + "/invitations";
    }

    @PostMapping("/{invitationId}/answer")
    @PreAuthorize(Allow.BRANCH_WORK)
    String answer(
            @PathVariable long taskId,
            @PathVariable long invitationId,
            @RequestParam(required = false) @Nullable InvitationAnswer answer,
            @CurrentScope BranchScope scope) {
        invitations.answer(taskId, invitationId, Objects.requireNonNullElse(answer, InvitationAnswer.OPEN), scope);
        return "redirect:/tasks/" + taskId + "/invitations";
    }

    @PostMapping("/{invitationId}/delete")
    @PreAuthorize(Allow.BRANCH_WORK)
    String delete(
            @PathVariable long taskId,
            @PathVariable long invitationId,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        invitations.delete(taskId, invitationId, scope);
        Notice.leave(redirect, "meeting.invitation.deleted");
        return "redirect:/tasks/" + taskId + "/invitations";
    }
}
