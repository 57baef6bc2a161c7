package org.orglife.minutes.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.orglife.minutes.Reporting;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 上报、责成重开. */
@Controller
class ReportController {

    private static final int LONGEST_REASON = 300;

    private final Reporting reporting;
    private final OncePerForm once;

    ReportController(Reporting reporting, OncePerForm once) {
        this.reporting = reporting;
        this.once = once;
    }

    @PostMapping("/tasks/{taskId}/report")
    @PreAuthorize(Allow.SECRETARY)
    String report(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        String why = RecordController.within(reason, LONGEST_REASON);
        return "redirect:"
                + once.address(request, () -> {
                    reporting.report(taskId, why, actor, scope);
                    Notice.leave(redirect, "minutes.report.done");
                    return "/tasks/" + taskId;
                });
    }

    @PostMapping("/tasks/{taskId}/redo")
    @PreAuthorize(Allow.OFFICE)
    String redo(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        String why = RecordController.required(reason, LONGEST_REASON, "minutes.redo.reason");
        return "redirect:"
                + once.address(request, () -> {
                    reporting.redo(taskId, why, actor, scope);
                    Notice.leave(redirect, "minutes.redo.done");
                    return "/tasks/" + taskId;
                });
    }
}
