package org.orglife.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists members in one statement, sorted by the collation that only the database knows. */
@Component
class MemberQuery {

    private final JdbcClient jdbc;

    MemberQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MemberRow> rows(MemberFilter filter, MemberSort sort, BranchScope scope, int limit, long offset) {
        Condition condition = Condition.of(filter, scope);
        return jdbc.sql(select(filter) + condition.where() + " order by " + sort.orderBy()
                        + " limit :limit offset :offset")
                .params(condition.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query(MemberQuery::row)
                .list();
    }

    /** All rows as they come; to be read within the transaction and closed. */
    Stream<MemberRow> stream(MemberFilter filter, MemberSort sort, BranchScope scope) {
        Condition condition = Condition.of(filter, scope);
        return jdbc
                .sql(select(filter) + condition.where() + " order by " + sort.orderBy())
                .withFetchSize(500)
                .params(condition.parameters())
                .query(MemberQuery::row)
                .stream();
    }

    long count(MemberFilter filter, BranchScope scope) {
        Condition condition = Condition.of(filter, scope);
        return jdbc.sql("select count(*) " + from(filter) + condition.where())
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    private static String select(MemberFilter filter) {
        return """
                select m.id, m.code, m.name, m.gender, m.born_on, m.kind, m.standing, m.leader, m.retired, m.mobile,
                  m.care, m.abroad, m.joined_on, m.full_on, u.id branch_id, u.name branch, g.name group_name,
                  ms.until_on, ms.end_reason, seat.kinds seats, coalesce(seat.rank, 99) seat_rank,
                  exists (select 1 from membership x join member y on y.id = x.member_id
                    where x.branch_id = ms.branch_id and x.until_on is null and y.id <> m.id and y.name = m.name) namesake
                """ + from(filter);
    }

    private static String from(MemberFilter filter) {
        // Of those who left, the last enrolment counts.
        String enrolment = filter.left()
                ? """
                  from member m
                  join lateral (select * from membership x where x.member_id = m.id
                    order by x.from_on desc, x.id desc limit 1) ms on ms.until_on is not null
                  """
                : "from member m join membership ms on ms.member_id = m.id and ms.until_on is null\n";
        return enrolment + """
                join org_unit u on u.id = ms.branch_id
                left join org_unit g on g.id = ms.group_id
                left join lateral (
                  select string_agg(p.kind || coalesce(' ' || p.title, ''), E'\n' order by s.rank, p.id) kinds, min(s.rank) rank
                  from position p
                  join unnest(array['SECRETARY', 'DEPUTY_SECRETARY', 'ORGANISATION', 'PUBLICITY', 'DISCIPLINE', 'OTHER',
                    'GROUP_LEADER']) with ordinality s(kind, rank) on s.kind = p.kind
                  where p.member_id = m.id and p.until_on is null and not p.assistant) seat on true
                """;
    }

    private static MemberRow row(ResultSet row, int number) throws SQLException {
        return new MemberRow(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("gender") == null ? null : Gender.valueOf(row.getString("gender")),
                row.getObject("born_on", LocalDate.class),
                MemberKind.valueOf(row.getString("kind")),
                Standing.valueOf(row.getString("standing")),
                flags(row),
                row.getObject("joined_on", LocalDate.class),
                row.getObject("full_on", LocalDate.class),
                row.getLong("branch_id"),
                row.getString("branch"),
                row.getString("group_name"),
                seats(row.getString("seats")),
                row.getBoolean("namesake"),
                row.getObject("until_on", LocalDate.class),
                row.getString("end_reason") == null ? null : MembershipEnd.valueOf(row.getString("end_reason")));
    }

    private static Set<MemberFlag> flags(ResultSet row) throws SQLException {
        Set<MemberFlag> flags = EnumSet.noneOf(MemberFlag.class);
        for (MemberFlag flag : MemberFlag.values()) {
            if (row.getBoolean(column(flag))) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private static String column(MemberFlag flag) {
        return flag.name().toLowerCase(Locale.ROOT);
    }

    private static List<HeldSeat> seats(@Nullable String written) {
        return written == null
                ? List.of()
                : written.lines().map(HeldSeat::parse).toList();
    }

    private record Condition(String where, Map<String, Object> parameters) {

        static Condition of(MemberFilter filter, BranchScope scope) {
            ScopeSql within = ScopeSql.on("u", scope);
            List<String> all = new ArrayList<>(List.of(within.condition()));
            Map<String, Object> parameters = new HashMap<>(within.parameters());
            if (filter.unit() != null) {
                all.add("(g.id = :unit or u.path like (select path from org_unit where id = :unit) || '%')");
                parameters.put("unit", filter.unit());
            }
            if (filter.kind() != null) {
                all.add("m.kind = :kind");
                parameters.put("kind", filter.kind().name());
            }
            if (filter.standing() != null) {
                all.add("m.standing = :standing");
                parameters.put("standing", filter.standing().name());
            }
            if (filter.flag() != null) {
                all.add("m." + column(filter.flag()));
            }
            if (filter.text() != null) {
                all.add("(strpos(m.name, :text) > 0 or strpos(m.name_initials, lower(:text)) > 0)");
                parameters.put("text", filter.text());
            }
            return new Condition(" where " + String.join(" and ", all), parameters);
        }
    }
}
