package org.orglife.opinion;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.orglife.shared.LateEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads opinions, the digest and the times of asking, for pages and papers. */
@Component
@Transactional(readOnly = true)
public class OpinionQuery {

    private static final String OPINION = """
            select o.id, o.number, o.text, o.about, o.channel, o.target_group, o.anonymous, o.given_on, o.recorded_on,
              o.recorded_by, g.name giver, o.copies, o.mark, o.mark_reason, o.withdrawn_on, o.withdrawn_reason, o.point_id,
              d.number point, d.disposition, d.problem_id, p.number problem_number, d.answer
            from opinion o
            join org_unit u on u.id = o.branch_id
            left join member g on g.id = o.giver_id
            left join lateral (
              select row_number() over (order by x.id) number, x.* from digest_point x where x.task_id = o.task_id) d
              on d.id = o.point_id
            left join problem p on p.id = d.problem_id
            """;

    private final JdbcClient jdbc;

    OpinionQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The opinions of a task, the newest first; none for whoever may not read them one by one. */
    public List<OpinionRow> opinions(long taskId, OpinionFilter filter, BranchScope scope, long offset, int size) {
        if (!OpinionAccess.works(scope)) {
            return List.of();
        }
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql(OPINION + " where o.task_id = :task and " + within.condition() + condition(filter)
                        + " order by o.number desc limit :size offset :offset")
                .param("task", taskId)
                .params(within.parameters())
                .param("group", name(filter.group()), Types.VARCHAR)
                .param("channel", name(filter.channel()), Types.VARCHAR)
                .param("size", size)
                .param("offset", offset)
                .query(OpinionRow.class)
                .list();
    }

    /** How many there are. */
    public long count(long taskId, OpinionFilter filter, BranchScope scope) {
        if (!OpinionAccess.works(scope)) {
            return 0;
        }
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql(
                        "select count(*) from opinion o join org_unit u on u.id = o.branch_id where o.task_id = :task and "
                                + within.condition() + condition(filter))
                .param("task", taskId)
                .params(within.parameters())
                .param("group", name(filter.group()), Types.VARCHAR)
                .param("channel", name(filter.channel()), Types.VARCHAR)
                .query(Long.class)
                .single();
    }

    private static String condition(OpinionFilter filter) {
        return " and (:group::text is null or o.target_group = :group) and (:channel::text is null or o.channel = :channel)"
                + (filter.waiting() ? " and o.point_id is null and o.withdrawn_on is null" : "");
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    /** What the member behind the scope has said himself, in a task within his scope. */
    public List<OpinionRow> own(long taskId, BranchScope scope) {
        if (scope.memberId() == null) {
            return List.of();
        }
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql(OPINION + " where o.task_id = :task and o.giver_id = :me and o.withdrawn_on is null and "
                        + within.condition() + " order by o.number")
                .param("task", taskId)
                .param("me", scope.memberId())
                .params(within.parameters())
                .query(OpinionRow.class)
                .list();
    }

    /** The digest of a task in the order in which its points were made; none for superiors, who see counts. */
    public List<PointRow> points(long taskId, BranchScope scope) {
        if (!OpinionAccess.readsDigest(scope)) {
            return List.of();
        }
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select d.id, row_number() over (order by d.id) number, d.text, d.about, d.aspect_id, a.title aspect,
                          d.disposition, d.answer, d.problem_id, p.number problem_number, i.state problem_state, m.name owner,
                          d.version, o.opinions, o.numbers, o.groups
                        from digest_point d
                        join org_unit u on u.id = d.branch_id
                        left join aspect a on a.id = d.aspect_id
                        left join problem p on p.id = d.problem_id
                        left join rectification_item i on i.id = d.problem_id
                        left join member m on m.id = d.owner_id
                        left join lateral (
                          select coalesce(sum(x.copies), 0) opinions, array_agg(x.number order by x.number) numbers,
                            array_agg(distinct x.target_group) filter (where x.target_group is not null) groups
                          from opinion x where x.point_id = d.id) o on true
                        where d.task_id = :task and %s
                        order by d.id
                        """.formatted(within.condition()))
                .param("task", taskId)
                .params(within.parameters())
                .query((row, number) -> point(row))
                .list();
    }

    private static PointRow point(ResultSet row) throws SQLException {
        return new PointRow(
                row.getLong("id"),
                row.getInt("number"),
                row.getString("text"),
                OpinionAbout.valueOf(row.getString("about")),
                list(row, "groups", String[].class).stream()
                        .map(TargetGroup::valueOf)
                        .sorted()
                        .toList(),
                row.getInt("opinions"),
                list(row, "numbers", Integer[].class),
                row.getObject("aspect_id", Long.class),
                row.getString("aspect"),
                Disposition.valueOf(row.getString("disposition")),
                row.getString("answer"),
                row.getObject("problem_id", Long.class),
                row.getObject("problem_number", Integer.class),
                row.getString("problem_state"),
                row.getString("owner"),
                row.getLong("version"));
    }

    private static <T> List<T> list(ResultSet row, String column, Class<T[]> type) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList(type.cast(array.getArray()));
    }

    /** The times of asking, and below them what came in without one, by channel and group. */
    public List<CollectionRow> collections(long taskId, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select c.id, c.channel, c.target_group, c.issued, c.returned, c.held_on, c.place, c.organiser,
                          c.none_received, %2$s late,
                          (select count(*) from opinion o where o.collection_id = c.id and o.withdrawn_on is null) opinions
                        from opinion_collection c join org_unit u on u.id = c.branch_id
                        where c.task_id = :task and %1$s
                        union all
                        select null, o.channel, o.target_group, null, null, null, null, null, false, false, count(*)
                        from opinion o join org_unit u on u.id = o.branch_id
                        where o.task_id = :task and o.collection_id is null and o.withdrawn_on is null and %1$s
                        group by o.channel, o.target_group
                        order by held_on nulls last, id nulls last, channel, target_group
                        """.formatted(within.condition(), LateEntry.condition("c.held_on", "c.recorded_on")))
                .param("task", taskId)
                .params(within.parameters())
                .query(CollectionRow.class)
                .list();
    }

    /** Before the meeting: what is still to be merged or decided, for those who do that. */
    public List<WaitingOpinions> waiting(BranchScope scope) {
        if (!OpinionAccess.works(scope)) {
            return List.of();
        }
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select * from (
                          select t.id task_id, c.title campaign,
                            (select count(*) from opinion o
                              where o.task_id = t.id and o.point_id is null and o.withdrawn_on is null) to_merge,
                            (select count(*) from digest_point d where d.task_id = t.id and d.disposition = 'OPEN') to_decide
                          from branch_task t
                          join org_unit u on u.id = t.branch_id
                          join campaign c on c.id = t.campaign_id
                          where t.state in ('CREATED', 'PREPARING', 'READY', 'APPROVAL_PENDING', 'RETURNED', 'SCHEDULED',
                            'POSTPONED', 'REDO_REQUIRED') and %s) w
                        where to_merge > 0 or to_decide > 0 order by task_id desc
                        """.formatted(within.condition()))
                .params(within.parameters())
                .query(WaitingOpinions.class)
                .list();
    }

    /** The counts of a task within the scope. */
    public OpinionTotals totals(long taskId, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select coalesce(o.opinions, 0) opinions, coalesce(o.merged, 0) merged, coalesce(o.marked, 0) marked,
                          coalesce(d.points, 0) points, coalesce(d.decided, 0) decided, coalesce(d.problems, 0) problems,
                          coalesce(c.issued, 0) issued, coalesce(c.returned, 0) returned, coalesce(c.none, 0) none_received
                        from branch_task t
                        join org_unit u on u.id = t.branch_id
                        left join lateral (
                          select count(*) opinions, count(x.point_id) merged, count(x.mark) marked
                          from opinion x where x.task_id = t.id and x.withdrawn_on is null) o on true
                        left join lateral (
                          select count(*) points, count(x.decided_on) decided, count(x.problem_id) problems
                          from digest_point x where x.task_id = t.id) d on true
                        left join lateral (
                          select sum(x.issued) issued, sum(x.returned) returned, count(*) filter (where x.none_received) "none"
                          from opinion_collection x where x.task_id = t.id) c on true
                        where t.id = :task and %s
                        """.formatted(within.condition()))
                .param("task", taskId)
                .params(within.parameters())
                .query(OpinionTotals.class)
                .optional()
                .orElse(new OpinionTotals(0, 0, 0, 0, 0, 0, 0, 0, 0));
    }
}
