package org.orglife.routine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the branches of a scope have recorded in a year, as counts in the order of the tree: there is no order by number,
 * and no rank.
 */
@Service
@Transactional(readOnly = true)
public class RoutineBoards {

    private final RoutineProperties properties;
    private final JdbcClient jdbc;
    private final Clock clock;

    RoutineBoards(RoutineProperties properties, JdbcClient jdbc, Clock clock) {
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Which branches.
     *
     * @param unit unit above them; null for the whole scope
     * @param text part of the name or its initials; null for any
     */
    public record Filter(
            int year, @Nullable Long unit, @Nullable String text) {}

    /** A page of branches. */
    public List<RoutineBoardRow> rows(Filter filter, BranchScope scope, int limit, long offset) {
        return statement(filter, scope, limit, offset).query(RoutineBoards::row).list();
    }

    /** All of them as they come; to be read within the transaction and closed. */
    Stream<RoutineBoardRow> stream(Filter filter, BranchScope scope) {
        return statement(filter, scope, Integer.MAX_VALUE, 0).query(RoutineBoards::row).stream();
    }

    public long count(Filter filter, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("select count(*) from org_unit u where " + where(within))
                .params(parameters(filter, within))
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec statement(Filter filter, BranchScope scope, int limit, long offset) {
        ScopeSql within = ScopeSql.on("u", scope);
        String counts = Arrays.stream(RoutineKind.values()).map(this::counted).collect(Collectors.joining(", "));
        return jdbc.sql("""
                        with page as (select u.id, u.name, u.path from org_unit u where %s order by u.path limit :limit offset :offset)
                        select p.id, p.name, %s committee,
                          exists (select 1 from org_unit g where g.parent_id = p.id and g.kind = 'GROUP' and g.dissolved_on is null) grouped,
                          (select count(distinct h.task_id) from held_meeting h join branch_task t on t.id = h.task_id
                            join campaign c on c.id = t.campaign_id
                            where h.branch_id = p.id and c.year = :year and h.phase in ('RECORD_OPEN', 'RECORD_SIGNED')) yearly,
                          %s
                        from page p left join routine_meeting r
                          on r.branch_id = p.id and %s and r.held_on between :from and :until
                        group by p.id, p.name, p.path order by p.path
                        """.formatted(
                        where(within), RoutinePeople.committeeOf("p.id", ":day"), counts, RoutineState.held("r")))
                .params(parameters(filter, within))
                .param("day", day(filter.year()))
                .param("limit", limit)
                .param("offset", offset);
    }

    private String counted(RoutineKind kind) {
        return """
                count(*) filter (where '%1$s' = any (r.kinds)) k_%1$s,
                count(distinct (extract(month from r.held_on)::int - 1) / %2$d) filter (where '%1$s' = any (r.kinds)) k_%1$s_periods
                """.formatted(kind.name(), properties.every(kind).months());
    }

    private static String where(ScopeSql within) {
        return "u.kind = 'BRANCH' and (u.dissolved_on is null or u.dissolved_on >= :from)"
                + " and (u.founded_on is null or u.founded_on <= :until) and " + within.condition()
                + " and (:unit::bigint is null or exists (select 1 from org_unit above"
                + " where above.id = :unit and u.path like above.path || '%'))"
                + " and (:text::text is null or strpos(u.name, :text) > 0 or strpos(u.name_initials, lower(:text)) > 0)";
    }

    private static Map<String, @Nullable Object> parameters(Filter filter, ScopeSql within) {
        Map<String, @Nullable Object> all = new HashMap<>(within.parameters());
        all.put("year", filter.year());
        all.put("from", LocalDate.of(filter.year(), 1, 1));
        all.put("until", LocalDate.of(filter.year(), 12, 31));
        all.put("unit", filter.unit());
        all.put("text", filter.text());
        return all;
    }

    /** The day at which it is asked whether there is a committee. */
    private LocalDate day(int year) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = LocalDate.of(year, 12, 31);
        return last.isAfter(today) ? today : last;
    }

    private static RoutineBoardRow row(ResultSet row, int number) throws SQLException {
        Map<RoutineKind, RoutineBoardRow.Count> counts = new EnumMap<>(RoutineKind.class);
        for (RoutineKind kind : RoutineKind.values()) {
            counts.put(
                    kind,
                    new RoutineBoardRow.Count(
                            row.getInt("k_" + kind.name()), row.getInt("k_" + kind.name() + "_periods")));
        }
        return new RoutineBoardRow(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("committee"),
                row.getBoolean("grouped"),
                counts,
                row.getInt("yearly"));
    }
}
