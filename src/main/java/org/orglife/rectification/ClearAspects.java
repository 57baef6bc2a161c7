package org.orglife.rectification;

import java.time.Clock;
import java.time.LocalDate;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.AspectSubject;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.problem.ProblemAccess;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 未发现突出问题: aspects in which a branch says that it has found nothing. A statement, which is counted as no problem. */
@Service
@Transactional
public class ClearAspects {

    private static final String TYPE = "BranchTask";

    private final BranchTaskService tasks;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ClearAspects(BranchTaskService tasks, AuditTrail audit, JdbcClient jdbc, Clock clock) {
        this.tasks = tasks;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * States that nothing was found in an aspect.
     *
     * @throws RuleViolationException {@code problem.clear.found} if a problem has been put down in it, {@code
     *     problem.aspect} if it is not one of the branch's in this campaign
     */
    public void state(long taskId, long aspectId, Actor actor, BranchScope scope) {
        BranchTask task = held(taskId, scope);
        if (task.getCampaign().getAspects(AspectSubject.BRANCH).stream().noneMatch(each -> each.getId() == aspectId)) {
            throw new RuleViolationException("problem.aspect");
        }
        if (isFound(taskId, aspectId)) {
            throw new RuleViolationException("problem.clear.found");
        }
        jdbc.sql("""
                        insert into aspect_clear (task_id, aspect_id, branch_id, campaign_id, noted_on, noted_by)
                        values (:task, :aspect, :branch, :campaign, :today, :by) on conflict do nothing
                        """)
                .param("task", taskId)
                .param("aspect", aspectId)
                .param("branch", task.getBranch().getId())
                .param("campaign", task.getCampaign().getId())
                .param("today", LocalDate.now(clock))
                .param("by", actor.displayName())
                .update();
        audit.record(
                RectificationAction.ASPECT_CLEAR, TYPE, taskId, task.getBranch().getName());
    }

    private boolean isFound(long taskId, long aspectId) {
        return jdbc.sql("""
                        select exists (select 1 from problem p join rectification_item i on i.id = p.id
                          where p.task_id = :task and p.aspect_id = :aspect and i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED'))
                        """)
                .param("task", taskId)
                .param("aspect", aspectId)
                .query(Boolean.class)
                .single();
    }

    /** Takes the statement back. */
    public void takeBack(long taskId, long aspectId, BranchScope scope) {
        BranchTask task = held(taskId, scope);
        found(taskId, aspectId);
        audit.record(
                RectificationAction.ASPECT_NOT_CLEAR,
                TYPE,
                taskId,
                task.getBranch().getName());
    }

    /** A problem was put down in the aspect after all: what was said of it before is not true any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    void found(long taskId, long aspectId) {
        jdbc.sql("delete from aspect_clear where task_id = :task and aspect_id = :aspect")
                .param("task", taskId)
                .param("aspect", aspectId)
                .update();
    }

    private BranchTask held(long taskId, BranchScope scope) {
        if (!ProblemAccess.mayWriteForBranch(scope)) {
            throw new RuleViolationException("problem.branch-committee-only");
        }
        return tasks.workOn(taskId, scope);
    }
}
