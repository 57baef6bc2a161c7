package org.orglife.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists granted roles for the security officer. */
@Service
@Transactional(readOnly = true)
public class RoleQuery {

    private static final String FROM = """
            from role_assignment ra
            join account a on a.id = ra.account_id
            left join org_unit u on u.id = ra.unit_id
            left join account g on g.id = ra.granted_by
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RoleQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Officers first, then by unit and name; those that ended, the latest first. */
    public List<RoleRow> rows(RoleFilter filter, BranchScope scope, int limit, long offset) {
        Condition condition = condition(filter, scope);
        String order = filter.past()
                ? "ra.until_on desc, ra.id desc"
                : "u.path nulls first, ra.role, a.display_name collate zh_pinyin, ra.id";
        return jdbc.sql("""
                        select ra.id, a.id account_id, a.display_name name, a.username, ra.role, u.name unit, ra.from_on,
                          ra.until_on, g.display_name granted_by
                        """ + FROM + condition.where() + " order by " + order + " limit :limit offset :offset")
                .params(condition.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query(RoleRow.class)
                .list();
    }

    public long count(RoleFilter filter, BranchScope scope) {
        Condition condition = condition(filter, scope);
        return jdbc.sql("select count(*) " + FROM + condition.where())
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    private record Condition(String where, Map<String, Object> parameters) {}

    private Condition condition(RoleFilter filter, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        Map<String, Object> parameters = new HashMap<>(within.parameters());
        List<String> all = new ArrayList<>();
        all.add(scope.role() == Role.SEC_ADMIN ? "(ra.officer or " + within.condition() + ")" : "false");
        all.add(
                filter.past()
                        ? "ra.until_on < :today and ra.until_on >= ra.from_on"
                        : "(ra.until_on is null or ra.until_on >= :today)");
        parameters.put("today", LocalDate.now(clock));
        if (filter.role() != null) {
            all.add("ra.role = :role");
            parameters.put("role", filter.role().name());
        }
        if (filter.text() != null) {
            all.add("(strpos(a.display_name, :text) > 0 or strpos(a.username, lower(:text)) > 0"
                    + " or strpos(u.name, :text) > 0)");
            parameters.put("text", filter.text());
        }
        return new Condition(" where " + String.join(" and ", all), parameters);
    }
}
