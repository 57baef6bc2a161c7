package org.orglife.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.problem.ProblemAccess;
import org.orglife.routine.RoutineKind;
import org.orglife.routine.RoutineQuery;
import org.orglife.routine.RoutineReference;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes which meeting agreed a branch's list of problems and measures. */
@Service
@Transactional(readOnly = true)
public class ListDecisions {

    private static final int MOST_MEETINGS = 12;

    private final ListDecisionRepository decisions;
    private final RoutineQuery routine;
    private final BranchTaskService tasks;
    private final AuditTrail audit;
    private final Clock clock;

    ListDecisions(
            ListDecisionRepository decisions,
            RoutineQuery routine,
            BranchTaskService tasks,
            AuditTrail audit,
            Clock clock) {
        this.routine = routine;
        this.decisions = decisions;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is noted of a task that was read within the scope; empty before anything is. */
    public Optional<ListDecision> of(BranchTask task) {
        return decisions.findById(task.getId());
    }

    /**
     * A recorded meeting of the branch or of its committee.
     *
     * @param id of the meeting
     */
    public record Meeting(long id, Decision decision) {}

    /** Meetings that may have agreed the list: those recorded since the campaign's year began, the latest first. */
    public List<Meeting> meetings(BranchTask task, BranchScope scope) {
        LocalDate today = LocalDate.now(clock);
        return IntStream.rangeClosed(task.getCampaign().getYear(), today.getYear())
                .boxed()
                .flatMap(year -> routine.held(task.getBranch().getId(), year, scope).stream())
                .flatMap(held -> Stream.ofNullable(meeting(held)))
                .filter(meeting -> !meeting.decision().on().isAfter(today))
                .sorted(Comparator.comparing(
                                (Meeting meeting) -> meeting.decision().on())
                        .reversed())
                .limit(MOST_MEETINGS)
                .toList();
    }

    private static @Nullable Meeting meeting(RoutineReference held) {
        if (held.kinds().contains(RoutineKind.GENERAL_MEETING)) {
            return new Meeting(held.id(), new Decision(DecidingBody.GENERAL_MEETING, held.heldOn()));
        }
        return held.kinds().contains(RoutineKind.COMMITTEE)
                ? new Meeting(held.id(), new Decision(DecidingBody.COMMITTEE, held.heldOn()))
                : null;
    }

    /**
     * Notes a recorded meeting as the one that agreed it; the rest as {@link #save}.
     *
     * @throws RuleViolationException {@code rectification.decision.meeting-gone} if it is not among {@link #meetings}
     */
    @Transactional
    public void saveMeeting(long taskId, @Nullable Long version, long meetingId, Actor actor, BranchScope scope) {
        Meeting meeting = meetings(tasks.get(taskId, scope), scope).stream()
                .filter(each -> each.id() == meetingId)
                .findFirst()
                .orElseThrow(() -> new RuleViolationException("rectification.decision.meeting-gone"));
        save(taskId, version, meeting.decision(), false, meetingId, actor, scope);
    }

    /**
     * Notes it, or corrects the note.
     *
     * @param version of the note that was read; null if there was none
     * @param atMeeting whether the list was agreed at the organisational-life meeting itself
     * @throws StaleEditException if somebody saved it since it was read
     * @throws RuleViolationException {@code problem.branch-committee-only} if the role may not,
     *     {@code rectification.decision.future} if the day has not come yet
     */
    @Transactional
    public void save(
            long taskId, @Nullable Long version, Decision decision, boolean atMeeting, Actor actor, BranchScope scope) {
        save(taskId, version, decision, atMeeting, null, actor, scope);
    }

    private void save(
            long taskId,
            @Nullable Long version,
            Decision decision,
            boolean atMeeting,
            @Nullable Long routineId,
            Actor actor,
            BranchScope scope) {
        if (!ProblemAccess.mayWriteForBranch(scope)) {
            throw new RuleViolationException("problem.branch-committee-only");
        }
        LocalDate today = LocalDate.now(clock);
        decision.requireTaken(today);
        BranchTask task = tasks.workOn(taskId, scope);
        ListDecision note = decisions.findById(taskId).orElseGet(() -> new ListDecision(task));
        if (!note.isNew() && !Long.valueOf(note.getVersion()).equals(version)) {
            throw new StaleEditException(
                    note.getVersion(),
                    List.of(new CurrentText(
                            "on",
                            "rectification.decision.on",
                            note.getDecision().on().toString())));
        }
        note.note(decision, atMeeting, routineId, today, actor.displayName());
        decisions.save(note);
        audit.record(
                RectificationAction.LIST_AGREED,
                "BranchTask",
                taskId,
                task.getBranch().getName(),
                List.of(decision.on().toString()));
    }
}
