package org.orglife.sitting.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.sitting.CheckInService;
import org.orglife.sitting.Conduct;
import org.orglife.web.Allow;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 会议进行台: the page that leads through a meeting, and what begins, interrupts and ends it. */
@Controller
@RequestMapping("/tasks/{taskId}/meeting")
class ConsoleController {

    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_TOPICS = 500;

    private final CheckInService checkIn;
    private final Conduct conduct;
    private final ConsoleFrame frame;

    ConsoleController(CheckInService checkIn, Conduct conduct, ConsoleFrame frame) {
        this.checkIn = checkIn;
        this.conduct = conduct;
        this.frame = frame;
    }

    @GetMapping("/console")
    @PreAuthorize(Allow.BRANCH)
    String console(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable String desk,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        return frame.page(taskId, desk, request, scope, model);
    }

    @GetMapping("/projector")
    @PreAuthorize(Allow.BRANCH)
    String projector(
            @PathVariable long taskId, @CurrentScope BranchScope scope, HttpServletRequest request, Model model) {
        return frame.projector(taskId, request, scope, model);
    }

    @PostMapping("/console/check-in")
    @PreAuthorize(Allow.BRANCH)
    String checkIn(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable Long groupId,
            @CurrentScope BranchScope scope) {
        checkIn.open(taskId, groupId, scope);
        return "redirect:/tasks/" + taskId + "/meeting/console";
    }

    @PostMapping("/console/cancel")
    @PreAuthorize(Allow.BRANCH)
    String cancel(@PathVariable long taskId, @CurrentScope BranchScope scope, HttpServletRequest request, Model model) {
        checkIn.cancel(taskId, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/console/study")
    @PreAuthorize(Allow.BRANCH_WORK)
    String becomeStudy(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable String topics,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        conduct.becomeStudy(taskId, ConsoleFrame.required(topics, LONGEST_TOPICS, "sitting.topics.missing"), scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/console/begin")
    @PreAuthorize(Allow.BRANCH)
    String begin(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        conduct.begin(taskId, ConsoleFrame.within(reason, LONGEST_REASON), actor, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/console/adjourn")
    @PreAuthorize(Allow.BRANCH)
    String adjourn(
            @PathVariable long taskId,
            Actor actor,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        conduct.adjourn(taskId, actor, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/console/resume")
    @PreAuthorize(Allow.BRANCH)
    String resume(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable Long groupId,
            Actor actor,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        conduct.resume(taskId, groupId, actor, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/console/end")
    @PreAuthorize(Allow.BRANCH)
    String end(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        conduct.end(taskId, ConsoleFrame.within(reason, LONGEST_REASON), actor, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/console/hand")
    @PreAuthorize(Allow.BRANCH)
    String hand(
            @PathVariable long taskId,
            @RequestParam(defaultValue = "0") long chairId,
            @RequestParam(defaultValue = "0") long recorderId,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        conduct.hand(taskId, chairId, recorderId, scope);
        return frame.after(taskId, request, scope, model);
    }
}
