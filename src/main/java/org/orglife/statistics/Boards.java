package org.orglife.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTaskState;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Figures and boards of a campaign: sums of {@code task_figures} over what the caller may see. */
@Service
@Transactional(readOnly = true)
public class Boards {

    /** More branches than this are shown as sums of the units above them, opened level by level. */
    public static final int MOST_BRANCHES_AT_ONCE = 50;

    /** Measures past their date, by branch task of the scope; an index holds the open ones of each by date. */
    private static String overdue(BranchScope scope) {
        return """
            select m.task_id, count(*) overdue, min(m.due_on) oldest
            from branch_task ot
            join org_unit ou on ou.id = ot.branch_id
            join measure m on m.task_id = ot.id
            join rectification_item i on i.id = m.item_id
            where ot.campaign_id = :campaign and %s
              and m.done_on is null and m.due_on < :today and i.state not in ('CLOSED', 'WITHDRAWN', 'MERGED', 'TRANSFERRED')
            group by m.task_id
            """.formatted(ScopeSql.on("ou", scope).condition());
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Boards(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every metric for the caller's scope, in the order of their names. */
    public Map<Metric, Long> figures(long campaignId, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        List<String> sums = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            if (metric.sum() != null) {
                sums.add("coalesce(%s, 0)::bigint as \"%s\"".formatted(metric.sum(), metric));
            }
        }
        Map<Metric, Long> figures = new EnumMap<>(Metric.class);
        jdbc.sql("select " + String.join(", ", sums) + ", coalesce(sum(o.overdue), 0)::bigint as \"" + Metric.M17b
                        + "\""
                        + """
                         from branch_task t
                         join org_unit u on u.id = t.branch_id
                         left join task_figures f on f.task_id = t.id
                         left join (%s) o on o.task_id = t.id
                         where t.campaign_id = :campaign and t.state <> 'EXEMPTED' and %s
                        """.formatted(overdue(scope), within.condition()))
                .param("campaign", campaignId)
                .param("today", today())
                .params(within.parameters())
                .query((row, number) -> {
                    for (Metric metric : Metric.values()) {
                        figures.put(metric, row.getLong(metric.name()));
                    }
                    return figures;
                })
                .single();
        return figures;
    }

    /** What each branch of the scope adds to a metric, by the id of the branch. */
    public Map<Long, Long> shares(long campaignId, Metric metric, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        String sum = metric.sum() == null ? "sum(o.overdue)" : metric.sum();
        Map<Long, Long> shares = new HashMap<>();
        jdbc.sql("select u.id, coalesce(" + sum + ", 0)::bigint" + """
                         from branch_task t
                         join org_unit u on u.id = t.branch_id
                         left join task_figures f on f.task_id = t.id
                         left join (%s) o on o.task_id = t.id
                         where t.campaign_id = :campaign and t.state <> 'EXEMPTED' and %s
                         group by u.id
                        """.formatted(overdue(scope), within.condition()))
                .param("campaign", campaignId)
                .param("today", today())
                .params(within.parameters())
                .query((row, number) -> shares.put(row.getLong(1), row.getLong(2)))
                .list();
        return shares;
    }

    /** How many branches of the scope take part, by state. */
    public Map<BranchTaskState, Long> states(long campaignId, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        Map<BranchTaskState, Long> states = new EnumMap<>(BranchTaskState.class);
        jdbc.sql("""
                        select t.state, count(*) from branch_task t join org_unit u on u.id = t.branch_id
                        where t.campaign_id = :campaign and %s group by t.state
                        """.formatted(within.condition()))
                .param("campaign", campaignId)
                .params(within.parameters())
                .query((row, number) -> states.put(BranchTaskState.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        return states;
    }

    /** One line for each branch that meets the filter. */
    public List<BoardRow> branches(
            long campaignId, BranchFilter filter, BoardSort sort, BranchScope scope, int limit, long offset) {
        Condition condition = Condition.of(filter, scope);
        return jdbc.sql(select(scope) + condition.where() + " order by " + sort.orderBy()
                        + " limit :limit offset :offset")
                .param("campaign", campaignId)
                .param("today", today())
                .params(condition.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> branch(row))
                .list();
    }

    /** All lines as they come; to be read within the transaction and closed. */
    public Stream<BoardRow> stream(long campaignId, BranchFilter filter, BoardSort sort, BranchScope scope) {
        return branches(campaignId, filter, sort, scope, Integer.MAX_VALUE, 0).stream();
    }

    public long countBranches(long campaignId, BranchFilter filter, BranchScope scope) {
        Condition condition = Condition.of(filter, scope);
        return jdbc.sql("select count(*) from (" + select(scope) + condition.where() + ") rows")
                .param("campaign", campaignId)
                .param("today", today())
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    private static String select(BranchScope scope) {
        return """
                select u.id unit_id, u.name, u.path, t.id task_id, t.state, s.name secretary, t.last_activity_at,
                  coalesce(f.members, 0) members, coalesce(f.branch_problems, 0) branch_problems,
                  coalesce(f.secretary_problems, 0) secretary_problems, coalesce(f.member_problems, 0) member_problems,
                  coalesce(f.measures, 0) measures, coalesce(f.items, 0) items, coalesce(f.closed_items, 0) closed,
                  coalesce(f.submitted_items, 0) submitted, coalesce(f.long_term_measures, 0) long_term,
                  coalesce(o.overdue, 0) overdue,
                  coalesce(:today - o.oldest, 0) oldest_overdue
                from branch_task t
                join org_unit u on u.id = t.branch_id
                left join task_figures f on f.task_id = t.id
                left join (%s) o on o.task_id = t.id
                left join lateral (
                  select m.name from position p join member m on m.id = p.member_id
                  where p.unit_id = u.id and p.kind = 'SECRETARY' and p.until_on is null and not p.assistant limit 1) s on true
                where t.campaign_id = :campaign and t.state <> 'EXEMPTED'
                """.formatted(overdue(scope));
    }

    /**
     * Units below a unit with the sums of their branches; branches that hang directly below it stand for themselves.
     *
     * @param below the unit whose level is shown; null for the top of the scope
     */
    public List<BoardRow> units(long campaignId, @Nullable Long below, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        String top = below == null
                ? "select id, path from org_unit where path in (:tops)"
                : "select id, path from org_unit where id = :below";
        return jdbc.sql("""
                        with top as (%s), overdue as (%s)
                        select c.id unit_id, c.name, c.path,
                          max(t.id) filter (where u.id = c.id) task_id, max(t.state) filter (where u.id = c.id) state,
                          null secretary, max(t.last_activity_at) last_activity_at, count(*) tasks,
                          coalesce(sum(f.members), 0) members, coalesce(sum(f.branch_problems), 0) branch_problems,
                          coalesce(sum(f.secretary_problems), 0) secretary_problems,
                          coalesce(sum(f.member_problems), 0) member_problems, coalesce(sum(f.measures), 0) measures,
                          coalesce(sum(f.items), 0) items, coalesce(sum(f.closed_items), 0) closed,
                          coalesce(sum(f.submitted_items), 0) submitted, coalesce(sum(f.long_term_measures), 0) long_term,
                          coalesce(sum(o.overdue), 0) overdue,
                          coalesce(:today - min(o.oldest), 0) oldest_overdue
                        from top
                        join org_unit c on c.parent_id = top.id
                        join org_unit u on u.path >= c.path and u.path < left(c.path, -1) || '0'
                        join branch_task t on t.branch_id = u.id and t.campaign_id = :campaign and t.state <> 'EXEMPTED'
                        left join task_figures f on f.task_id = t.id
                        left join overdue o on o.task_id = t.id
                        where %s
                        group by c.id, c.name, c.path
                        order by overdue desc, c.path
                        """.formatted(top, overdue(scope), within.condition()))
                .param("campaign", campaignId)
                .param("today", today())
                .param("below", below)
                .param(
                        "tops",
                        scope.subtrees().stream().map(range -> range.from()).toList())
                .params(within.parameters())
                .query((row, number) -> unit(row))
                .list();
    }

    /** In which aspects the problems lie, for each kind of subject, the most first. */
    public Map<String, List<AspectCount>> aspects(long campaignId, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        List<AspectCount> counts = jdbc.sql("""
                        select case when p.subject_kind = 'COMMITTEE_MEMBER' then 'MEMBER' else p.subject_kind end subject_kind,
                          a.title aspect, count(*) problems
                        from problem p
                        join rectification_item i on i.id = p.id
                        join aspect a on a.id = p.aspect_id
                        join org_unit u on u.id = p.branch_id
                        where p.campaign_id = :campaign and i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED') and %s
                        group by 1, 2 order by 3 desc, 2
                        """.formatted(within.condition()))
                .param("campaign", campaignId)
                .params(within.parameters())
                .query(AspectCount.class)
                .list();
        Map<String, List<AspectCount>> bySubject = new LinkedHashMap<>();
        for (String kind : List.of("BRANCH", "SECRETARY", "MEMBER")) {
            bySubject.put(
                    kind,
                    counts.stream()
                            .filter(count -> count.subjectKind().name().equals(kind))
                            .toList());
        }
        return bySubject;
    }

    private static BoardRow branch(ResultSet row) throws SQLException {
        return row(row, 1);
    }

    private static BoardRow unit(ResultSet row) throws SQLException {
        return row(row, row.getLong("tasks"));
    }

    private static BoardRow row(ResultSet row, long tasks) throws SQLException {
        String state = row.getString("state");
        long task = row.getLong("task_id");
        boolean isBranch = !row.wasNull();
        OffsetDateTime activity = row.getObject("last_activity_at", OffsetDateTime.class);
        return new BoardRow(
                row.getLong("unit_id"),
                row.getString("name"),
                isBranch ? task : null,
                state == null ? null : BranchTaskState.valueOf(state),
                row.getString("secretary"),
                tasks,
                row.getLong("members"),
                row.getLong("branch_problems"),
                row.getLong("secretary_problems"),
                row.getLong("member_problems"),
                row.getLong("measures"),
                row.getLong("items"),
                row.getLong("closed"),
                row.getLong("submitted"),
                row.getLong("long_term"),
                row.getLong("overdue"),
                row.getLong("oldest_overdue"),
                activity == null ? null : activity.toInstant());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private record Condition(String where, Map<String, Object> parameters) {

        static Condition of(BranchFilter filter, BranchScope scope) {
            ScopeSql within = ScopeSql.on("u", scope);
            List<String> all = new ArrayList<>(List.of(within.condition()));
            Map<String, Object> parameters = new HashMap<>(within.parameters());
            if (filter.unit() != null) {
                all.add("u.path like (select x.path from org_unit x where x.id = :unit) || '%'");
                parameters.put("unit", filter.unit());
            }
            if (filter.state() != null) {
                all.add("t.state = :state");
                parameters.put("state", filter.state().name());
            }
            if (filter.text() != null) {
                all.add("(strpos(u.name, :text) > 0 or strpos(coalesce(s.name, ''), :text) > 0)");
                parameters.put("text", filter.text());
            }
            if (filter.overdueOnly()) {
                all.add("o.overdue > 0");
            }
            return new Condition(" and " + String.join(" and ", all), parameters);
        }
    }
}
