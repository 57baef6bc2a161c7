package org.orglife.sitting;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes hold of a meeting for whoever may work its console: the committee and its helpers, and whoever chairs it or
 * keeps its record, be it a plain member.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Desk {

    private final BranchTaskService tasks;
    private final EntityManager entities;
    private final JdbcClient jdbc;

    Desk(BranchTaskService tasks, EntityManager entities, JdbcClient jdbc) {
        this.tasks = tasks;
        this.entities = entities;
        this.jdbc = jdbc;
    }

    private record Latest(
            long id,
            @Nullable String phase,
            @Nullable Long chairId,
            @Nullable Long recorderId) {}

    private Latest latest(long taskId) {
        return jdbc.sql("""
                        select m.id, h.phase, h.chair_id, h.recorder_id
                        from org_life_meeting m left join held_meeting h on h.id = m.id
                        where m.task_id = :task order by m.number desc limit 1
                        """)
                .param("task", taskId)
                .query(Latest.class)
                .optional()
                .filter(found -> found.phase() != null)
                .orElseThrow(() -> new RuleViolationException("sitting.none"));
    }

    /**
     * The last meeting of a task, kept from everybody else until the end of the transaction; open pages are told that it
     * has changed. While it runs nothing of it is counted, so the task is left alone; afterwards its figures are counted
     * anew.
     *
     * @throws NotFoundException if there is no such task, or its branch lies outside the scope
     * @throws RuleViolationException {@code sitting.none} before the check-in has begun, {@code sitting.desk-only} for
     *     others than those at the desk, {@code sitting.signed} once the record is signed
     */
    HeldMeeting hold(long taskId, BranchScope scope) {
        HeldMeeting held = holdAny(taskId, scope);
        if (held.getPhase() == MeetingPhase.RECORD_SIGNED) {
            throw new RuleViolationException("sitting.signed");
        }
        return held;
    }

    /** The same whether its record is signed or not. */
    HeldMeeting holdAny(long taskId, BranchScope scope) {
        tasks.glance(taskId, scope);
        Latest latest = latest(taskId);
        requireDesk(latest.chairId(), latest.recorderId(), scope);
        if (MeetingPhase.valueOf(String.valueOf(latest.phase())).isHeld()) {
            tasks.workOn(taskId, scope);
        }
        return take(latest.id());
    }

    /** The same while people come in or the meeting runs. */
    HeldMeeting holdOpen(long taskId, BranchScope scope) {
        HeldMeeting held = hold(taskId, scope);
        if (!held.getPhase().isOpenForCheckIn()) {
            throw new RuleViolationException("sitting.phase");
        }
        return held;
    }

    /** The same while the meeting runs. */
    HeldMeeting holdRunning(long taskId, BranchScope scope) {
        HeldMeeting held = hold(taskId, scope);
        if (!held.getPhase().isRunning()) {
            throw new RuleViolationException("sitting.not-running");
        }
        return held;
    }

    /** Takes hold of a meeting whoever asks: for those who sign themselves in. */
    HeldMeeting take(long meetingId) {
        HeldMeeting held = entities.find(HeldMeeting.class, meetingId, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        if (held == null) {
            throw new NotFoundException(HeldMeeting.class, meetingId);
        }
        return held;
    }

    /** Whether the caller may work the console of a meeting. */
    static boolean isAtDesk(@Nullable Long chairId, @Nullable Long recorderId, BranchScope scope) {
        return scope.role().worksForBranch() || scope.isOwn(chairId) || scope.isOwn(recorderId);
    }

    static void requireDesk(@Nullable Long chairId, @Nullable Long recorderId, BranchScope scope) {
        if (scope.role().isSuperior() || !isAtDesk(chairId, recorderId, scope)) {
            throw new RuleViolationException("sitting.desk-only");
        }
    }

    /** Same, of a task whose meeting has not begun: by those named in the plan. */
    BranchTask beforeMeeting(long taskId, List<@Nullable Long> named, BranchScope scope) {
        BranchTask task = tasks.get(taskId, scope);
        boolean isNamed = named.stream().anyMatch(scope::isOwn);
        if (scope.role().isSuperior() || !(scope.role().worksForBranch() || isNamed)) {
            throw new RuleViolationException("sitting.desk-only");
        }
        return task;
    }
}
