package org.orglife.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the ledger asks of whoever is signed in. */
@Service
@Transactional(readOnly = true)
public class WaitingItems {

    /** Measures whose date is so near are to be reported on, days. */
    private static final int NEAR = 14;

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Items on which the caller himself has to do the next thing: plan measures for his own problem, report on a measure
     * that is due, or of which a result is expected, within {@value #NEAR} days, hand in what is done, mend what was sent back. The earliest date first.
     */
    public List<WaitingItem> own(BranchScope scope) {
        if (scope.memberId() == null) {
            return List.of();
        }
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        with mine as (
                          select id item_id from problem where subject_member_id = :me
                          union select item_id from measure where owner_id = :me),
                        open as (
                          select p.id, p.number, u.name branch, p.text, i.state,
                            min(coalesce(m.due_on, m.next_stage_on)) filter (
                              where (m.done_on is null or m.track = 'LONG_TERM') and m.owner_id = :me) due_on,
                            coalesce(bool_and(m.done_on is not null), false) and coalesce(bool_or(m.owner_id = :me), false) hand_in_only
                          from mine join problem p on p.id = mine.item_id
                          join rectification_item i on i.id = p.id
                          join branch_task t on t.id = p.task_id
                          join org_unit u on u.id = p.branch_id
                          left join measure m on m.item_id = p.id
                          where i.state in ('CLAIMED', 'PLANNED', 'IN_PROGRESS', 'RETURNED', 'REOPENED')
                            and t.state not in ('DONE', 'EXEMPTED') and %s
                            and (i.state <> 'CLAIMED' or p.subject_member_id = :me)
                          group by p.id, u.id, i.id)
                        select * from open
                        where state in ('CLAIMED', 'RETURNED', 'REOPENED') or due_on <= :near or (hand_in_only and state = 'IN_PROGRESS')
                        order by due_on nulls last, number
                        """.formatted(within.condition()))
                .params(within.parameters())
                .param("me", scope.memberId())
                .param("near", LocalDate.now(clock).plusDays(NEAR))
                .query(WaitingItem.class)
                .list();
    }

    /**
     * The work on items of others, by campaign, the newest first: for the committee and its helpers in their branch, for
     * the office in its subtree.
     */
    public List<WaitingWork> work(BranchScope scope) {
        boolean branch = scope.role().worksForBranch();
        if (!branch && scope.role() != Role.PARTY_OFFICE) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        return branch ? inBranch(scope, today) : inOffice(scope);
    }

    private List<WaitingWork> inBranch(BranchScope scope, LocalDate today) {
        LedgerCondition seen = LedgerCondition.open(scope);
        return jdbc.sql("""
                        select c.id campaign_id, c.title campaign,
                          count(*) filter (where i.state = 'CLAIMED' and p.subject_kind = 'BRANCH') to_plan,
                          count(*) filter (where %s) to_review,
                          count(*) filter (where i.state = 'RETURNED' and p.subject_kind = 'BRANCH') returned,
                          count(*) filter (where d.due_on < :today) overdue, min(d.due_on) filter (where d.due_on < :today) oldest,
                          coalesce(sum(e.asked), 0)::bigint to_decide, min(i.id) filter (where e.asked > 0) to_decide_item,
                          min(e.asked_due) to_decide_by,
                          count(*) filter (where i.state = 'VERIFIED' and c.satisfaction_to_close <> 'OFF') to_ask
                        from problem p
                        join rectification_item i on i.id = p.id
                        join org_unit u on u.id = p.branch_id
                        join branch_task t on t.id = p.task_id
                        join campaign c on c.id = p.campaign_id
                        left join lateral (
                          select min(m.due_on) due_on from measure m where m.item_id = p.id and m.done_on is null) d on true
                        left join lateral (
                          select count(*) asked, min(m.due_on) asked_due from measure m where m.item_id = p.id and %s) e on true
                        %s
                        group by c.id order by c.id desc
                        """.formatted(
                                LedgerCondition.reviewable(scope), WaitingExtensions.decides(scope), seen.where()))
                .params(seen.parameters())
                .param("today", today)
                .query(WaitingWork.class)
                .list();
    }

    /** Those of the items that the caller may strike off or send back now. */
    public Set<Long> reviewable(Collection<Long> itemIds, BranchScope scope) {
        if (itemIds.isEmpty()) {
            return Set.of();
        }
        LedgerCondition seen = LedgerCondition.open(scope);
        return Set.copyOf(jdbc.sql("""
                        select i.id from rectification_item i
                        join problem p on p.id = i.id
                        join org_unit u on u.id = p.branch_id
                        join branch_task t on t.id = p.task_id
                        join campaign c on c.id = p.campaign_id
                        %s and i.id in (:ids) and %s
                        """.formatted(seen.where(), LedgerCondition.reviewable(scope)))
                .params(seen.parameters())
                .param("ids", itemIds)
                .query(Long.class)
                .list());
    }

    /** What is overdue in hundreds of branches is a figure on the board, not a thing to do. */
    private List<WaitingWork> inOffice(BranchScope scope) {
        LedgerCondition seen = LedgerCondition.open(scope);
        return jdbc.sql("""
                        select c.id campaign_id, c.title campaign, 0 to_plan, count(*) to_review, 0 returned, 0 overdue,
                          null::date oldest, 0 to_decide, null::bigint to_decide_item, null::date to_decide_by, 0 to_ask
                        from rectification_item i
                        join problem p on p.id = i.id
                        join org_unit u on u.id = p.branch_id
                        join branch_task t on t.id = p.task_id
                        join campaign c on c.id = p.campaign_id
                        %s and %s
                        group by c.id order by c.id desc
                        """.formatted(seen.where(), LedgerCondition.reviewable(scope)))
                .params(seen.parameters())
                .query(WaitingWork.class)
                .list();
    }
}
