package org.orglife.minutes.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.BranchTaskState;
import org.orglife.campaign.ReportCheck;
import org.orglife.minutes.MinutesDocument;
import org.orglife.minutes.MinutesQuery;
import org.orglife.minutes.MinutesService;
import org.orglife.minutes.MinutesView;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
import org.orglife.sitting.AbsenceReason;
import org.orglife.web.Allow;
import org.orglife.web.Attachment;
import org.orglife.web.Dates;
import org.orglife.word.WordDocument;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 会议记录: read by everybody as far as he may, as a page and as a document. */
@Controller
class MinutesController {

    private final BranchTaskService tasks;
    private final MinutesQuery minutes;
    private final MinutesService service;
    private final MinutesDocument document;
    private final ReportCheck report;
    private final Roster roster;
    private final Dates dates;

    MinutesController(
            BranchTaskService tasks,
            MinutesQuery minutes,
            MinutesService service,
            MinutesDocument document,
            ReportCheck report,
            Roster roster,
            Dates dates) {
        this.tasks = tasks;
        this.minutes = minutes;
        this.service = service;
        this.document = document;
        this.report = report;
        this.roster = roster;
        this.dates = dates;
    }

    @GetMapping("/tasks/{taskId}/minutes")
    @PreAuthorize(Allow.BUSINESS)
    String last(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        return page(taskId, null, null, scope, model);
    }

    /** Of a meeting that was held again, or an earlier version. */
    @GetMapping("/tasks/{taskId}/meetings/{meetingId}/minutes")
    @PreAuthorize(Allow.BUSINESS)
    String one(
            @PathVariable long taskId,
            @PathVariable long meetingId,
            @RequestParam(required = false) @Nullable Integer version,
            @CurrentScope BranchScope scope,
            Model model) {
        return page(taskId, meetingId, version, scope, model);
    }

    private String page(
            long taskId, @Nullable Long meetingId, @Nullable Integer version, BranchScope scope, Model model) {
        Optional<MinutesView> found = minutes.read(taskId, meetingId, version, scope);
        BranchTask task = found.map(MinutesView::task).orElseGet(() -> tasks.get(taskId, scope));
        model.addAttribute("task", task);
        model.addAttribute("inside", !scope.role().isSuperior());
        model.addAttribute("works", scope.role().worksForBranch());
        model.addAttribute("leads", scope.role().leadsBranch());
        if (found.isEmpty()) {
            return "minutes/none";
        }
        MinutesView view = found.get();
        model.addAttribute("view", view);
        model.addAttribute("says", view.content());
        model.addAttribute("reasons", AbsenceReason.values());
        model.addAttribute(
                "leaveReasons",
                Arrays.stream(AbsenceReason.values())
                        .filter(AbsenceReason::isLeave)
                        .toList());
        model.addAttribute(
                "people", view.writes() ? roster.membersOf(task.getBranch().getId(), dates.today(), scope) : List.of());
        boolean current = version == null && view.isLatest();
        model.addAttribute(
                "report",
                current && scope.role().worksForBranch() && task.getState() == BranchTaskState.HELD
                        ? report.missing(task, scope)
                        : null);
        model.addAttribute(
                "mayRedo",
                current && scope.role() == Role.PARTY_OFFICE && task.getState().isAfterMeeting());
        return "minutes/minutes";
    }

    @GetMapping("/tasks/{taskId}/minutes.docx")
    @PreAuthorize(Allow.BUSINESS)
    void document(@PathVariable long taskId, @CurrentScope BranchScope scope, HttpServletResponse response)
            throws IOException {
        send(taskId, null, null, scope, response);
    }

    @GetMapping("/tasks/{taskId}/meetings/{meetingId}/minutes.docx")
    @PreAuthorize(Allow.BUSINESS)
    void document(
            @PathVariable long taskId,
            @PathVariable long meetingId,
            @RequestParam(required = false) @Nullable Integer version,
            @CurrentScope BranchScope scope,
            HttpServletResponse response)
            throws IOException {
        send(taskId, meetingId, version, scope, response);
    }

    private void send(
            long taskId,
            @Nullable Long meetingId,
            @Nullable Integer version,
            BranchScope scope,
            HttpServletResponse response)
            throws IOException {
        MinutesView view = minutes.read(taskId, meetingId, version, scope)
                .orElseThrow(() -> new NotFoundException(MinutesView.class, taskId));
        service.takenOut(view.held());
        Attachment.head(response, WordDocument.MEDIA_TYPE, document.name(view));
        document.write(view).writeTo(response.getOutputStream());
    }
}
