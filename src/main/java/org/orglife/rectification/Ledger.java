package org.orglife.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 整改台账: the rows of all items as views, totals and streams. Who may read what is part of every query. */
@Service
@Transactional(readOnly = true)
public class Ledger {

    private final LedgerQuery query;
    private final JdbcClient jdbc;
    private final Clock clock;

    Ledger(LedgerQuery query, JdbcClient jdbc, Clock clock) {
        this.query = query;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public LedgerTotals totals(LedgerFilter filter, BranchScope scope) {
        return query.totals(filter, scope, today());
    }

    /** 问题清单. */
    public List<LedgerRow> problems(LedgerFilter filter, LedgerSort sort, BranchScope scope, int limit, long offset) {
        return query.problems(filter, sort, scope, today(), limit, offset);
    }

    /** What stands above the rows of each branch on a page, by branch. */
    public Map<Long, BranchBand> bands(LedgerFilter filter, BranchScope scope, List<LedgerRow> rows) {
        List<Long> branches = rows.stream().map(LedgerRow::branchId).distinct().toList();
        Map<Long, BranchBand> bands = new LinkedHashMap<>();
        if (!branches.isEmpty()) {
            query.bands(filter, scope, today(), branches).forEach(band -> bands.put(band.branchId(), band));
        }
        return bands;
    }

    /** 措施清单. */
    public List<LedgerLine> measures(LedgerFilter filter, BranchScope scope, int limit, long offset) {
        return query.measures(filter, scope, today(), limit, offset);
    }

    /** 责任清单: owners of one page, each with all he answers for. */
    public List<OwnerRow> responsibilities(LedgerFilter filter, BranchScope scope, int limit, long offset) {
        Map<Long, List<LedgerLine>> byOwner = new LinkedHashMap<>();
        for (LedgerLine duty : query.duties(filter, scope, today(), limit, offset)) {
            LedgerMeasure measure = duty.measure();
            if (measure != null) {
                byOwner.computeIfAbsent(measure.ownerId(), id -> new ArrayList<>())
                        .add(duty);
            }
        }
        Map<Long, PositionKind> seats = seats(byOwner.keySet().stream().toList());
        return byOwner.entrySet().stream()
                .map(owner -> ownerRow(owner.getKey(), owner.getValue(), seats))
                .toList();
    }

    private static OwnerRow ownerRow(long member, List<LedgerLine> duties, Map<Long, PositionKind> seats) {
        LedgerLine first = duties.get(0);
        String name = first.measure() == null ? "" : first.measure().owner();
        return new OwnerRow(member, name, first.problem().branch(), seats.get(member), duties);
    }

    private Map<Long, PositionKind> seats(List<Long> members) {
        if (members.isEmpty()) {
            return Map.of();
        }
        Map<Long, PositionKind> seats = new LinkedHashMap<>();
        jdbc.sql("""
                        select member_id, kind from position
                        where member_id in (:members) and until_on is null and not assistant and kind <> 'GROUP_LEADER'
                        """)
                .param("members", members)
                .query((row, number) -> seats.merge(
                        row.getLong(1),
                        PositionKind.valueOf(row.getString(2)),
                        (one, two) -> one.compareTo(two) <= 0 ? one : two))
                .list();
        return seats;
    }

    /** Personal items of each branch as counts; branches without any are listed with zeros. */
    public List<PersonalCount> personalCounts(long campaignId, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select u.id branch_id, u.name branch,
                          (select count(*) from membership ms where ms.branch_id = u.id and ms.until_on is null) members,
                          coalesce(x.members_with_list, 0) members_with_list,
                          coalesce(x.secretary_problems, 0) secretary_problems,
                          coalesce(x.member_problems, 0) member_problems,
                          coalesce(x.measures, 0) measures, coalesce(x.closed, 0) closed
                        from branch_task t
                        join org_unit u on u.id = t.branch_id
                        left join lateral (
                          select count(distinct p.subject_member_id) members_with_list,
                            count(*) filter (where p.subject_kind = 'SECRETARY') secretary_problems,
                            count(*) filter (where p.subject_kind in ('MEMBER', 'COMMITTEE_MEMBER')) member_problems,
                            sum((select count(*) from measure m where m.item_id = p.id)) measures,
                            count(*) filter (where i.state = 'CLOSED') closed
                          from problem p join rectification_item i on i.id = p.id
                          where p.task_id = t.id and p.subject_kind <> 'BRANCH' and i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED')) x on true
                        where t.campaign_id = :campaign and t.state <> 'EXEMPTED' and %s
                        order by u.path
                        """.formatted(within.condition()))
                .param("campaign", campaignId)
                .params(within.parameters())
                .query(PersonalCount.class)
                .list();
    }

    /** Titles of the aspects of a campaign that reaches the scope, the branch's set first. */
    public List<String> aspects(long campaignId, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc
                .sql("""
                        select a.title from aspect a
                        where a.campaign_id = :campaign and exists (
                          select 1 from branch_task t join org_unit u on u.id = t.branch_id
                          where t.campaign_id = a.campaign_id and %s)
                        order by a.subject = 'MEMBER', a.position
                        """.formatted(within.condition()))
                .param("campaign", campaignId)
                .params(within.parameters())
                .query(String.class)
                .list()
                .stream()
                .distinct()
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
