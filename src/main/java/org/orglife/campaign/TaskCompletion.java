package org.orglife.campaign;

import java.time.Clock;
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
 * 办结: the superior's office finds that a branch is done with a campaign (domain 2.3). Called by the feature that knows
 * what is left to do, in its transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TaskCompletion {

    private static final String TYPE = "BranchTask";

    private final BranchTaskService tasks;
    private final TaskEntryRepository history;
    private final AuditTrail audit;
    private final Clock clock;

    TaskCompletion(BranchTaskService tasks, TaskEntryRepository history, AuditTrail audit, Clock clock) {
        this.tasks = tasks;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Nothing is left to do.
     *
     * @throws RuleViolationException {@code campaign.office-only}, {@code campaign.task.state} unless it has reported
     */
    public void complete(long taskId, Actor actor, BranchScope scope) {
        requireOffice(scope);
        BranchTask task = tasks.settle(taskId, scope);
        BranchTaskState before = task.getState();
        task.complete();
        note(task, before, null, CampaignAction.TASK_COMPLETED, actor);
    }

    /**
     * The ledger is worked on again.
     *
     * @param reason 1 to 500 characters
     * @throws RuleViolationException {@code campaign.office-only}, {@code campaign.task.state} unless it is done,
     *     {@code campaign.take-up.closed} once the campaign is closed
     */
    public void takeUp(long taskId, String reason, Actor actor, BranchScope scope) {
        requireOffice(scope);
        BranchTask task = tasks.settle(taskId, scope);
        if (!task.getCampaign().getState().isRunning()) {
            throw new RuleViolationException("campaign.take-up.closed");
        }
        BranchTaskState before = task.getState();
        task.takeUpAgain();
        note(task, before, reason, CampaignAction.TASK_TAKEN_UP, actor);
    }

    private void note(
            BranchTask task, BranchTaskState before, @Nullable String reason, CampaignAction action, Actor actor) {
        history.save(new TaskEntry(task, before, TaskEntry.Kind.MOVED, clock.instant(), actor.displayName())
                .because(reason));
        audit.record(action, TYPE, task.getId(), task.getBranch().getName());
    }

    private static void requireOffice(BranchScope scope) {
        if (scope.role() != Role.PARTY_OFFICE) {
            throw new RuleViolationException("campaign.office-only");
        }
    }
}
