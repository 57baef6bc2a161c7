package org.orglife.routine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.study.SessionRow;
import org.orglife.study.StudyDetails;
import org.orglife.study.StudyMode;
import org.orglife.study.StudyQuery;
import org.orglife.study.StudyService;
import org.orglife.study.StudySession;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A meeting at which a campaign's texts were studied is a session of study too: recorded once, shown at both places. */
@Service
@Transactional
public class RoutineStudy {

    private static final long LONGEST_DAY = 240;

    private final RoutineService routine;
    private final BranchTaskService tasks;
    private final StudyService study;
    private final StudyQuery query;

    RoutineStudy(RoutineService routine, BranchTaskService tasks, StudyService study, StudyQuery query) {
        this.routine = routine;
        this.tasks = tasks;
        this.study = study;
        this.query = query;
    }

    /**
     * What a meeting can become in the campaign that runs.
     *
     * @param task of the branch
     * @param sessions that were recorded there for the same day
     */
    public record Offer(BranchTask task, List<SessionRow> sessions) {}

    /** What is offered of a meeting of all members that was held; empty where nothing is. */
    @Transactional(readOnly = true)
    public Optional<Offer> offer(RoutineMeeting meeting, BranchScope scope) {
        if (!meeting.getState().isHeld() || !meeting.getPlan().isOfAll() || meeting.getStudySessionId() != null) {
            return Optional.empty();
        }
        return tasks.current(meeting.getBranch().getId(), scope)
                .filter(task -> task.getCampaign().getState().isRunning())
                .map(task -> new Offer(
                        task,
                        query.sessions(task).stream()
                                .filter(row ->
                                        row.heldOn().equals(meeting.getPlan().getHeldOn()))
                                .toList()));
    }

    /**
     * Makes it a session of study of the running campaign, with its day, place, topics and those who were not there.
     *
     * @param sessionId a session of the same day that was recorded already; null to record one
     * @return id of the session
     * @throws RuleViolationException {@code routine.study.none} where nothing is offered; as {@link StudyService#record}
     */
    public long link(long id, @Nullable Long sessionId, BranchScope scope) {
        RoutineMeeting meeting = routine.own(id, scope);
        Offer offer = offer(meeting, scope).orElseThrow(() -> new RuleViolationException("routine.study.none"));
        long session = sessionId == null ? record(meeting, offer, scope) : known(offer, sessionId);
        meeting.studiedIn(session);
        routine.note(RoutineAction.STUDY_LINKED, meeting);
        return session;
    }

    private static long known(Offer offer, long sessionId) {
        return offer.sessions().stream()
                .map(SessionRow::id)
                .filter(id -> id == sessionId)
                .findFirst()
                .orElseThrow(() -> new NotFoundException(StudySession.class, sessionId));
    }

    private long record(RoutineMeeting meeting, Offer offer, BranchScope scope) {
        RoutinePlan plan = meeting.getPlan();
        Set<Long> absent = meeting.getAttendance().stream()
                .filter(one -> !one.isPresent())
                .map(one -> one.getMember().getId())
                .collect(Collectors.toSet());
        StudyMode mode = plan.is(RoutineKind.LECTURE) ? StudyMode.LECTURE : StudyMode.COLLECTIVE;
        return study.record(
                offer.task().getId(),
                new StudyDetails(mode, plan.getHeldOn(), plan.getTopics(), plan.getPlace(), tenthsOfHours(plan)),
                absent,
                scope);
    }

    /** 学时 from beginning to end, where both are known. */
    private static @Nullable Integer tenthsOfHours(RoutinePlan plan) {
        if (plan.getStartsAt() == null || plan.getEndsAt() == null) {
            return null;
        }
        long tenths = Duration.between(plan.getStartsAt(), plan.getEndsAt()).toMinutes() / 6;
        return tenths < 1 || tenths > LONGEST_DAY ? null : (int) tenths;
    }
}
