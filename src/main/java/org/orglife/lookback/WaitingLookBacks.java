package org.orglife.lookback;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which look backs wait for whoever is signed in. */
@Component
@Transactional(readOnly = true)
public class WaitingLookBacks {

    /** A branch is asked to look back so many months after it struck its first item off (domain 2.8). */
    private static final int FROM_MONTHS = 1;

    /** It is late after so many. */
    private static final int UNTIL_MONTHS = 3;

    /** What was struck off longer ago is not asked about: ledgers of former years are entered, too. */
    private static final int FORGOTTEN_MONTHS = 12;

    private static final String SQL = """
            select case when o.missing > 0 then 'INSPECT' else 'FINISH' end need, r.id, u.name branch, c.title campaign,
              r.number, r.planned_on due_on, o.missing items
            from look_back_round r
            join branch_task t on t.id = r.task_id
            join campaign c on c.id = t.campaign_id
            join org_unit u on u.id = r.branch_id
            cross join lateral (
              select count(*) missing,
                count(*) filter (where (p.subject_kind = 'BRANCH' or :sits) and p.subject_member_id is distinct from :me
                  and not exists (select 1 from measure m where m.item_id = i.id and m.owner_id = :me)) mine
              from look_back_result x
              join rectification_item i on i.id = x.item_id
              join problem p on p.id = i.id
              where x.round_id = r.id and x.finding is null and i.state = 'CLOSED') o
            where r.state in ('PLANNED', 'RUNNING') and r.planned_on <= :today
              and t.state not in ('DONE', 'EXEMPTED') and %1$s
              and case when r.by_office then :office and r.unit_id = :unit
                else :leads or (o.mine > 0 and not :office and exists (
                  select 1 from look_back_inspector s where s.round_id = r.id and s.member_id = :me)) end
            union all
            select 'DRAW', t.id, u.name, c.title, 0, (d.first_on + make_interval(months => :until))::date, d.items
            from (
              select i.task_id, min(i.closed_on) first_on, count(*) items
              from rectification_item i join org_unit u on u.id = i.branch_id
              where :leads and i.state = 'CLOSED' and i.closed_on >= :forgotten and %1$s
                and not exists (
                  select 1 from look_back_round r where r.task_id = i.task_id
                    and (r.state in ('PLANNED', 'RUNNING') or (r.state = 'FINISHED' and r.drawn_on >= i.closed_on)))
              group by i.task_id) d
            join branch_task t on t.id = d.task_id
            join campaign c on c.id = t.campaign_id
            join org_unit u on u.id = t.branch_id
            where d.first_on <= :from and t.state not in ('DONE', 'EXEMPTED')
            order by due_on, id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingLookBacks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What waits, in one statement: rounds whose day has come for who keeps them and who looks; and for the secretary a
     * round to be drawn, a month after the first item was struck off that none was drawn for since.
     *
     * @param unitId where the caller acts
     */
    public List<WaitingLookBack> of(@Nullable Long unitId, BranchScope scope) {
        boolean office = scope.role() == Role.PARTY_OFFICE;
        if (!office && (scope.role().isSuperior() || scope.role().isOfficer())) {
            return List.of();
        }
        ScopeSql within = ScopeSql.on("u", scope);
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql(SQL.formatted(within.condition()))
                .params(within.parameters())
                .param("me", scope.memberId() == null ? -1L : scope.memberId())
                .param("sits", scope.role().sitsOnCommittee())
                .param("leads", scope.role().leadsBranch())
                .param("office", office)
                .param("unit", unitId, Types.BIGINT)
                .param("today", today)
                .param("from", today.minusMonths(FROM_MONTHS))
                .param("forgotten", today.minusMonths(FORGOTTEN_MONTHS))
                .param("until", UNTIL_MONTHS)
                .query(WaitingLookBack.class)
                .list();
    }
}
