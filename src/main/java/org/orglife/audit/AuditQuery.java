package org.orglife.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the trail, for the auditor alone. */
@Service
@Transactional(readOnly = true)
public class AuditQuery {

    /** Nobody reads farther than that; counting on would only take time. */
    private static final int MOST_COUNTED = 10_001;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The latest first. An entry that named no label shows the unit's or the campaign's present name. */
    public List<AuditRow> rows(AuditFilter filter, BranchScope scope, int limit, long offset) {
        Condition condition = condition(filter, scope);
        return jdbc.sql("""
                        select e.*, u.name unit, coalesce(e.object_label, o.name, c.title) label
                        from audit_entry e
                        left join org_unit u on u.id = e.unit_id
                        left join org_unit o on e.object_type = 'OrgUnit' and o.id::text = e.object_id
                        left join campaign c on e.object_type = 'Campaign' and c.id::text = e.object_id
                        """ + condition.where() + " order by e.id desc limit :limit offset :offset")
                .params(condition.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query(AuditQuery::row)
                .list();
    }

    /** How many there are, counted up to 10,001. */
    public long count(AuditFilter filter, BranchScope scope) {
        Condition condition = condition(filter, scope);
        return jdbc.sql("select count(*) from (select 1 from audit_entry e " + condition.where()
                        + " limit :most) counted")
                .params(condition.parameters())
                .param("most", MOST_COUNTED)
                .query(Long.class)
                .single();
    }

    /** The actions there are in the trail. */
    public List<String> actions(BranchScope scope) {
        return distinct("action", scope);
    }

    /** The types of objects there are in the trail. */
    public List<String> types(BranchScope scope) {
        return distinct("object_type", scope);
    }

    /** Steps from one value of an index to the next, which takes as many steps as there are values, not entries. */
    private List<String> distinct(String column, BranchScope scope) {
        return scope.role() != Role.AUDIT_ADMIN
                ? List.of()
                : jdbc.sql("""
                                with recursive step as (
                                  (select %1$s value from audit_entry order by %1$s limit 1)
                                  union all
                                  select (select %1$s from audit_entry where %1$s > step.value order by %1$s limit 1)
                                  from step where step.value is not null)
                                select value from step where value is not null
                                """.formatted(column)).query(String.class).list();
    }

    private record Condition(String where, Map<String, Object> parameters) {}

    private Condition condition(AuditFilter filter, BranchScope scope) {
        List<String> all = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        all.add(scope.role() == Role.AUDIT_ADMIN ? "true" : "false");
        if (filter.who() != null) {
            all.add("strpos(e.actor_name, :who) > 0");
            parameters.put("who", filter.who());
        }
        if (filter.what() != null) {
            all.add("(strpos(e.object_label, :what) > 0 or e.object_id = :what)");
            parameters.put("what", filter.what());
        }
        if (filter.action() != null) {
            all.add("e.action = :action");
            parameters.put("action", filter.action());
        }
        if (filter.type() != null) {
            all.add("e.object_type = :type");
            parameters.put("type", filter.type());
        }
        if (filter.from() != null) {
            all.add("e.at >= :from");
            parameters.put("from", startOf(filter.from()));
        }
        if (filter.until() != null) {
            all.add("e.at < :until");
            parameters.put("until", startOf(filter.until().plusDays(1)));
        }
        if (filter.refusedOnly()) {
            all.add("not e.succeeded");
        }
        return new Condition(" where " + String.join(" and ", all), parameters);
    }

    private OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private static AuditRow row(ResultSet row, int number) throws SQLException {
        String role = row.getString("role");
        return new AuditRow(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor_name"),
                role == null ? null : Role.valueOf(role),
                row.getString("unit"),
                row.getString("address"),
                row.getString("action"),
                row.getString("object_type"),
                row.getString("object_id"),
                row.getString("label"),
                List.of((String[]) row.getArray("fields").getArray()),
                row.getBoolean("succeeded"));
    }
}
