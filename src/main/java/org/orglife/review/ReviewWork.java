package org.orglife.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What reviews ask: of the committee the list, the decisions, the feedback and what follows; of a member his answer. */
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

    /**
     * What waits for the caller: as one of the committee, and as a member who was told his grade. It is one statement, since
     * the first page asks it of everybody.
     */
    public List<WaitingReview> of(BranchScope scope) {
        boolean sits = scope.role().sitsOnCommittee();
        if (!sits && scope.memberId() == null) {
            return List.of();
        }
        ScopeSql within = ScopeSql.on("u", scope);
        List<WaitingReview> all = jdbc.sql(WAITING.formatted(within.condition()))
                .params(within.parameters())
                .param("sits", sits)
                .param("leads", scope.role().leadsBranch())
                .param("secretary", scope.role() == Role.SECRETARY)
                .param("me", scope.memberId() == null ? 0 : scope.memberId())
                .param("near", LocalDate.now(clock).plusDays(NEAR))
                .param("toDecide", DAYS_TO_DECIDE)
                .param("toTell", DAYS_TO_TELL)
                .query(WaitingReview.class)
                .list();
        Map<Long, Boolean> counted = new HashMap<>();
        return all.stream()
                .filter(one -> !one.need().followsCount()
                        || counted.computeIfAbsent(one.taskId(), task -> isCounted(task, scope)))
                .toList();
    }

    private boolean isCounted(long task, BranchScope scope) {
        return ballot.of(tasks.get(task, scope)) == ReviewStage.COUNTED;
    }

    /**
     * Line by line: whom the roster alone defers before a ballot is prepared; who is to be decided on; who is to be told, by
     * somebody else than himself; what follows a low grade, each member for himself and nobody by name; one's own grade.
     */
    private static final String WAITING = """
            with mine as materialized (
              select t.id, t.branch_id, c.title,
                (select max(held_on) from held_meeting where task_id = t.id) held_on,
                (select max(held_on) from review_meeting where task_id = t.id) met_on
              from branch_task t
              join campaign c on c.id = t.campaign_id and c.combines_member_review
              join org_unit u on u.id = t.branch_id
              where :sits and t.state not in ('DONE', 'EXEMPTED') and %s)
            select * from (
              select 'LIST' need, t.id task_id, t.title campaign, case when count(*) = 1 then min(m.id) end member_id,
                count(*) members, null::date since, min(p.meeting_on) due_on
              from mine t
              join membership s on s.branch_id = t.branch_id and s.until_on is null
              join member m on m.id = s.member_id and m.kind = 'FULL' and m.standing in ('OUT_OF_CONTACT', 'SUSPENDED')
              left join branch_plan p on p.id = t.id
              where :leads
                and not exists (select from member_review r where r.task_id = t.id
                  and (r.balloted or (r.member_id = m.id and r.participation_reason is not null)))
                and not exists (select from held_meeting h where h.task_id = t.id and h.source is not null)
              group by t.id, t.title
              union all
              select case when t.met_on is null then 'MEETING' else 'DECIDE' end, t.id, t.title,
                case when count(*) = 1 then min(r.member_id) end, count(*), coalesce(t.met_on, t.held_on), t.held_on + :toDecide
              from mine t join member_review r on r.task_id = t.id
              where t.held_on is not null and r.balloted and r.participation = 'GRADED' and r.grade is null
              group by t.id, t.title, t.met_on, t.held_on
              union all
              select 'TELL', t.id, t.title, case when count(*) = 1 then min(r.member_id) end, count(*), min(d.held_on),
                t.held_on + :toTell
              from mine t join member_review r on r.task_id = t.id join review_meeting d on d.id = r.meeting_id
              where t.held_on is not null and r.fed_back_on is null and r.member_id <> :me
              group by t.id, t.title, t.held_on
              union all
              select 'HELP', t.id, t.title, r.member_id, 1, r.fed_back_on, null
              from mine t join member_review r on r.task_id = t.id
              where r.grade = 'BASIC' and r.fed_back_on is not null and r.recheck_on is null and r.rechecked_on is null
                and r.member_id <> :me
              union all
              select 'RECHECK', t.id, t.title, r.member_id, 1, null, r.recheck_on
              from mine t join member_review r on r.task_id = t.id
              where r.grade = 'BASIC' and r.recheck_on <= :near and r.rechecked_on is null and r.member_id <> :me
              union all
              select 'REASSESS', t.id, t.title, r.member_id, 1, null, d.period_until
              from mine t join member_review r on r.task_id = t.id join disposition_case d on d.review_id = r.id
              where r.grade = 'UNQUALIFIED' and d.period_until <= :near and d.reassessed_on is null and r.member_id <> :me
                and (:secretary or exists (select from disposition_reader x where x.case_id = d.id and x.member_id = :me))
              union all
              select 'ANSWER', t.id, c.title, r.member_id, 1, r.fed_back_on, null
              from member_review r join branch_task t on t.id = r.task_id join campaign c on c.id = t.campaign_id
              where r.member_id = :me and r.fed_back_on is not null and r.acknowledged_at is null and r.statement is null
                and t.state not in ('DONE', 'EXEMPTED')) w
            order by due_on nulls last, since, task_id, member_id
            """;
}
