package org.orglife.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.ScopeSql;
import org.orglife.review.WaitingReview.Need;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the reviews of a branch ask of its committee: the list, the decisions, the feedback, what follows. */
@Component
@Transactional(readOnly = true)
public class ReviewWork {

    /** Days after the meeting by which the committee has decided (domain 2.8). */
    private static final int DAYS_TO_DECIDE = 7;

    /** Days after the meeting by which everybody was told. */
    private static final int DAYS_TO_TELL = 15;

    /** A day of looking again is told of so many days before. */
    private static final int NEAR = 14;

    private final BranchTaskService tasks;
    private final BallotProgress ballot;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewWork(BranchTaskService tasks, BallotProgress ballot, JdbcClient jdbc, Clock clock) {
        this.tasks = tasks;
        this.ballot = ballot;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What waits for the caller; nothing for whoever does not sit on the committee. */
    public List<WaitingReview> of(BranchScope scope) {
        if (!scope.role().sitsOnCommittee()) {
            return List.of();
        }
        List<WaitingReview> waiting = new ArrayList<>();
        if (scope.role().leadsBranch()) {
            waiting.addAll(lists(scope));
        }
        standing(scope).forEach(one -> one.addTo(waiting));
        waiting.addAll(following(scope));
        return waiting;
    }

    /** Whom the roster alone defers: somebody has to say whether that is right, before the ballot is prepared. */
    private List<WaitingReview> lists(BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select 'LIST' need, t.id task_id, c.title campaign, case when count(*) = 1 then min(m.id) end member_id,
                          count(*) members, null::date since, min(p.meeting_on) due_on
                        from branch_task t
                        join campaign c on c.id = t.campaign_id and c.combines_member_review
                        join org_unit u on u.id = t.branch_id
                        join membership s on s.branch_id = t.branch_id and s.until_on is null
                        join member m on m.id = s.member_id and m.kind = 'FULL' and m.standing in ('OUT_OF_CONTACT', 'SUSPENDED')
                        left join branch_plan p on p.id = t.id
                        where t.state not in ('DONE', 'EXEMPTED') and %s
                          and not exists (select from member_review r where r.task_id = t.id
                            and (r.balloted or (r.member_id = m.id and r.participation_reason is not null)))
                          and not exists (select from held_meeting h where h.task_id = t.id and h.source is not null)
                        group by t.id, c.id
                        """.formatted(within.condition()))
                .params(within.parameters())
                .query(WaitingReview.class)
                .list();
    }

    private record Standing(
            long taskId,
            String campaign,
            LocalDate heldOn,
            @Nullable LocalDate metOn,
            int undecided,
            @Nullable Long undecidedId,
            int untold,
            @Nullable Long untoldId,
            @Nullable LocalDate untoldSince) {

        void addTo(List<WaitingReview> waiting) {
            if (undecided > 0) {
                waiting.add(new WaitingReview(
                        metOn == null ? Need.MEETING : Need.DECIDE,
                        taskId,
                        campaign,
                        undecidedId,
                        undecided,
                        metOn == null ? heldOn : metOn,
                        heldOn.plusDays(DAYS_TO_DECIDE)));
            }
            if (untold > 0) {
                waiting.add(new WaitingReview(
                        Need.TELL, taskId, campaign, untoldId, untold, untoldSince, heldOn.plusDays(DAYS_TO_TELL)));
            }
        }
    }

    /** Reviews whose ballot is counted and that are not over. Nobody tells himself, so that does not wait for him. */
    private List<Standing> standing(BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        String undecided = "r.balloted and r.participation = 'GRADED' and r.grade is null";
        String untold = "r.grade is not null and r.fed_back_on is null and r.member_id <> :me";
        return jdbc
                .sql("""
                        select t.id task_id, c.title campaign, max(h.held_on) held_on, max(w.met_on) met_on,
                          count(*) filter (where %1$s) undecided,
                          case when count(*) filter (where %1$s) = 1 then min(r.member_id) filter (where %1$s) end undecided_id,
                          count(*) filter (where %2$s) untold,
                          case when count(*) filter (where %2$s) = 1 then min(r.member_id) filter (where %2$s) end untold_id,
                          min(d.held_on) filter (where %2$s) untold_since
                        from member_review r
                        join branch_task t on t.id = r.task_id
                        join campaign c on c.id = t.campaign_id
                        join org_unit u on u.id = t.branch_id
                        join lateral (select max(held_on) held_on from held_meeting where task_id = t.id) h on h.held_on is not null
                        left join lateral (select max(held_on) met_on from review_meeting where task_id = t.id) w on true
                        left join review_meeting d on d.id = r.meeting_id
                        where t.state not in ('DONE', 'EXEMPTED') and %3$s
                        group by t.id, c.id
                        having count(*) filter (where %1$s or %2$s) > 0
                        order by t.id
                        """.formatted(undecided, untold, within.condition()))
                .params(within.parameters())
                .param("me", scope.memberId() == null ? 0 : scope.memberId())
                .query(Standing.class)
                .list()
                .stream()
                .filter(one -> ballot.of(tasks.get(one.taskId(), scope)) == ReviewStage.COUNTED)
                .toList();
    }

    /** One line for each member, without his name: whoever looks over a shoulder does not learn of his grade. */
    private List<WaitingReview> following(BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select f.need, t.id task_id, c.title campaign, f.member_id, 1 members, f.since, f.due_on
                        from (
                          select 'HELP' need, r.task_id, r.member_id, r.fed_back_on since, null::date due_on
                          from member_review r
                          where r.grade = 'BASIC' and r.fed_back_on is not null and r.recheck_on is null and r.rechecked_on is null
                          union all
                          select 'RECHECK', r.task_id, r.member_id, null, r.recheck_on
                          from member_review r
                          where r.grade = 'BASIC' and r.recheck_on <= :near and r.rechecked_on is null
                          union all
                          select 'REASSESS', r.task_id, r.member_id, null, d.period_until
                          from disposition_case d join member_review r on r.id = d.review_id
                          where r.grade = 'UNQUALIFIED' and d.period_until <= :near and d.reassessed_on is null
                            and (:secretary or exists (select from disposition_reader x where x.case_id = d.id and x.member_id = :me))
                        ) f
                        join branch_task t on t.id = f.task_id
                        join campaign c on c.id = t.campaign_id
                        join org_unit u on u.id = t.branch_id
                        where f.member_id <> :me and %s
                        order by f.due_on nulls last, f.since, f.member_id
                        """.formatted(within.condition()))
                .params(within.parameters())
                .param("near", LocalDate.now(clock).plusDays(NEAR))
                .param("secretary", scope.role() == Role.SECRETARY)
                .param("me", scope.memberId() == null ? 0 : scope.memberId())
                .query(WaitingReview.class)
                .list();
    }
}
