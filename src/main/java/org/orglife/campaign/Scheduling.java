package org.orglife.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a branch's task from READY to SCHEDULED and to another day (domain 2.3). Called by the feature that keeps the
 * papers of each move, in its transaction: no move without its paper.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Scheduling {

    private static final String TYPE = "BranchTask";

    private final BranchTaskService tasks;
    private final BranchPlanRepository plans;
    private final TaskEntryRepository history;
    private final AuditTrail audit;
    private final Clock clock;

    Scheduling(
            BranchTaskService tasks,
            BranchPlanRepository plans,
            TaskEntryRepository history,
            AuditTrail audit,
            Clock clock) {
        this.tasks = tasks;
        this.plans = plans;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The branch asks its superior to agree.
     *
     * @throws RuleViolationException {@code campaign.secretary-only}, {@code campaign.task.state} unless it is READY
     */
    public void requestApproval(long taskId, Actor actor, BranchScope scope) {
        requireSecretary(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        BranchTaskState before = task.getState();
        task.requestApproval();
        note(task, before, null, CampaignAction.APPROVAL_REQUESTED, actor);
    }

    /**
     * The superior agrees: the task is READY again, and its notice may go out.
     *
     * @throws RuleViolationException {@code campaign.office-only}, {@code campaign.task.state} unless it was asked
     */
    public void approve(long taskId, Actor actor, BranchScope scope) {
        requireOffice(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        BranchTaskState before = task.getState();
        task.approve();
        note(task, before, null, CampaignAction.MEETING_APPROVED, actor);
    }

    /** The superior wants more and says what. */
    public void giveBack(long taskId, String reason, Actor actor, BranchScope scope) {
        requireOffice(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        BranchTaskState before = task.getState();
        task.giveBack();
        note(task, before, reason, CampaignAction.MEETING_RETURNED, actor);
    }

    /**
     * The notice is out.
     *
     * @throws RuleViolationException {@code campaign.secretary-only}, {@code campaign.task.state} unless it is READY or
     *     POSTPONED
     */
    public void schedule(long taskId, @Nullable String lateReason, Actor actor, BranchScope scope) {
        requireSecretary(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        BranchTaskState before = task.getState();
        task.schedule();
        note(task, before, lateReason, CampaignAction.MEETING_SCHEDULED, actor);
    }

    /** The notice is taken back: place, chair or hour have to be changed. */
    public void recall(long taskId, Actor actor, BranchScope scope) {
        requireSecretary(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        BranchTaskState before = task.getState();
        task.recall();
        note(task, before, null, CampaignAction.NOTICE_RECALLED, actor);
    }

    /** Whether a meeting on that day is beyond the superior's last day, so that only the superior may move it there. */
    public static boolean needsConsent(BranchTask task, LocalDate to) {
        LocalDate last = task.getMeetingUntil();
        return last != null && to.isAfter(last);
    }

    /**
     * The meeting is moved, and with it the days counted back from it.
     *
     * @throws RuleViolationException {@code campaign.postpone.past}, {@code campaign.postpone.same}, {@code
     *     campaign.postpone.no-plan}, {@code campaign.postpone.consent} if the branch itself moves it beyond the superior's
     *     last day, {@code campaign.task.state} unless it is READY, SCHEDULED or POSTPONED
     */
    public void postpone(long taskId, LocalDate to, LocalTime at, String reason, Actor actor, BranchScope scope) {
        BranchTask task = tasks.workOn(taskId, scope);
        boolean beyond = needsConsent(task, to);
        if (beyond && scope.role() != Role.PARTY_OFFICE) {
            throw new RuleViolationException("campaign.postpone.consent");
        }
        if (!beyond) {
            requireSecretary(scope);
        }
        checkMove(task, to, at);
        BranchTaskState before = task.getState();
        task.postpone();
        plan(task).move(to, at, beyond ? reason : null);
        note(task, before, reason, CampaignAction.MEETING_POSTPONED, actor);
    }

    /** Refuses a move that makes no sense, before anybody is asked for it; see {@link #postpone}. */
    public void checkMove(BranchTask task, LocalDate to, LocalTime at) {
        if (to.isBefore(LocalDate.now(clock))) {
            throw new RuleViolationException("campaign.postpone.past");
        }
        BranchPlan plan = plan(task);
        if (to.equals(plan.getMeetingOn()) && at.equals(plan.getStartsAt())) {
            throw new RuleViolationException("campaign.postpone.same");
        }
        if (!task.isMovable()) {
            throw new RuleViolationException(
                    "campaign.task.state", task.getBranch().getName());
        }
    }

    private BranchPlan plan(BranchTask task) {
        return plans.findById(task.getId()).orElseThrow(() -> new RuleViolationException("campaign.postpone.no-plan"));
    }

    private void note(
            BranchTask task, BranchTaskState before, @Nullable String reason, CampaignAction action, Actor actor) {
        history.save(new TaskEntry(task, before, TaskEntry.Kind.MOVED, clock.instant(), actor.displayName())
                .because(reason));
        audit.record(action, TYPE, task.getId(), task.getBranch().getName());
    }

    private static void requireSecretary(BranchScope scope) {
        if (!scope.role().leadsBranch()) {
            throw new RuleViolationException("campaign.secretary-only");
        }
    }

    private static void requireOffice(BranchScope scope) {
        if (scope.role() != Role.PARTY_OFFICE) {
            throw new RuleViolationException("campaign.office-only");
        }
    }
}
