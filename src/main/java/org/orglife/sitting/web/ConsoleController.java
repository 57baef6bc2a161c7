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
    String cancel(Touch touch, Model model) {
        checkIn.cancel(touch.taskId(), touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/console/study")
    @PreAuthorize(Allow.BRANCH_WORK)
    String becomeStudy(Touch touch, @RequestParam(required = false) @Nullable String topics, Model model) {
        conduct.becomeStudy(
                touch.taskId(), ConsoleFrame.required(topics, LONGEST_TOPICS, "sitting.topics.missing"), touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/console/begin")
    @PreAuthorize(Allow.BRANCH)
    String begin(Touch touch, @RequestParam(required = false) @Nullable String reason, Actor actor, Model model) {
        conduct.begin(touch.taskId(), ConsoleFrame.within(reason, LONGEST_REASON), actor, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/console/adjourn")
    @PreAuthorize(Allow.BRANCH)
    String adjourn(Touch touch, Actor actor, Model model) {
        conduct.adjourn(touch.taskId(), actor, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/console/resume")
    @PreAuthorize(Allow.BRANCH)
    String resume(Touch touch, @RequestParam(required = false) @Nullable Long groupId, Actor actor, Model model) {
        conduct.resume(touch.taskId(), groupId, actor, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/console/end")
    @PreAuthorize(Allow.BRANCH)
    String end(Touch touch, @RequestParam(required = false) @Nullable String reason, Actor actor, Model model) {
        conduct.end(touch.taskId(), ConsoleFrame.within(reason, LONGEST_REASON), actor, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/console/hand")
    @PreAuthorize(Allow.BRANCH)
    String hand(
            Touch touch,
            @RequestParam(defaultValue = "0") long chairId,
            @RequestParam(defaultValue = "0") long recorderId,
            Model model) {
        conduct.hand(touch.taskId(), chairId, recorderId, touch.scope());
        return frame.after(touch, model);
    }
}
