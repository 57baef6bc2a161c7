package org.orglife.sitting.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.sitting.AbsenceReason;
import org.orglife.sitting.AttendanceService;
import org.orglife.sitting.SignedHow;
import org.orglife.web.Allow;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 签到名单 at the console: who is there, who is on leave, who has come besides. */
@Controller
@RequestMapping("/tasks/{taskId}/meeting/console")
class AttendanceController {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_UNIT = 60;

    private final AttendanceService attendances;
    private final ConsoleFrame frame;

    AttendanceController(AttendanceService attendances, ConsoleFrame frame) {
        this.attendances = attendances;
        this.frame = frame;
    }

    @PostMapping("/attendance/all")
    @PreAuthorize(Allow.BRANCH)
    String tickAll(
            @PathVariable long taskId, @CurrentScope BranchScope scope, HttpServletRequest request, Model model) {
        attendances.tickAll(taskId, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/attendance/{id}/tick")
    @PreAuthorize(Allow.BRANCH)
    String tick(
            @PathVariable long taskId,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean onBehalf,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        attendances.tick(taskId, id, onBehalf ? SignedHow.ON_BEHALF : SignedHow.LIST, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/attendance/{id}/untick")
    @PreAuthorize(Allow.BRANCH)
    String untick(
            @PathVariable long taskId,
            @PathVariable long id,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        attendances.untick(taskId, id, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/attendance/{id}/excuse")
    @PreAuthorize(Allow.BRANCH)
    String excuse(
            @PathVariable long taskId,
            @PathVariable long id,
            @RequestParam(defaultValue = "OTHER") AbsenceReason reason,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        attendances.excuse(taskId, id, reason, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/attendance/{id}/capacity")
    @PreAuthorize(Allow.BRANCH)
    String countAs(
            @PathVariable long taskId,
            @PathVariable long id,
            @RequestParam(defaultValue = "MEMBER") AttendanceCapacity capacity,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        attendances.countAs(taskId, id, capacity, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/attendance/{id}/drop")
    @PreAuthorize(Allow.BRANCH)
    String drop(
            @PathVariable long taskId,
            @PathVariable long id,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        attendances.drop(taskId, id, scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/guests")
    @PreAuthorize(Allow.BRANCH)
    String admit(
            @PathVariable long taskId,
            @RequestParam(defaultValue = "OBSERVER") AttendanceCapacity capacity,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String unit,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        attendances.admit(
                taskId,
                capacity,
                ConsoleFrame.required(name, LONGEST_NAME, "sitting.guest.name"),
                ConsoleFrame.within(unit, LONGEST_UNIT),
                scope);
        return frame.after(taskId, request, scope, model);
    }

    @PostMapping("/members")
    @PreAuthorize(Allow.BRANCH)
    String join(
            @PathVariable long taskId,
            @RequestParam(defaultValue = "0") long memberId,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            Model model) {
        attendances.join(taskId, memberId, scope);
        return frame.after(taskId, request, scope, model);
    }
}
