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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 上次整改情况: what became of what a branch promised in the cycle before, as its ledger tells, and what the branch says of
 * it.
 */
@Service
@Transactional(readOnly = true)
public class LastCycle {

    private static final String TYPE = "BranchTask";

    /** The task of the latest earlier cycle in which the branch found anything. */
    static final String EARLIER_TASK = """
            select e.id task_id, c.title campaign
            from branch_task e join campaign c on c.id = e.campaign_id join campaign now on now.id = :campaign
            where e.branch_id = :branch and e.id <> :task and e.state <> 'EXEMPTED' and %s
              and exists (select 1 from problem p where p.task_id = e.id)
            order by c.year desc, case when c.backfilled then 0 else 1 end desc, c.issued_on desc, c.id desc
            limit 1
            """.formatted(Cycles.EARLIER);

    private final BranchTaskService tasks;
    private final LastCycleStatementRepository statements;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    LastCycle(
            BranchTaskService tasks,
            LastCycleStatementRepository statements,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.tasks = tasks;
        this.statements = statements;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The cycle before, counted from its ledger.
     *
     * @param problems of the branch, those withdrawn or merged left out
     * @param longTerm of those that are not closed: with a measure for the long term
     * @param overdue of those that are not closed: with a measure past its date
     * @param personal problems of secretary and members, of whom nothing but the number is told
     */
    public record Cycle(
            long taskId,
            String campaign,
            int problems,
            int closed,
            int longTerm,
            int overdue,
            int personal,
            int personalClosed) {

        public int open() {
            return problems - closed;
        }
    }

    /** A problem of the branch that is not closed. */
    public record Open(
            long id,
            int number,
            String text,
            ItemState state,
            boolean longTerm,
            @Nullable LocalDate dueOn) {}

    /** The cycle before a task that was read within the scope; empty where the system knows none. */
    public Optional<Cycle> before(BranchTask task) {
        return jdbc.sql("""
                        with before as (%s),
                        item as (
                          select p.subject_kind, i.state,
                            exists (select 1 from measure m where m.item_id = p.id and m.track = 'LONG_TERM') long_term,
                            exists (select 1 from measure m where m.item_id = p.id and m.done_on is null and m.due_on < :today) late
                          from before b join problem p on p.task_id = b.task_id
                          join rectification_item i on i.id = p.id
                          where i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED'))
                        select b.task_id, b.campaign,
                          (select count(*) from item where subject_kind = 'BRANCH') problems,
                          (select count(*) from item where subject_kind = 'BRANCH' and state = 'CLOSED') closed,
                          (select count(*) from item where subject_kind = 'BRANCH' and state <> 'CLOSED' and long_term) long_term,
                          (select count(*) from item where subject_kind = 'BRANCH' and state <> 'CLOSED' and late) overdue,
                          (select count(*) from item where subject_kind <> 'BRANCH') personal,
                          (select count(*) from item where subject_kind <> 'BRANCH' and state = 'CLOSED') personal_closed
                        from before b
                        """.formatted(EARLIER_TASK))
                .param("campaign", task.getCampaign().getId())
                .param("branch", task.getBranch().getId())
                .param("task", task.getId())
                .param("today", LocalDate.now(clock))
                .query(Cycle.class)
                .optional();
    }

    /** What of it is not closed. */
    public List<Open> open(Cycle cycle) {
        return jdbc.sql("""
                        select p.id, p.number, p.text, i.state,
                          exists (select 1 from measure m where m.item_id = p.id and m.track = 'LONG_TERM') long_term,
                          (select min(m.due_on) from measure m where m.item_id = p.id and m.done_on is null) due_on
                        from problem p join rectification_item i on i.id = p.id
                        where p.task_id = :task and p.subject_kind = 'BRANCH' and i.state not in ('CLOSED', 'WITHDRAWN', 'MERGED', 'TRANSFERRED')
                        order by p.number
                        """).param("task", cycle.taskId()).query(Open.class).list();
    }

    /** What the branch has said of it; empty before it has. */
    public Optional<LastCycleStatement> statement(BranchTask task) {
        return statements.findById(task.getId());
    }

    /**
     * Says what became of it.
     *
     * @param version of the statement that was read; null if there was none
     * @throws StaleEditException if somebody saved it since it was read
     * @throws RuleViolationException {@code problem.branch-committee-only} if the role may not
     */
    @Transactional
    public void save(long taskId, @Nullable Long version, String text, Actor actor, BranchScope scope) {
        if (!ProblemAccess.mayWriteForBranch(scope)) {
            throw new RuleViolationException("problem.branch-committee-only");
        }
        BranchTask task = tasks.workOn(taskId, scope);
        LastCycleStatement statement = statements.findById(taskId).orElseGet(() -> new LastCycleStatement(task));
        if (!statement.isNew() && !Long.valueOf(statement.getVersion()).equals(version)) {
            throw new StaleEditException(
                    statement.getVersion(),
                    List.of(new CurrentText("text", "rectification.last.text", statement.getText())));
        }
        statement.write(text, LocalDate.now(clock), actor.displayName());
        statements.save(statement);
        audit.record(
                RectificationAction.LAST_CYCLE_SAVED,
                TYPE,
                taskId,
                task.getBranch().getName());
    }
}
