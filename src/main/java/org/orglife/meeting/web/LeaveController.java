package org.orglife.meeting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.orglife.campaign.BranchPlan;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Preparation;
import org.orglife.meeting.ExpectedQuery;
import org.orglife.meeting.LeaveReason;
import org.orglife.meeting.LeaveRow;
import org.orglife.meeting.LeaveService;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 请假: a member asks on the phone, the secretary answers; or writes it down for somebody. */
@Controller
@RequestMapping("/tasks/{taskId}/leave")
class LeaveController {

    private final BranchTaskService tasks;
    private final Preparation preparation;
    private final LeaveService leaves;
    private final ExpectedQuery expected;
    private final OncePerForm once;
    private final Dates dates;

    LeaveController(
            BranchTaskService tasks,
            Preparation preparation,
            LeaveService leaves,
            ExpectedQuery expected,
            OncePerForm once,
            Dates dates) {
        this.tasks = tasks;
        this.preparation = preparation;
        this.leaves = leaves;
        this.expected = expected;
        this.once = once;
        this.dates = dates;
    }

    @GetMapping
    @PreAuthorize(Allow.BRANCH)
    String list(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        model.addAttribute("form", LeaveForm.blank(scope.role().leadsBranch() ? null : scope.memberId()));
        return page(tasks.get(taskId, scope), scope, model);
    }

    private String page(BranchTask task, BranchScope scope, Model model) {
        boolean leads = scope.role().leadsBranch();
        BranchPlan plan = preparation.plan(task, scope).orElse(null);
        List<LeaveRow> rows = leaves.list(task, scope);
        model.addAttribute("task", task);
        model.addAttribute("plan", plan);
        model.addAttribute("own", rows.stream().filter(LeaveRow::own).toList());
        model.addAttribute("others", rows.stream().filter(row -> !row.own()).toList());
        model.addAttribute("leads", leads);
        model.addAttribute("works", scope.role().worksForBranch());
        model.addAttribute("me", scope.memberId());
        model.addAttribute("reasons", LeaveReason.values());
        boolean ahead = !task.getState().isAfterMeeting()
                && plan != null
                && !plan.getMeetingOn().isBefore(dates.today());
        boolean asked = rows.stream().anyMatch(row -> row.own() && row.state().isLive());
        model.addAttribute("ahead", ahead);
        model.addAttribute("open", ahead && (leads || !asked));
        model.addAttribute("people", leads && ahead ? expected.roll(task).expected() : List.of());
        return "meeting/leave";
    }

    @PostMapping
    @PreAuthorize(Allow.BRANCH)
    String ask(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") LeaveForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        BranchTask task = tasks.get(taskId, scope);
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(task, scope, model);
        }
        Notice.leave(redirect, scope.isOwn(form.memberId()) ? "meeting.leave.saved" : "meeting.leave.noted");
        return "redirect:"
                + once.address(request, () -> {
                    leaves.ask(taskId, form.toCommand(), actor, scope);
                    return "/tasks/" + taskId + "/leave";
                });
    }

    @PostMapping("/{requestId}/accept")
    @PreAuthorize(Allow.SECRETARY)
    String accept(
            @PathVariable long taskId,
            @PathVariable long requestId,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        leaves.answer(taskId, requestId, true, actor, scope);
        Notice.leave(redirect, "meeting.leave.accepted");
        return back(taskId);
    }

    @PostMapping("/{requestId}/decline")
    @PreAuthorize(Allow.SECRETARY)
    String decline(
            @PathVariable long taskId,
            @PathVariable long requestId,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        leaves.answer(taskId, requestId, false, actor, scope);
        Notice.leave(redirect, "meeting.leave.declined");
        return back(taskId);
    }

    @PostMapping("/{requestId}/withdraw")
    @PreAuthorize(Allow.BRANCH)
    String withdraw(
            @PathVariable long taskId,
            @PathVariable long requestId,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        leaves.withdraw(taskId, requestId, scope);
        Notice.leave(redirect, "meeting.leave.withdrawn");
        return back(taskId);
    }

    @PostMapping("/{requestId}/seen")
    @PreAuthorize(Allow.BRANCH)
    String seen(@PathVariable long taskId, @PathVariable long requestId, @CurrentScope BranchScope scope) {
        leaves.see(taskId, requestId, scope);
        return "redirect:/tasks/" + taskId + "/meeting";
    }

    private static String back(long taskId) {
        return "redirect:/tasks/" + taskId + "/leave";
    }
}
