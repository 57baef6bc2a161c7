package org.orglife.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.orglife.audit.AuditTrail;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 收阅: which branches have read the notice of a campaign and what was added to it. */
@Service
@Transactional(readOnly = true)
public class NoticeReceipts {

    /** Every part of a notice a branch is to read: the notice itself, and each supplement. */
    private static final String PARTS = """
            select t.id task_id, t.branch_id, t.campaign_id, part.id supplement_id, part.title
            from branch_task t
            join campaign c on c.id = t.campaign_id and not c.backfilled and c.issuer_id <> t.branch_id and c.state in ('ISSUED', 'IN_PROGRESS', 'REPORTING')
            join org_unit u on u.id = t.branch_id
            cross join lateral (select null::bigint id, null::text title
              union all select s.id, s.title from supplement s where s.campaign_id = t.campaign_id) part
            where t.state not in ('EXEMPTED', 'DONE') and %s
            """;

    private static final String RECEIPT =
            "left join notice_receipt r on r.task_id = p.task_id and r.supplement_id is not distinct from p.supplement_id";

    private final JdbcClient jdbc;
    private final BranchTaskService tasks;
    private final AuditTrail audit;
    private final Clock clock;

    NoticeReceipts(JdbcClient jdbc, BranchTaskService tasks, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Confirms for a branch that the notice and all that was added to it have been read; what is confirmed already stays
     * as it is.
     *
     * @throws NotFoundException if the task lies outside the scope
     * @throws RuleViolationException {@code campaign.committee-only} for who does not work for the branch
     */
    @Transactional
    public void confirm(long taskId, Actor actor, BranchScope scope) {
        if (!scope.role().worksForBranch()) {
            throw new RuleViolationException("campaign.committee-only");
        }
        BranchTask task = tasks.get(taskId, scope);
        int confirmed = jdbc.sql("""
                        insert into notice_receipt (task_id, branch_id, supplement_id, reader_name, read_at)
                        select p.task_id, p.branch_id, p.supplement_id, :reader, :now from (%s) p
                        on conflict do nothing
                        """.formatted(PARTS.formatted("t.id = :task")))
                .param("task", taskId)
                .param("reader", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (confirmed > 0) {
            audit.record(
                    CampaignAction.NOTICE_READ,
                    "BranchTask",
                    taskId,
                    task.getBranch().getName());
        }
    }

    /** The notice and its supplements, newest last, with what the branches of the scope have confirmed; empty once the campaign is over. */
    public List<NoticePart> parts(long campaignId, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select p.supplement_id, p.title, count(*) branches, count(r.id) "read",
                          (array_agg(r.reader_name order by r.read_at desc) filter (where r.id is not null))[1] reader,
                          max(r.read_at) read_at
                        from (%s) p %s
                        group by p.supplement_id, p.title order by p.supplement_id nulls first
                        """.formatted(PARTS.formatted("t.campaign_id = :campaign and " + within.condition()), RECEIPT))
                .param("campaign", campaignId)
                .params(within.parameters())
                .query((row, number) -> part(row))
                .list();
    }

    private static NoticePart part(ResultSet row) throws SQLException {
        OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
        return new NoticePart(
                row.getObject("supplement_id", Long.class),
                row.getString("title"),
                row.getInt("branches"),
                row.getInt("read"),
                row.getString("reader"),
                readAt == null ? null : readAt.toInstant());
    }

    /** The branches of the scope that have something of this campaign's notice still to read, in the order of the tree. */
    public List<UnreadNotice> unread(long campaignId, BranchScope scope) {
        return unread("t.campaign_id = :campaign and ", Map.of("campaign", campaignId), scope);
    }

    /** What a branch of the scope still has to read, of any running campaign. */
    public List<UnreadNotice> unread(BranchScope scope) {
        return unread("", Map.of(), scope);
    }

    private List<UnreadNotice> unread(String which, Map<String, Object> parameters, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select p.task_id, p.campaign_id, c.title campaign, b.name branch, count(*) parts
                        from (%s) p %s
                        join campaign c on c.id = p.campaign_id
                        join org_unit b on b.id = p.branch_id
                        where r.id is null
                        group by p.task_id, p.campaign_id, c.title, b.name, b.path order by p.campaign_id desc, b.path
                        """.formatted(PARTS.formatted(which + within.condition()), RECEIPT))
                .params(parameters)
                .params(within.parameters())
                .query(UnreadNotice.class)
                .list();
    }
}
