package org.orglife.routine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.orglife.shared.LateEntry;
import org.orglife.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists the meetings of a branch. */
@Component
@Transactional(readOnly = true)
public class RoutineQuery {

    private final JdbcClient jdbc;
    private final RoutineAccess access;
    private final Clock clock;

    RoutineQuery(JdbcClient jdbc, RoutineAccess access, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /** The meetings of a branch that meet the filter, the latest day first; none outside the scope. */
    public List<RoutineRow> rows(long branchId, RoutineFilter filter, BranchScope scope, int limit, long offset) {
        Condition condition = Condition.of(branchId, filter, scope);
        return jdbc.sql("""
                        select r.id, %s kinds, g.name group_name, r.held_on, r.starts_at, r.place, r.topics, r.state, %s late,
                          (select count(*) from routine_attendance a where a.meeting_id = r.id and a.present) present,
                          (select count(*) from routine_attendance a where a.meeting_id = r.id) expected
                        from routine_meeting r join org_unit u on u.id = r.branch_id left join org_unit g on g.id = r.group_id
                        where %s
                        order by r.held_on desc, r.starts_at desc nulls last, r.id desc limit :limit offset :offset
                        """.formatted(
                                RoutineKind.written("r"),
                                "coalesce(" + LateEntry.condition("r.held_on", "r.recorded_on") + ", false)",
                                condition.where()))
                .params(condition.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query(RoutineQuery::row)
                .list();
    }

    public long count(long branchId, RoutineFilter filter, BranchScope scope) {
        Condition condition = Condition.of(branchId, filter, scope);
        return jdbc.sql("select count(*) from routine_meeting r join org_unit u on u.id = r.branch_id where "
                        + condition.where())
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    /** Meetings of a branch that took place in a year, by day: what other records may refer to. */
    public List<RoutineReference> held(long branchId, int year, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select r.id, r.held_on, %s kinds, r.group_id
                        from routine_meeting r join org_unit u on u.id = r.branch_id
                        where r.branch_id = :branch and %s and r.held_on between :from and :until and %s
                        order by r.held_on, r.id
                        """.formatted(RoutineKind.written("r"), RoutineState.held("r"), within.condition()))
                .param("branch", branchId)
                .param("from", LocalDate.of(year, 1, 1))
                .param("until", LocalDate.of(year, 12, 31))
                .params(within.parameters())
                .query((row, number) -> new RoutineReference(
                        row.getLong("id"),
                        row.getObject("held_on", LocalDate.class),
                        RoutineKind.read(row.getString("kinds")),
                        row.getObject("group_id", Long.class)))
                .list();
    }

    /** Planned meetings of today and before that whoever acts has to write down. */
    public List<WaitingRoutine> waiting(@Nullable Long branchId, BranchScope scope) {
        if (branchId == null || !access.writesSome(scope)) {
            return List.of();
        }
        ScopeSql within = ScopeSql.on("u", scope);
        boolean leader = scope.role() == Role.GROUP_LEADER;
        return jdbc.sql("""
                        select r.id, %s kinds, r.held_on from routine_meeting r join org_unit u on u.id = r.branch_id
                        where r.branch_id = :branch and r.state in ('PLANNED', 'NOTIFIED') and r.held_on <= :today and %s
                          and (not :leader or r.group_id = any (:groups))
                        order by r.held_on, r.id
                        """.formatted(RoutineKind.written("r"), within.condition()))
                .param("branch", branchId)
                .param("today", LocalDate.now(clock))
                .param("leader", leader)
                .param("groups", access.led(scope).toArray(Long[]::new))
                .params(within.parameters())
                .query((row, number) -> new WaitingRoutine(
                        row.getLong("id"),
                        RoutineKind.read(row.getString("kinds")),
                        row.getObject("held_on", LocalDate.class)))
                .list();
    }

    private static RoutineRow row(ResultSet row, int number) throws SQLException {
        return new RoutineRow(
                row.getLong("id"),
                RoutineKind.read(row.getString("kinds")),
                row.getString("group_name"),
                row.getObject("held_on", LocalDate.class),
                row.getObject("starts_at", LocalTime.class),
                row.getString("place"),
                row.getString("topics"),
                RoutineState.valueOf(row.getString("state")),
                row.getBoolean("late"),
                row.getInt("present"),
                row.getInt("expected"));
    }

    private record Condition(String where, Map<String, Object> parameters) {

        static Condition of(long branchId, RoutineFilter filter, BranchScope scope) {
            ScopeSql within = ScopeSql.on("u", scope);
            List<String> all = new ArrayList<>(
                    List.of("r.branch_id = :branch", "r.held_on between :from and :until", within.condition()));
            Map<String, Object> parameters = new HashMap<>(within.parameters());
            parameters.put("branch", branchId);
            parameters.put("from", LocalDate.of(filter.year(), 1, 1));
            parameters.put("until", LocalDate.of(filter.year(), 12, 31));
            if (filter.kind() != null) {
                all.add(":kind = any (r.kinds)");
                parameters.put("kind", filter.kind().name());
            }
            if (filter.state() != null) {
                all.add("r.state = :state");
                parameters.put("state", filter.state().name());
            }
            if (filter.text() != null) {
                all.add("(strpos(r.topics, :text) > 0 or strpos(coalesce(r.place, ''), :text) > 0"
                        + " or strpos(coalesce(r.lecturer, ''), :text) > 0)");
                parameters.put("text", filter.text());
            }
            return new Condition(String.join(" and ", all), Map.copyOf(parameters));
        }
    }
}
