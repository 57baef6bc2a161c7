package org.orglife.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.problem.ProblemAccess;
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

    private final ListDecisionRepository decisions;
    private final BranchTaskService tasks;
    private final AuditTrail audit;
    private final Clock clock;

    ListDecisions(ListDecisionRepository decisions, BranchTaskService tasks, AuditTrail audit, Clock clock) {
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
        note.note(decision, atMeeting, today, actor.displayName());
        decisions.save(note);
        audit.record(
                RectificationAction.LIST_AGREED,
                "BranchTask",
                taskId,
                task.getBranch().getName(),
                List.of(decision.on().toString()));
    }
}
