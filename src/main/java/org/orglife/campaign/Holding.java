package org.orglife.campaign;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a branch's task through its meeting: begun, interrupted, over, reported, to be held again (domain 2.3). Called by
 * the features that keep the meeting, in their transaction, after they have asked their gates.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Holding {

    private static final String TYPE = "BranchTask";

    private final BranchTaskService tasks;
    private final TaskEntryRepository history;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Holding(
            BranchTaskService tasks,
            TaskEntryRepository history,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.history = history;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The meeting begins, or goes on.
     *
     * @param reason why it begins although something is not as it should be; null where nothing is
     * @throws RuleViolationException {@code campaign.task.state} unless it is SCHEDULED or ADJOURNED
     */
    public void begin(long taskId, @Nullable String reason, Actor actor, BranchScope scope) {
        BranchTask task = tasks.workOn(taskId, scope);
        BranchTaskState before = task.getState();
        task.begin();
        note(task, before, reason, CampaignAction.MEETING_BEGUN, actor);
    }

    /** The meeting is interrupted. */
    public void adjourn(long taskId, Actor actor, BranchScope scope) {
        BranchTask task = tasks.workOn(taskId, scope);
        BranchTaskState before = task.getState();
        task.adjourn();
        note(task, before, null, CampaignAction.MEETING_ADJOURNED, actor);
    }

    /** The meeting is over; see {@link #begin} for the reason. */
    public void end(long taskId, @Nullable String reason, Actor actor, BranchScope scope) {
        BranchTask task = tasks.workOn(taskId, scope);
        BranchTaskState before = task.getState();
        task.end();
        note(task, before, reason, CampaignAction.MEETING_ENDED, actor);
    }

    /**
     * The branch has told its superior what is to be told (gate G4): from then on it works on its ledger.
     *
     * @param reason why it reports although something is missing that should be there; null where nothing is
     * @throws RuleViolationException {@code campaign.secretary-only}, {@code campaign.task.state} unless the meeting has
     *     been held
     */
    public void report(long taskId, @Nullable String reason, Actor actor, BranchScope scope) {
        if (!scope.role().leadsBranch()) {
            throw new RuleViolationException("campaign.secretary-only");
        }
        BranchTask task = tasks.workOn(taskId, scope);
        BranchTaskState before = task.getState();
        task.report();
        note(task, before, reason, CampaignAction.TASK_REPORTED, actor);
        BranchTaskState reported = task.getState();
        task.rectify();
        history.save(new TaskEntry(task, reported, TaskEntry.Kind.MOVED, clock.instant(), actor.displayName()));
        events.publishEvent(new TaskReported(taskId));
    }

    /**
     * The superior wants the meeting held again and says why; the branch prepares anew, and the first record stays.
     *
     * @throws RuleViolationException {@code campaign.office-only}, {@code campaign.task.state} before it has been held
     */
    public void redo(long taskId, String reason, Actor actor, BranchScope scope) {
        if (scope.role() != Role.PARTY_OFFICE) {
            throw new RuleViolationException("campaign.office-only");
        }
        BranchTask task = tasks.workOn(taskId, scope);
        BranchTaskState before = task.getState();
        task.redo();
        note(task, before, reason, CampaignAction.MEETING_TO_REPEAT, actor);
    }

    private void note(
            BranchTask task, BranchTaskState before, @Nullable String reason, CampaignAction action, Actor actor) {
        history.save(new TaskEntry(task, before, TaskEntry.Kind.MOVED, clock.instant(), actor.displayName())
                .because(reason));
        audit.record(action, TYPE, task.getId(), task.getBranch().getName());
    }
}
