package org.orglife.routine.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.Roster;
import org.orglife.routine.RoutineAccess;
import org.orglife.routine.RoutineMeeting;
import org.orglife.routine.RoutineService;
import org.orglife.routine.RoutineStudy;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.TypedText;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.FormRefusals;
import org.orglife.web.Notice;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One meeting: its notice, who was there, what was decided, its record; and the book of all records of a year. */
@Controller
class RoutineMeetingController {

    private static final int LONGEST_RECORD = 10_000;
    private static final int LONGEST_REASON = 200;

    private final RoutineService routine;
    private final RoutineStudy study;
    private final RoutineAccess access;
    private final RoutineNotice notice;
    private final RoutineFrame frame;
    private final Roster roster;
    private final Dates dates;

    RoutineMeetingController(
            RoutineService routine,
            RoutineStudy study,
            RoutineAccess access,
            RoutineNotice notice,
            RoutineFrame frame,
            Roster roster,
            Dates dates) {
        this.routine = routine;
        this.study = study;
        this.access = access;
        this.notice = notice;
        this.frame = frame;
        this.roster = roster;
        this.dates = dates;
    }

    @GetMapping("/routine/{id}")
    @PreAuthorize(Allow.BUSINESS)
    String meeting(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        return page(id, new Typed(null, null, null), scope, model);
    }

    /** A record: what it says of whom to this reader. */
    record Page(RoutineMeeting meeting, String kinds, boolean names, boolean reasons, boolean record) {}

    private Page shown(RoutineMeeting meeting, BranchScope scope) {
        return new Page(
                meeting,
                notice.kinds(meeting.getPlan()),
                RoutineAccess.readsNames(scope),
                access.readsReasons(meeting, scope),
                access.readsRecord(meeting, scope));
    }

    /** What was typed on the page and cannot be taken as it is, with the code of what is wrong. */
    private record Typed(
            @Nullable String wrong,
            @Nullable String record,
            @Nullable String reason) {}

    private String page(long id, Typed typed, BranchScope scope, Model model) {
        RoutineMeeting meeting = routine.get(id, scope);
        boolean writes = access.writes(meeting.getPlan().details(), scope);
        model.addAttribute("shown", shown(meeting, scope));
        model.addAttribute("meeting", meeting);
        model.addAttribute("plan", meeting.getPlan());
        model.addAttribute("writes", writes);
        model.addAttribute("me", scope.memberId());
        model.addAttribute("superior", scope.role().isSuperior());
        model.addAttribute("ready", !meeting.getPlan().getHeldOn().isAfter(dates.today()));
        model.addAttribute("wrong", typed.wrong());
        model.addAttribute("typedRecord", typed.record());
        model.addAttribute("typedReason", typed.reason());
        if (writes) {
            model.addAttribute("text", notice.text(meeting));
            model.addAttribute("capacities", AttendanceCapacity.invited());
            model.addAttribute(
                    "people",
                    roster.membersOf(
                            meeting.getBranch().getId(), meeting.getPlan().getHeldOn(), scope));
        }
        model.addAttribute(
                "offer",
                scope.role().sitsOnCommittee() ? study.offer(meeting, scope).orElse(null) : null);
        return "routine/meeting";
    }

    @PostMapping("/routine/{id}/told")
    @PreAuthorize(Allow.MEETINGS)
    String told(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        routine.told(id, scope);
        Notice.leave(redirect, "routine.told");
        return "redirect:/routine/" + id;
    }

    @PostMapping("/routine/{id}/record")
    @PreAuthorize(Allow.MEETINGS)
    String write(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String record,
            @RequestParam(required = false) @Nullable Long version,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (record == null || TypedText.length(record) > LONGEST_RECORD) {
            String wrong = record == null ? "routine.record.missing" : "routine.record.long";
            return FormRefusals.again(page(id, new Typed(wrong, record, null), scope, model), response);
        }
        routine.write(id, Objects.requireNonNullElse(version, -1L), record, scope);
        Notice.leave(redirect, "routine.saved");
        return "redirect:/routine/" + id;
    }

    @PostMapping("/routine/{id}/cancel")
    @PreAuthorize(Allow.MEETINGS)
    String cancel(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (reason == null || TypedText.length(reason) > LONGEST_REASON) {
            String wrong = reason == null ? "routine.why.missing" : "routine.why.long";
            return FormRefusals.again(
                    page(id, new Typed(wrong, null, reason == null ? "" : reason), scope, model), response);
        }
        routine.cancel(id, reason, actor, scope);
        Notice.leave(redirect, "routine.cancelled");
        return "redirect:/routine/" + id;
    }

    /** Makes it a session of study of the running campaign. */
    @PostMapping("/routine/{id}/study")
    @PreAuthorize(Allow.COMMITTEE)
    String study(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long session,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        study.link(id, session, scope);
        Notice.leave(redirect, "routine.study.done");
        return "redirect:/routine/" + id;
    }

    @GetMapping("/routine/{id}/print")
    @PreAuthorize(Allow.RECORDS)
    String print(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        RoutineMeeting meeting = routine.get(id, scope);
        model.addAttribute("branch", meeting.getBranch());
        model.addAttribute("pages", List.of(shown(meeting, scope)));
        model.addAttribute("back", "/routine/" + id);
        return "routine/print";
    }

    /** 三会一课记录本: all records of a year. */
    @GetMapping("/routine/print")
    @PreAuthorize(Allow.RECORDS)
    String book(
            @ModelAttribute("params") RoutineParams params, Actor actor, @CurrentScope BranchScope scope, Model model) {
        Optional<OrgUnit> branch = frame.branch(params, actor, scope);
        if (branch.isEmpty()) {
            return "redirect:/routine/branches";
        }
        int year = params.chosenYear(dates.today());
        model.addAttribute("branch", branch.get());
        model.addAttribute("year", year);
        model.addAttribute(
                "pages",
                routine.year(branch.get().getId(), year, scope).stream()
                        .map(meeting -> shown(meeting, scope))
                        .toList());
        model.addAttribute("back", params.with("/routine", "page", null));
        return "routine/print";
    }
}
