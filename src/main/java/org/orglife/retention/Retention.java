package org.orglife.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orglife.attachment.FileStore;
import org.orglife.audit.AuditTrail;
import org.orglife.job.JobWork.Progress;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Says what material is due for deletion and deletes it, branch by branch. */
@Service
public class Retention {

    private static final String TASKS = """
            from branch_task o
            join campaign c on c.id = o.campaign_id
            join org_unit u on u.id = o.branch_id
            join lateral (%s) n (pieces) on n.pieces > 0
            where %s and %s
            """;

    private final JdbcClient jdbc;
    private final RetentionProperties properties;
    private final FileStore files;
    private final AuditTrail audit;
    private final Labels labels;
    private final TransactionOperations transaction;
    private final Clock clock;

    Retention(
            JdbcClient jdbc,
            RetentionProperties properties,
            FileStore files,
            AuditTrail audit,
            Labels labels,
            TransactionOperations transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.files = files;
        this.audit = audit;
        this.labels = labels;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * How much of a material is due.
     *
     * @param pieces talks, opinions, turns, texts, problems or reviews
     */
    public record Due(Material material, long pieces, long branches) {}

    /** What is due in one branch's task. */
    public record DueTask(long taskId, String branch, String campaign, long pieces) {}

    /** What is due of every material, in the order of {@link Material}. */
    @Transactional(readOnly = true)
    public List<Due> due(BranchScope scope) {
        requireOffice(scope);
        List<Due> all = new ArrayList<>();
        for (Material material : Material.values()) {
            all.add(jdbc.sql("select coalesce(sum(n.pieces), 0)::bigint pieces, count(distinct u.id) branches "
                            + tasks(material, scope))
                    .params(parameters(material, scope))
                    .query((row, number) -> new Due(material, row.getLong("pieces"), row.getLong("branches")))
                    .single());
        }
        return all;
    }

    /** Where a material is due, by branch. */
    @Transactional(readOnly = true)
    public List<DueTask> tasks(Material material, BranchScope scope, int limit) {
        requireOffice(scope);
        return jdbc.sql("select o.id task_id, u.name branch, c.title campaign, n.pieces " + tasks(material, scope)
                        + " order by u.path, c.id limit :limit")
                .params(parameters(material, scope))
                .param("limit", limit)
                .query(DueTask.class)
                .list();
    }

    /**
     * Deletes what is due of a material: each branch in a transaction of its own, so that an end half way leaves whole
     * branches. It cannot be undone.
     *
     * @return pieces deleted
     */
    public long delete(Material material, BranchScope scope, Progress progress) {
        List<DueTask> due = tasks(material, scope, Integer.MAX_VALUE);
        long deleted = 0;
        for (int at = 0; at < due.size(); at++) {
            DueTask task = due.get(at);
            transaction.executeWithoutResult(status -> delete(material, task, scope));
            deleted += task.pieces();
            progress.reached(at + 1L, due.size());
        }
        return deleted;
    }

    private void delete(Material material, DueTask task, BranchScope scope) {
        Map<String, Object> parameters = parameters(material, scope);
        parameters.put("task", task.taskId());
        List<Long> gone = new ArrayList<>();
        MaterialSql.files(material)
                .forEach(sql -> gone.addAll(
                        jdbc.sql(sql).params(parameters).query(Long.class).list()));
        MaterialSql.delete(material)
                .forEach(sql -> jdbc.sql(sql).params(parameters).update());
        gone.forEach(files::remove);
        audit.record(
                RetentionAction.MATERIAL_DELETED,
                "BranchTask",
                task.taskId(),
                task.branch(),
                List.of(material.name() + " " + task.pieces()));
    }

    private static String tasks(Material material, BranchScope scope) {
        return TASKS.formatted(
                MaterialSql.count(material),
                MaterialSql.due(material),
                ScopeSql.on("u", scope).condition());
    }

    private Map<String, Object> parameters(Material material, BranchScope scope) {
        Map<String, Object> parameters = new HashMap<>(ScopeSql.on("u", scope).parameters());
        parameters.put("before", properties.before(material, LocalDate.now(clock)));
        parameters.put("cycles", properties.cycles());
        parameters.put("gone", labels.text("retention.gone"));
        return parameters;
    }

    private static void requireOffice(BranchScope scope) {
        if (scope.role() != Role.PARTY_OFFICE) {
            throw new RuleViolationException("retention.office-only");
        }
    }
}
