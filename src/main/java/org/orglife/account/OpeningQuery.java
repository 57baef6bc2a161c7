package org.orglife.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists openings, and the members for whom there may be one. */
@Service
@Transactional(readOnly = true)
public class OpeningQuery {

    private static final String SELECT = """
            select o.id, u.name unit, o.state, o.accounts,
              (select count(*) from account a
                where a.opening_id = o.id and a.state = 'ACTIVE' and a.last_sign_in_at is null)::int waiting_for_slip,
              case when o.accounts = 1 then (select a.display_name from account a where a.opening_id = o.id) end "only",
              r.display_name requested_by, o.requested_at, d.display_name decided_by, o.decided_at
            from account_opening o
            join org_unit u on u.id = o.unit_id
            join account r on r.id = o.requested_by
            left join account d on d.id = o.decided_by
            where\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    OpeningQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that wait first, then the latest. */
    public List<OpeningRow> rows(BranchScope scope, int limit, long offset) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql(SELECT + within.condition()
                        + " order by o.state <> 'REQUESTED', o.id desc limit :limit offset :offset")
                .params(within.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query(OpeningRow.class)
                .list();
    }

    public long count(BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("select count(*) from account_opening o join org_unit u on u.id = o.unit_id where "
                        + within.condition())
                .params(within.parameters())
                .query(Long.class)
                .single();
    }

    /** How many wait for approval. */
    public long countRequested(BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("select count(*) from account_opening o join org_unit u on u.id = o.unit_id"
                        + " where o.state = 'REQUESTED' and " + within.condition())
                .params(within.parameters())
                .query(Long.class)
                .single();
    }

    public Optional<OpeningRow> find(long id, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql(SELECT + within.condition() + " and o.id = :id")
                .params(within.parameters())
                .param("id", id)
                .query(OpeningRow.class)
                .optional();
    }

    /**
     * Members enrolled in the unit or below it who have no account, by branch and name.
     *
     * @param seatedOnly only those who hold a seat today
     */
    public List<Candidate> candidates(long unitId, boolean seatedOnly, BranchScope scope, int limit) {
        ScopeSql within = ScopeSql.on("b", scope);
        return jdbc.sql("""
                        select * from (
                          select m.id member_id, m.name, b.id branch_id, b.name branch, b.path, m.code,
                            exists (select 1 from position p where p.member_id = m.id and p.from_on <= :today
                              and (p.until_on is null or p.until_on >= :today)) seated
                          from membership ms
                          join member m on m.id = ms.member_id
                          join org_unit b on b.id = ms.branch_id
                          where ms.until_on is null and %s
                            and b.path like (select u.path from org_unit u where u.id = :unit) || '%%'
                            and not exists (select 1 from account a where a.member_id = m.id)) candidate
                        where seated or not :seatedOnly
                        order by path, name collate zh_pinyin, member_id limit :limit
                        """.formatted(within.condition()))
                .params(within.parameters())
                .param("unit", unitId)
                .param("today", LocalDate.now(clock))
                .param("seatedOnly", seatedOnly)
                .param("limit", limit)
                .query(Candidate.class)
                .list();
    }
}
