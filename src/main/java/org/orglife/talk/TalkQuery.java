package org.orglife.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads talks for lists and counts. Its methods are handed a task that was found within the caller's scope; whose talks
 * of it he may know is decided by the method.
 */
@Component
public class TalkQuery {

    private static final String ROW = """
            select k.id, k.task_id, u.name branch, g.title campaign, k.held_on, k.medium, k.pair_kind, k.recorded_on,
              k.source_sealed is not null imported,
              (select m.name from talk_participant p join member m on m.id = p.member_id where p.talk_id = k.id and p.convener) convener,
              (select string_agg(m.name, '、' order by p.id) from talk_participant p join member m on m.id = p.member_id
                where p.talk_id = k.id and not p.convener) partners,
              (select count(*) from talk_participant p where p.talk_id = k.id and p.confirmed_on is not null) confirmed,
              k.partners + 1 people,
              k.source_sealed is null and exists (select 1 from talk_participant p
                where p.talk_id = k.id and p.member_id = :me and p.confirmed_on is null) mine
            from talk k
            join branch_task t on t.id = k.task_id
            join campaign g on g.id = t.campaign_id
            join org_unit u on u.id = k.branch_id
            """;

    private static final String TOOK_PART =
            "exists (select 1 from talk_participant p where p.talk_id = k.id and p.member_id = :me)";

    private final JdbcClient jdbc;

    TalkQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far the talks of a task reach: counts, for everybody whose scope it lies in. */
    public TalkCoverage coverage(BranchTask task) {
        return jdbc.sql("select x.* from branch_task t left join lateral " + TalkCoverage.COLUMNS
                        + " x on true where t.id = :task")
                .param("task", task.getId())
                .query((row, number) -> coverage(row))
                .single();
    }

    private static TalkCoverage coverage(ResultSet row) throws SQLException {
        int members = row.getInt("talk_members");
        return new TalkCoverage(
                row.getInt("talks"),
                row.getInt("talk_persons"),
                row.getInt("talk_groups"),
                row.getInt("late_talks"),
                row.getInt("talk_pairs"),
                row.getInt("talk_pairs_done"),
                members,
                row.getInt("talk_members_done"),
                members > 1 ? members : 0,
                row.getInt("talk_peers_done"));
    }

    /** Those with whom talks are expected in a branch: who is expected at its meeting; by pinyin. */
    public List<TalkPerson> people(BranchTask task) {
        return jdbc.sql("""
                        select m.id, m.name, g.name "group", s.kind seat, s.title seat_title, m.mobile, m.care, m.retired, m.abroad,
                          m.standing = 'ON_PROBATION_PENALTY' penalty
                        from task_expected w
                        join member m on m.id = w.member_id
                        left join membership ms on ms.member_id = m.id and ms.branch_id = :branch and ms.until_on is null
                        left join org_unit g on g.id = ms.group_id
                        left join lateral (select p.kind, p.title from position p
                          where p.unit_id = :branch and p.member_id = m.id and p.until_on is null and not p.assistant
                            and p.kind <> 'GROUP_LEADER'
                          order by array_position(array['SECRETARY', 'DEPUTY_SECRETARY', 'ORGANISATION', 'PUBLICITY', 'DISCIPLINE'], p.kind)
                          limit 1) s on true
                        where w.task_id = :task
                        order by m.name collate zh_pinyin, m.id
                        """)
                .param("task", task.getId())
                .param("branch", task.getBranch().getId())
                .query(TalkPerson.class)
                .list();
    }

    /** Leaders enrolled elsewhere below the same superior, who may take part in a talk of the branch: id and name. */
    public Map<Long, String> leadersNearby(BranchTask task) {
        Map<Long, String> leaders = new LinkedHashMap<>();
        jdbc.sql("""
                        select m.id, m.name || '（' || u.name || '）' name
                        from org_unit b
                        join org_unit s on s.id = b.parent_id
                        join org_unit u on u.path like s.path || '%' and u.id <> b.id
                        join membership ms on ms.branch_id = u.id and ms.until_on is null
                        join member m on m.id = ms.member_id and m.leader
                        where b.id = :branch
                        order by m.name collate zh_pinyin, m.id limit 200
                        """)
                .param("branch", task.getBranch().getId())
                .query((row, number) -> leaders.put(row.getLong("id"), row.getString("name")))
                .list();
        return leaders;
    }

    /**
     * That two have talked.
     *
     * @param partnerWas in which capacity the one talked with took part
     */
    record Met(long talkId, LocalDate heldOn, long convener, long partner, Capacity convenerWas, Capacity partnerWas) {}

    /** Who has talked with whom in a task, the earliest first; everything, or what one member took part in. */
    List<Met> met(BranchTask task, @Nullable Long only) {
        return jdbc.sql("""
                        select k.id talk_id, k.held_on, c.member_id convener, p.member_id partner, c.capacity convener_was,
                          p.capacity partner_was
                        from talk k
                        join talk_participant c on c.talk_id = k.id and c.convener
                        join talk_participant p on p.talk_id = k.id and not p.convener
                        where k.task_id = :task and k.withdrawn_at is null
                          and (cast(:only as bigint) is null or c.member_id = :only or p.member_id = :only)
                        order by k.held_on, k.id
                        """)
                .param("task", task.getId())
                .param("only", only)
                .query(Met.class)
                .list();
    }

    /** The talks of a task that the caller may know of, the latest first; none for whoever only counts. */
    public List<TalkRow> rows(BranchTask task, BranchScope scope, int limit, long offset) {
        if (!TalkAccess.seesAll(scope) && scope.memberId() == null) {
            return List.of();
        }
        return jdbc.sql(ROW + " where k.task_id = :task and k.withdrawn_at is null"
                        + (TalkAccess.seesAll(scope) ? "" : " and " + TOOK_PART)
                        + " order by k.held_on desc, k.id desc limit :limit offset :offset")
                .param("task", task.getId())
                .param("me", scope.memberId())
                .param("limit", limit)
                .param("offset", offset)
                .query(TalkRow.class)
                .list();
    }

    /** How many rows {@link #rows} has in all. */
    public long count(BranchTask task, BranchScope scope) {
        if (!TalkAccess.seesAll(scope) && scope.memberId() == null) {
            return 0;
        }
        return jdbc.sql("select count(*) from talk k where k.task_id = :task and k.withdrawn_at is null"
                        + (TalkAccess.seesAll(scope) ? "" : " and " + TOOK_PART))
                .param("task", task.getId())
                .param("me", scope.memberId())
                .query(Long.class)
                .single();
    }

    /** The caller's own talks, those to be confirmed first, then the latest; wherever he was enrolled at the time. */
    public List<TalkRow> own(BranchScope scope, int limit) {
        return scope.memberId() == null
                ? List.of()
                : jdbc.sql(ROW + " where k.withdrawn_at is null and " + TOOK_PART
                                + " order by mine desc, k.held_on desc, k.id desc limit :limit")
                        .param("me", scope.memberId())
                        .param("limit", limit)
                        .query(TalkRow.class)
                        .list();
    }

    /** How many talks wait for the caller's word that they took place. */
    public int toConfirm(BranchScope scope) {
        return scope.memberId() == null
                ? 0
                : jdbc.sql("""
                                select count(*) from talk_participant p join talk k on k.id = p.talk_id
                                where p.member_id = :me and p.confirmed_on is null and k.withdrawn_at is null
                                  and k.source_sealed is null
                                """)
                        .param("me", scope.memberId())
                        .query(Integer.class)
                        .single();
    }

    /** Counts by kind of pair: talks, and persons talked with. */
    public record KindCount(PairKind pairKind, int talks, int persons) {}

    /** How many talks of each kind a task has. */
    public List<KindCount> kinds(BranchTask task) {
        return jdbc.sql("""
                        select pair_kind, count(*) talks, sum(partners) persons from talk
                        where task_id = :task and withdrawn_at is null group by pair_kind
                        order by array_position(array['SEC_COMM', 'SEC_MEMBER', 'COMM_COMM', 'COMM_MEMBER', 'MEMBER_MEMBER', 'LEADER_MEMBER'], pair_kind)
                        """).param("task", task.getId()).query(KindCount.class).list();
    }

    /**
     * Talks that are still to be held in a branch.
     *
     * @param missing pairs and members without a talk
     * @param until last day of the step; null where it has none
     */
    public record Missing(
            long taskId,
            String campaign,
            int missing,
            @Nullable LocalDate until) {}

    /** Where talks are still missing before a meeting, in the running campaigns of the scope. */
    public List<Missing> missing(BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select t.id task_id, g.title campaign,
                          x.talk_pairs - x.talk_pairs_done + x.talk_members - x.talk_members_done missing, d.window_until until
                        from branch_task t
                        join org_unit u on u.id = t.branch_id
                        join campaign g on g.id = t.campaign_id and g.state in ('ISSUED', 'IN_PROGRESS', 'REPORTING')
                        join step_definition d on d.campaign_id = g.id and d.code = 'TALK' and d.level in ('MUST', 'SHOULD')
                        left join lateral %s x on true
                        where t.state in ('CREATED', 'PREPARING', 'RETURNED', 'POSTPONED', 'REDO_REQUIRED') and not g.backfilled
                          and %s and x.talk_pairs + x.talk_members > x.talk_pairs_done + x.talk_members_done
                        order by d.window_until, t.id
                        """.formatted(TalkCoverage.COLUMNS, within.condition()))
                .params(within.parameters())
                .query(Missing.class)
                .list();
    }
}
