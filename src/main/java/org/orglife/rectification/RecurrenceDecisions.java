package org.orglife.rectification;

import java.time.Clock;
import java.time.LocalDate;
import org.orglife.campaign.BranchTaskService;
import org.orglife.problem.ProblemService;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says of a problem whether it has come back; only whoever may write it says so. */
@Service
@Transactional
public class RecurrenceDecisions {

    private final BranchTaskService tasks;
    private final Items items;
    private final Recurrence recurrence;
    private final ProblemService problems;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecurrenceDecisions(
            BranchTaskService tasks,
            Items items,
            Recurrence recurrence,
            ProblemService problems,
            JdbcClient jdbc,
            Clock clock) {
        this.tasks = tasks;
        this.items = items;
        this.recurrence = recurrence;
        this.problems = problems;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * 是同一个问题: the problem is that of an earlier cycle.
     *
     * @throws RuleViolationException {@code problem.recurrence.elsewhere} if the other one is none of those with which
     *     it may be linked
     */
    public RectificationItem accept(long itemId, long earlierId, BranchScope scope) {
        RectificationItem item = workOn(itemId, scope);
        if (recurrence.of(item, scope).earlier().stream().noneMatch(earlier -> earlier.id() == earlierId)) {
            throw new RuleViolationException("problem.recurrence.elsewhere");
        }
        problems.link(itemId, earlierId, scope);
        return item;
    }

    /** 不是同一个问题: it is not proposed again. */
    public RectificationItem dismiss(long itemId, long earlierId, BranchScope scope) {
        RectificationItem item = workOn(itemId, scope);
        long earlier = items.get(earlierId, scope).getId();
        problems.unlink(itemId, scope);
        jdbc.sql("""
                        insert into recurrence_dismissal (problem_id, earlier_id, branch_id, dismissed_on)
                        select :problem, p.id, p.branch_id, :today from problem p where p.id = :earlier and p.branch_id = :branch
                        on conflict do nothing
                        """)
                .param("problem", itemId)
                .param("earlier", earlier)
                .param("branch", item.getBranchId())
                .param("today", LocalDate.now(clock))
                .update();
        return item;
    }

    /** Neither linked nor dismissed any more: what is like it is proposed again. */
    public RectificationItem reconsider(long itemId, BranchScope scope) {
        RectificationItem item = workOn(itemId, scope);
        problems.unlink(itemId, scope);
        jdbc.sql("delete from recurrence_dismissal where problem_id = :problem")
                .param("problem", itemId)
                .update();
        return item;
    }

    private RectificationItem workOn(long itemId, BranchScope scope) {
        RectificationItem item = items.get(itemId, scope);
        tasks.workOn(item.getTaskId(), scope);
        return item;
    }
}
