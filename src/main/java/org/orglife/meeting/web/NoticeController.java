package org.orglife.meeting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchPlan;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Preparation;
import org.orglife.meeting.Invitation;
import org.orglife.meeting.InvitationAnswer;
import org.orglife.meeting.InvitationService;
import org.orglife.meeting.MeetingNotice;
import org.orglife.meeting.MeetingPapers;
import org.orglife.meeting.MeetingService;
import org.orglife.meeting.NoticeService;
import org.orglife.meeting.NoticeText;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.RuleViolationException;
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

/** What is written about a meeting: to the superior (请示) and to the members (通知). */
@Controller
@RequestMapping("/tasks/{taskId}/meeting")
class NoticeController {

    private final BranchTaskService tasks;
    private final Preparation preparation;
    private final MeetingService meetings;
    private final NoticeService notices;
    private final InvitationService invitations;
    private final MeetingTexts texts;
    private final OncePerForm once;

    NoticeController(
            BranchTaskService tasks,
            Preparation preparation,
            MeetingService meetings,
            NoticeService notices,
            InvitationService invitations,
            MeetingTexts texts,
            OncePerForm once) {
        this.tasks = tasks;
        this.preparation = preparation;
        this.meetings = meetings;
        this.notices = notices;
        this.invitations = invitations;
        this.texts = texts;
        this.once = once;
    }

    @GetMapping("/approval")
    @PreAuthorize(Allow.SECRETARY)
    String approval(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        model.addAttribute("form", new ApprovalForm(texts.report(task, plan(task, scope), tasks.steps(task, scope))));
        return approval(task, model);
    }

    private BranchPlan plan(BranchTask task, BranchScope scope) {
        return preparation.plan(task, scope).orElseThrow(() -> new RuleViolationException("meeting.plan.missing"));
    }

    private static String approval(BranchTask task, Model model) {
        model.addAttribute("task", task);
        return "meeting/approval";
    }

    @PostMapping("/approval")
    @PreAuthorize(Allow.SECRETARY)
    String ask(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") ApprovalForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        BranchTask task = tasks.get(taskId, scope);
        String report = form.report();
        if (errors.hasErrors() || report == null) {
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return approval(task, model);
        }
        Notice.leave(redirect, "meeting.approval.sent");
        return "redirect:"
                + once.address(request, () -> {
                    meetings.requestApproval(taskId, report, actor, scope);
                    return "/tasks/" + taskId + "/meeting";
                });
    }

    @GetMapping("/notice")
    @PreAuthorize(Allow.SECRETARY)
    String edit(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        BranchPlan plan = plan(task, scope);
        MeetingPapers papers = meetings.papers(task);
        MeetingNotice draft = papers.draft();
        model.addAttribute(
                "form",
                draft == null
                        ? NoticeForm.of(texts.notice(task, plan, papers.form(), invited(task)), null)
                        : NoticeForm.of(new NoticeText(draft.getTitle(), draft.getBody()), draft.getVersion()));
        return form(task, plan, model);
    }

    private List<Invitation> invited(BranchTask task) {
        return invitations.of(task).stream()
                .filter(guest -> guest.getAnswer() != InvitationAnswer.NO)
                .toList();
    }

    private String form(BranchTask task, BranchPlan plan, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("plan", plan);
        model.addAttribute("late", notices.isLate(task, plan));
        return "meeting/notice";
    }

    /**
     * Keeps the draft, or sends it.
     *
     * @param send null to keep it
     */
    @PostMapping("/notice")
    @PreAuthorize(Allow.SECRETARY)
    String write(
            @PathVariable long taskId,
            @Valid @ModelAttribute("form") NoticeForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String send,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        BranchTask task = tasks.get(taskId, scope);
        BranchPlan plan = plan(task, scope);
        if (send != null && form.lateReason() == null && notices.isLate(task, plan)) {
            errors.rejectValue(
                    "lateReason",
                    "meeting.notice.late",
                    new Object[] {task.getCampaign().getPolicy().noticeDays()},
                    null);
        }
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(task, plan, model);
        }
        Notice.leave(redirect, send == null ? "meeting.notice.kept" : "meeting.notice.out");
        return "redirect:"
                + once.address(request, () -> {
                    if (send == null) {
                        notices.save(taskId, form.version(), form.toText(), scope);
                        return "/tasks/" + taskId + "/meeting/notice";
                    }
                    notices.send(taskId, form.version(), form.toText(), form.lateReason(), actor, scope);
                    return "/tasks/" + taskId + "/meeting";
                });
    }

    @GetMapping("/notice/print")
    @PreAuthorize(Allow.BUSINESS)
    String print(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        model.addAttribute("task", task);
        model.addAttribute("sent", meetings.papers(task).notice());
        return "meeting/notice-print";
    }

    @PostMapping("/notice/read")
    @PreAuthorize(Allow.BRANCH)
    String read(@PathVariable long taskId, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        notices.read(taskId, scope);
        Notice.leave(redirect, "meeting.notice.read");
        return "redirect:/tasks/" + taskId + "/meeting";
    }
}
