package org.orglife.sitting.web;

import org.jspecify.annotations.Nullable;
import org.orglife.meeting.AttendanceCapacity;
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
    String tickAll(Touch touch, Model model) {
        attendances.tickAll(touch.taskId(), touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/attendance/{id}/tick")
    @PreAuthorize(Allow.BRANCH)
    String tick(
            Touch touch, @PathVariable long id, @RequestParam(defaultValue = "false") boolean onBehalf, Model model) {
        attendances.tick(touch.taskId(), id, onBehalf ? SignedHow.ON_BEHALF : SignedHow.LIST, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/attendance/{id}/untick")
    @PreAuthorize(Allow.BRANCH)
    String untick(Touch touch, @PathVariable long id, Model model) {
        attendances.untick(touch.taskId(), id, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/attendance/{id}/excuse")
    @PreAuthorize(Allow.BRANCH)
    String excuse(
            Touch touch,
            @PathVariable long id,
            @RequestParam(defaultValue = "OTHER") AbsenceReason reason,
            Model model) {
        attendances.excuse(touch.taskId(), id, reason, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/attendance/{id}/capacity")
    @PreAuthorize(Allow.BRANCH)
    String countAs(
            Touch touch,
            @PathVariable long id,
            @RequestParam(defaultValue = "MEMBER") AttendanceCapacity capacity,
            Model model) {
        attendances.countAs(touch.taskId(), id, capacity, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/attendance/{id}/drop")
    @PreAuthorize(Allow.BRANCH)
    String drop(Touch touch, @PathVariable long id, Model model) {
        attendances.drop(touch.taskId(), id, touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/guests")
    @PreAuthorize(Allow.BRANCH)
    String admit(
            Touch touch,
            @RequestParam(defaultValue = "OBSERVER") AttendanceCapacity capacity,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String unit,
            Model model) {
        attendances.admit(
                touch.taskId(),
                capacity,
                ConsoleFrame.required(name, LONGEST_NAME, "sitting.guest.name"),
                ConsoleFrame.within(unit, LONGEST_UNIT),
                touch.scope());
        return frame.after(touch, model);
    }

    @PostMapping("/members")
    @PreAuthorize(Allow.BRANCH)
    String join(Touch touch, @RequestParam(defaultValue = "0") long memberId, Model model) {
        attendances.join(touch.taskId(), memberId, touch.scope());
        return frame.after(touch, model);
    }
}
