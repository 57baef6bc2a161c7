package org.orglife.study;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.Member;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records sessions of study, who was there, and how the others make up for it. */
@Service
@Transactional
public class StudyService {

    private static final String TYPE = "StudySession";

    private final StudySessionRepository sessions;
    private final StudyQuery query;
    private final BranchTaskService tasks;
    private final AuditTrail audit;
    private final EntityManager entities;
    private final Clock clock;

    StudyService(
            StudySessionRepository sessions,
            StudyQuery query,
            BranchTaskService tasks,
            AuditTrail audit,
            EntityManager entities,
            Clock clock) {
        this.sessions = sessions;
        this.query = query;
        this.tasks = tasks;
        this.audit = audit;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * A session with everybody who was expected.
     *
     * @throws NotFoundException if there is none, or its branch lies outside the scope
     */
    @Transactional(readOnly = true)
    public StudySession get(long id, BranchScope scope) {
        return sessions.findById(id)
                .filter(session -> session.getTask().getBranch().isWithin(scope))
                .orElseThrow(() -> new NotFoundException(StudySession.class, id));
    }

    /**
     * Records a session; whoever was absent gets something to make up for.
     *
     * @param absent members who were expected and did not come
     * @return its id
     * @throws RuleViolationException {@code study.in-future}; {@code study.nobody} if somebody absent was not enrolled in
     *     the branch on that day; {@code study.committee-only}
     */
    public long record(long taskId, StudyDetails details, Set<Long> absent, BranchScope scope) {
        requireWork(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        StudySession session = new StudySession(task, details, LocalDate.now(clock), scope.accountId(), null);
        count(session, absent);
        sessions.save(session);
        audit.record(
                StudyAction.SESSION_RECORDED,
                TYPE,
                session.getId(),
                task.getBranch().getName());
        return session.getId();
    }

    private void count(StudySession session, Set<Long> absent) {
        Set<Long> expected = new LinkedHashSet<>(query.expected(session.getBranchId(), session.getHeldOn()));
        if (!expected.containsAll(absent)) {
            throw new RuleViolationException("study.nobody");
        }
        session.count(references(expected), absent);
    }

    private List<Member> references(Set<Long> ids) {
        return ids.stream().map(id -> entities.getReference(Member.class, id)).toList();
    }

    /**
     * Corrects a session; what somebody has made up already stays.
     *
     * @throws StaleEditException if somebody saved it since the form was opened
     */
    public void correct(long id, long version, StudyDetails details, Set<Long> absent, BranchScope scope) {
        requireWork(scope);
        StudySession session = get(id, scope);
        tasks.workOn(session.getTask().getId(), scope);
        if (session.getVersion() != version) {
            throw new StaleEditException(
                    session.getVersion(), List.of(new CurrentText("topics", "study.topics", session.getTopics())));
        }
        session.take(details, LocalDate.now(clock));
        count(session, absent);
        audit.record(
                StudyAction.SESSION_CORRECTED,
                TYPE,
                id,
                session.getTask().getBranch().getName());
    }

    /** Deletes a session that was recorded by mistake. */
    public void delete(long id, BranchScope scope) {
        requireWork(scope);
        StudySession session = get(id, scope);
        tasks.workOn(session.getTask().getId(), scope);
        audit.record(
                StudyAction.SESSION_DELETED,
                TYPE,
                id,
                session.getTask().getBranch().getName());
        sessions.delete(session);
    }

    /**
     * Notes that somebody has made up for a session. A member says so of himself; what the branch notes he is asked to
     * confirm.
     *
     * @throws RuleViolationException {@code study.was-there}, {@code study.in-future}, {@code study.before-session}, {@code
     *     study.committee-only} of somebody else
     */
    public void madeUp(long id, long memberId, MakeUpWay way, LocalDate on, BranchScope scope) {
        StudyAttendance one = attendance(id, memberId, scope);
        boolean own = scope.isOwn(memberId);
        if (!own) {
            requireWork(scope);
        }
        one.madeUp(way, on, own, LocalDate.now(clock));
        audit.record(StudyAction.MADE_UP, TYPE, id, null);
    }

    /** A member says that he has made up for it, as his branch wrote down. */
    public void confirm(long id, BranchScope scope) {
        Long me = scope.memberId();
        if (me == null) {
            throw new NotFoundException(StudySession.class, id);
        }
        attendance(id, me, scope).confirm();
        audit.record(StudyAction.MADE_UP, TYPE, id, null);
    }

    /** Asks nothing of somebody, or asks him after all. */
    public void waive(long id, long memberId, boolean waived, BranchScope scope) {
        requireWork(scope);
        StudyAttendance one = attendance(id, memberId, scope);
        if (waived) {
            one.waive();
        } else {
            one.ask();
        }
        audit.record(StudyAction.MAKE_UP_CHANGED, TYPE, id, null);
    }

    private StudyAttendance attendance(long id, long memberId, BranchScope scope) {
        StudySession session = get(id, scope);
        tasks.workOn(session.getTask().getId(), scope);
        return session.of(memberId).orElseThrow(() -> new NotFoundException(Member.class, memberId));
    }

    private static void requireWork(BranchScope scope) {
        if (!scope.role().worksForBranch()) {
            throw new RuleViolationException("study.committee-only");
        }
    }
}
