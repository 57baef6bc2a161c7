package org.orglife.minutes.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.minutes.MinutesService;
import org.orglife.minutes.SignatureRole;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.TypedText;
import org.orglife.sitting.AbsenceReason;
import org.orglife.sitting.AgendaService;
import org.orglife.sitting.AttendanceService;
import org.orglife.sitting.Conduct;
import org.orglife.sitting.Statements;
import org.orglife.web.Allow;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Completes the record of a meeting, has it signed, opens it again. Who may is decided by the services. */
@Controller
@RequestMapping("/tasks/{taskId}/minutes")
class RecordController {

    private static final int LONGEST_NOTES = 30_000;
    private static final int LONGEST_TEXT = 5_000;
    private static final int LONGEST_DECISION = 500;
    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_GIST = 500;
    private static final String GIST = "gist-";

    private final AgendaService agenda;
    private final AttendanceService attendances;
    private final Conduct conduct;
    private final Statements statements;
    private final MinutesService minutes;
    private final OncePerForm once;

    RecordController(
            AttendanceService attendances,
            AgendaService agenda,
            Conduct conduct,
            Statements statements,
            MinutesService minutes,
            OncePerForm once) {
        this.attendances = attendances;
        this.agenda = agenda;
        this.conduct = conduct;
        this.statements = statements;
        this.minutes = minutes;
        this.once = once;
    }

    @PostMapping("/items/{itemId}")
    @PreAuthorize(Allow.BRANCH)
    String notes(
            @PathVariable long taskId,
            @PathVariable long itemId,
            @RequestParam(required = false) @Nullable String notes,
            @RequestParam(defaultValue = "0") long version,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        agenda.write(taskId, itemId, within(notes, LONGEST_NOTES), version, scope);
        return saved(taskId, "item-" + itemId, redirect);
    }

    @PostMapping("/statements/{statementId}")
    @PreAuthorize(Allow.BRANCH)
    String statement(
            @PathVariable long taskId,
            @PathVariable long statementId,
            @RequestParam(required = false) @Nullable String text,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        statements.write(taskId, statementId, within(text, LONGEST_TEXT), scope);
        return saved(taskId, "items", redirect);
    }

    @PostMapping("/turns/{turnId}")
    @PreAuthorize(Allow.BRANCH)
    String gists(
            @PathVariable long taskId,
            @PathVariable long turnId,
            @RequestParam(required = false) @Nullable String self,
            @RequestParam(required = false) @Nullable String response,
            @RequestParam Map<String, String> all,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        Map<Long, String> critics = new HashMap<>();
        all.forEach((name, typed) -> {
            if (name.startsWith(GIST) && name.substring(GIST.length()).matches("\\d{1,18}")) {
                String gist = within(TypedText.clean(typed), LONGEST_GIST);
                critics.put(Long.valueOf(name.substring(GIST.length())), gist == null ? "" : gist);
            }
        });
        minutes.writeGists(taskId, turnId, within(self, LONGEST_GIST), within(response, LONGEST_GIST), critics, scope);
        return saved(taskId, "round", redirect);
    }

    /** A member who was not there asked for leave after all, or did not. */
    @PostMapping("/absentees/{attendanceId}")
    @PreAuthorize(Allow.BRANCH)
    String absentee(
            @PathVariable long taskId,
            @PathVariable long attendanceId,
            @RequestParam(defaultValue = "WITHOUT_LEAVE") AbsenceReason reason,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        if (reason.isLeave()) {
            attendances.excuse(taskId, attendanceId, reason, scope);
        } else {
            attendances.miss(taskId, attendanceId, scope);
        }
        return saved(taskId, "absent", redirect);
    }

    @PostMapping("/times")
    @PreAuthorize(Allow.BRANCH)
    String times(
            @PathVariable long taskId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) @Nullable LocalTime from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) @Nullable LocalTime until,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        if (on == null || from == null || until == null) {
            throw new RuleViolationException("minutes.times.missing");
        }
        conduct.correctTimes(taskId, on, from, until, scope);
        return saved(taskId, "head", redirect);
    }

    @PostMapping("/conclusion")
    @PreAuthorize(Allow.BRANCH)
    String conclusion(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable String conclusion,
            @RequestParam(required = false) @Nullable Long version,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        minutes.conclude(taskId, version, within(conclusion, LONGEST_TEXT), actor, scope);
        return saved(taskId, "conclusion", redirect);
    }

    @PostMapping("/decisions")
    @PreAuthorize(Allow.BRANCH)
    String decide(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable Long id,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable Long owner,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate due,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        String decision = required(text, LONGEST_DECISION, "minutes.decision.missing");
        return "redirect:"
                + once.address(request, () -> {
                    minutes.decide(taskId, id, decision, owner, due, scope);
                    Notice.leave(redirect, "minutes.saved");
                    return page(taskId, "decisions");
                });
    }

    @PostMapping("/decisions/{decisionId}/drop")
    @PreAuthorize(Allow.BRANCH)
    String drop(
            @PathVariable long taskId,
            @PathVariable long decisionId,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        minutes.drop(taskId, decisionId, scope);
        return saved(taskId, "decisions", redirect);
    }

    @PostMapping("/signature")
    @PreAuthorize(Allow.BRANCH)
    String sign(
            @PathVariable long taskId,
            @RequestParam(defaultValue = "CHAIR") SignatureRole role,
            @RequestParam(required = false) @Nullable String digest,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        minutes.sign(taskId, role, digest == null ? "" : digest, actor, scope);
        Notice.leave(redirect, "minutes.signed");
        return "redirect:" + page(taskId, "sign");
    }

    @PostMapping("/correction")
    @PreAuthorize(Allow.BRANCH)
    String correct(
            @PathVariable long taskId,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        String why = required(reason, LONGEST_REASON, "minutes.correct.reason");
        return "redirect:"
                + once.address(request, () -> {
                    minutes.correct(taskId, why, actor, scope);
                    Notice.leave(redirect, "minutes.corrected");
                    return page(taskId, "items");
                });
    }

    private static String saved(long taskId, String anchor, RedirectAttributes redirect) {
        Notice.leave(redirect, "minutes.saved");
        return "redirect:" + page(taskId, anchor);
    }

    private static String page(long taskId, String anchor) {
        return "/tasks/" + taskId + "/minutes#" + anchor;
    }

    static @Nullable String within(@Nullable String typed, int most) {
        if (typed != null && TypedText.length(typed) > most) {
            throw new RuleViolationException("minutes.text.long", String.valueOf(most));
        }
        return typed;
    }

    static String required(@Nullable String typed, int most, String missing) {
        String text = within(typed, most);
        if (text == null) {
            throw new RuleViolationException(missing);
        }
        return text;
    }
}
