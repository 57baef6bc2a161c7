package org.orglife.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists accounts: all of them for the officers, those of plain members of the own branch for its secretary. */
@Service
@Transactional(readOnly = true)
public class AccountQuery {

    private static final String FROM = """
            from account a
            left join lateral (select x.branch_id from membership x where x.member_id = a.member_id
              order by x.until_on is not null, x.from_on desc, x.id desc limit 1) ms on true
            left join org_unit b on b.id = ms.branch_id
            """;

    private static final String SELECT = """
            select a.id, a.username, a.display_name, a.officer, a.state, b.name branch, a.last_sign_in_at,
              case when a.one_time and a.password_hash is not null then a.one_time_until end one_time_until,
              array(
                select ra.role from role_assignment ra
                where ra.account_id = a.id and ra.from_on <= :today and (ra.until_on is null or ra.until_on >= :today)
                union
                select case when p.assistant then 'ASSISTANT' when p.kind = 'SECRETARY' then 'SECRETARY'
                  when p.kind = 'DEPUTY_SECRETARY' then 'DEPUTY' when p.kind = 'GROUP_LEADER' then 'GROUP_LEADER'
                  else 'COMMITTEE' end
                from position p
                where p.member_id = a.member_id and p.from_on <= :today and (p.until_on is null or p.until_on >= :today)
                union
                select 'MEMBER' from membership m where m.member_id = a.member_id and m.until_on is null
              ) roles
            """ + FROM;

    /** Nobody who sits on a committee, holds a granted role or is somebody else's superior. */
    private static final String PLAIN_MEMBER = """
             and a.member_id is not null
             and exists (select 1 from membership m where m.member_id = a.member_id and m.until_on is null)
             and not exists (select 1 from role_assignment ra where ra.account_id = a.id
               and (ra.until_on is null or ra.until_on >= :today))
             and not exists (select 1 from position p where p.member_id = a.member_id
               and (p.until_on is null or p.until_on >= :today) and p.kind <> 'GROUP_LEADER' and not p.assistant)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The accounts an officer works on; nothing for anybody else. */
    public List<AccountRow> rows(AccountFilter filter, AccountSort sort, BranchScope scope, int limit, long offset) {
        Condition condition = condition(filter, scope);
        return jdbc.sql(SELECT + condition.where() + " order by " + sort.orderBy() + " limit :limit offset :offset")
                .params(condition.parameters())
                .param("today", LocalDate.now(clock))
                .param("limit", limit)
                .param("offset", offset)
                .query(AccountQuery::row)
                .list();
    }

    public long count(AccountFilter filter, BranchScope scope) {
        Condition condition = condition(filter, scope);
        return jdbc.sql("select count(*) " + FROM + condition.where())
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    /** How many accounts there are in each state, whatever the filter. */
    public Map<AccountState, Long> states(BranchScope scope) {
        Map<AccountState, Long> states = new HashMap<>();
        Condition condition = condition(AccountFilter.ALL, scope);
        jdbc.sql("select a.state, count(*) " + FROM + condition.where() + " group by a.state")
                .params(condition.parameters())
                .query((row, number) -> states.put(AccountState.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        return states;
    }

    /** One account an officer works on. */
    public Optional<AccountRow> find(long id, BranchScope scope) {
        Condition condition = condition(AccountFilter.ALL, scope);
        return jdbc.sql(SELECT + condition.where() + " and a.id = :id")
                .params(condition.parameters())
                .param("today", LocalDate.now(clock))
                .param("id", id)
                .query(AccountQuery::row)
                .optional();
    }

    /** The accounts of one opening, by branch and name. */
    public List<AccountRow> ofOpening(long openingId, BranchScope scope, int limit, long offset) {
        Condition condition = condition(AccountFilter.ALL, scope);
        return jdbc.sql(SELECT + condition.where() + " and a.opening_id = :opening order by "
                        + AccountSort.UNIT.orderBy() + " limit :limit offset :offset")
                .params(condition.parameters())
                .param("today", LocalDate.now(clock))
                .param("opening", openingId)
                .param("limit", limit)
                .param("offset", offset)
                .query(AccountQuery::row)
                .list();
    }

    /** The accounts of plain members in the units of the scope: those whose password a secretary may replace. */
    public List<AccountRow> plainMembers(BranchScope scope, int limit) {
        ScopeSql within = ScopeSql.on("b", scope);
        return jdbc.sql(SELECT + " where " + within.condition() + PLAIN_MEMBER
                        + " order by a.display_name collate zh_pinyin, a.id limit :limit")
                .params(within.parameters())
                .param("today", LocalDate.now(clock))
                .param("limit", limit)
                .query(AccountQuery::row)
                .list();
    }

    /** Whether the account is one of {@link #plainMembers}. */
    boolean isPlainMember(long accountId, BranchScope scope) {
        ScopeSql within = ScopeSql.on("b", scope);
        return jdbc.sql("select exists (select 1 " + FROM + " where " + within.condition() + PLAIN_MEMBER
                        + " and a.id = :id)")
                .params(within.parameters())
                .param("today", LocalDate.now(clock))
                .param("id", accountId)
                .query(Boolean.class)
                .single();
    }

    /** Whether an officer may work on the account. */
    boolean isWithin(long accountId, BranchScope scope) {
        Condition condition = condition(AccountFilter.ALL, scope);
        return jdbc.sql("select exists (select 1 " + FROM + condition.where() + " and a.id = :id)")
                .params(condition.parameters())
                .param("id", accountId)
                .query(Boolean.class)
                .single();
    }

    /** User names in use that are one of these, or one of these with a number behind it. */
    List<String> takenUsernames(List<String> stems) {
        return stems.isEmpty()
                ? List.of()
                : jdbc.sql("select username from account where regexp_replace(username, '[0-9]+$', '') in (:stems)")
                        .param("stems", stems)
                        .query(String.class)
                        .list();
    }

    private record Condition(String where, Map<String, Object> parameters) {}

    private static Condition condition(AccountFilter filter, BranchScope scope) {
        ScopeSql within = ScopeSql.on("b", scope);
        Map<String, Object> parameters = new HashMap<>(within.parameters());
        List<String> all = new ArrayList<>();
        // Those who are enrolled nowhere belong to no unit; only officers see them.
        all.add(scope.role().isOfficer() ? "(a.member_id is null or " + within.condition() + ")" : "false");
        if (filter.text() != null) {
            all.add("(strpos(a.display_name, :text) > 0 or strpos(a.username, lower(:text)) > 0"
                    + " or strpos(b.name, :text) > 0)");
            parameters.put("text", filter.text());
        }
        if (filter.state() != null) {
            all.add("a.state = :state");
            parameters.put("state", filter.state().name());
        }
        return new Condition(" where " + String.join(" and ", all), parameters);
    }

    private static AccountRow row(ResultSet row, int number) throws SQLException {
        return new AccountRow(
                row.getLong("id"),
                row.getString("username"),
                row.getString("display_name"),
                row.getBoolean("officer"),
                AccountState.valueOf(row.getString("state")),
                row.getString("branch"),
                roles(row.getArray("roles")),
                instant(row, "one_time_until"),
                instant(row, "last_sign_in_at"));
    }

    private static List<Role> roles(Array names) throws SQLException {
        return Stream.of((String[]) names.getArray())
                .map(Role::valueOf)
                .sorted()
                .toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
