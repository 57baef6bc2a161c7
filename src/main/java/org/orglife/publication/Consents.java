package org.orglife.publication;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.problem.Problem;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 同意公示: a member lets a problem of his own be shown. Nobody can say so for him, and he takes it back as he likes. */
@Service
@Transactional
public class Consents {

    private final BranchTaskService tasks;
    private final TakenDown takenDown;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Consents(BranchTaskService tasks, TakenDown takenDown, JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.tasks = tasks;
        this.takenDown = takenDown;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** A problem of the caller's own; given says whether he lets it be shown. */
    public record Own(long problemId, int number, String text, boolean given) {}

    /** The caller's own problems in a task. */
    @Transactional(readOnly = true)
    public List<Own> own(long taskId, BranchScope scope) {
        BranchTask task = tasks.get(taskId, scope);
        return scope.memberId() == null
                ? List.of()
                : jdbc.sql("""
                                select p.id problem_id, p.number, p.text, c.problem_id is not null given
                                from problem p join rectification_item i on i.id = p.id
                                left join publication_consent c on c.problem_id = p.id
                                where p.task_id = :task and p.subject_member_id = :me and i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED')
                                order by p.number
                                """)
                        .param("task", task.getId())
                        .param("me", scope.memberId())
                        .query(Own.class)
                        .list();
    }

    /** Problems of a task, found within the caller's scope, whose owners let them be shown. */
    @Transactional(readOnly = true)
    public Set<Long> given(BranchTask task) {
        return new HashSet<>(
                jdbc.sql("""
                        select c.problem_id from publication_consent c join problem p on p.id = c.problem_id
                        where p.task_id = :task and p.subject_member_id = c.member_id
                        """).param("task", task.getId()).query(Long.class).list());
    }

    /**
     * He lets it be shown.
     *
     * @return the task it belongs to
     * @throws NotFoundException if it is not his own
     */
    public long give(long problemId, BranchScope scope) {
        Row row = mine(problemId, scope);
        jdbc.sql("""
                        insert into publication_consent (problem_id, branch_id, member_id, given_at)
                        values (:problem, :branch, :me, :now) on conflict do nothing
                        """)
                .param("problem", problemId)
                .param("branch", row.branchId())
                .param("me", scope.memberId())
                .param("now", OffsetDateTime.now(clock))
                .update();
        audit.record(PublicationAction.CONSENT_GIVEN, "Problem", problemId, null);
        return row.taskId();
    }

    /**
     * He does not let it be shown any more: whatever shows it is taken down in the same moment, and what was approved has to
     * be written anew.
     *
     * @return the task it belongs to
     * @throws NotFoundException if it is not his own
     */
    public long takeBack(long problemId, Actor actor, BranchScope scope) {
        Row row = mine(problemId, scope);
        jdbc.sql("delete from publication_consent where problem_id = :problem")
                .param("problem", problemId)
                .update();
        takenDown.showing(problemId, actor);
        audit.record(PublicationAction.CONSENT_TAKEN_BACK, "Problem", problemId, null);
        return row.taskId();
    }

    private record Row(long taskId, long branchId) {}

    private Row mine(long problemId, BranchScope scope) {
        Row found = jdbc.sql("select task_id, branch_id from problem where id = :id and subject_member_id = :me")
                .param("id", problemId)
                .param("me", scope.memberId() == null ? -1L : scope.memberId())
                .query(Row.class)
                .optional()
                .orElseThrow(() -> new NotFoundException(Problem.class, problemId));
        tasks.glance(found.taskId(), scope);
        return found;
    }
}
