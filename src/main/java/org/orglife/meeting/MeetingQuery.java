package org.orglife.meeting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads how far a branch's meeting is prepared, and what waits for whom. Handed a task that was found within the
 * caller's scope.
 */
@Component
@Transactional(readOnly = true)
public class MeetingQuery {

    /** Running campaigns that are worked on here, with the branches' tasks. */
    private static final String TASKS = """
            from branch_task t
            join org_unit u on u.id = t.branch_id
            join campaign g on g.id = t.campaign_id and g.state in ('ISSUED', 'IN_PROGRESS', 'REPORTING') and not g.backfilled
            """;

    private static final String MEETING = """
            join org_life_meeting m on m.task_id = t.id
              and m.number = (select max(l.number) from org_life_meeting l where l.task_id = t.id)
            """;

    private static final String APPROVED = """
            exists (select 1 from org_life_meeting m join meeting_approval a on a.meeting_id = m.id
              where m.task_id = t.id and a.answer = 'APPROVED')
            """;

    private static final List<String> FOR_MEMBER = List.of(
            select("'COME'", "0", "p.meeting_on") + MEETING
                    + " join branch_plan p on p.id = t.id join leave_request r on r.meeting_id = m.id"
                    + " and r.member_id = :me and r.state = 'DECLINED' and not r.seen"
                    + " where t.state not in ('HELD', 'REPORTED', 'RECTIFYING', 'DONE', 'EXEMPTED')",
            select("'READ'", "0", "n.meeting_on") + MEETING + """
                     join meeting_notice n on n.meeting_id = m.id and n.sent_at is not null and n.recalled_at is null
                    join membership s on s.branch_id = t.branch_id and s.until_on is null and s.member_id = :me
                    where t.state = 'SCHEDULED'
                      and not exists (select 1 from notice_reading r where r.notice_id = n.id and r.member_id = :me)
                    """);

    private final JdbcClient jdbc;

    MeetingQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How the steps around the meeting stand.
     *
     * @param expected those expected: the confirmed list, before that the members of today
     * @param joined expected today and not on the list that was confirmed last; 0 if there was none
     * @param gone on that list and no longer expected
     * @param revoted on both with another right to vote
     * @param told whether a notice is out
     * @param drafted whether the next one is begun
     * @param read how many of those expected have said that they have read it
     * @param asked whether the superior was asked
     * @param answer of the superior, the last one; null for none
     * @param invited number of those invited
     * @param answered of them, those who have answered
     */
    record Standing(
            boolean confirmed,
            int expected,
            int voters,
            int joined,
            int gone,
            int revoted,
            boolean told,
            boolean drafted,
            int read,
            boolean asked,
            MeetingApproval.@Nullable Answer answer,
            int invited,
            int answered) {}

    Standing standing(BranchTask task) {
        return jdbc.sql("""
                        with roll as (
                          select m.id, m.kind = 'FULL' and m.standing = 'NORMAL' votes
                          from membership ms join member m on m.id = ms.member_id
                          where ms.branch_id = :branch and ms.until_on is null and m.standing in ('NORMAL', 'ON_PROBATION_PENALTY')
                            and not exists (select 1 from expected_exclusion x where x.task_id = :task and x.member_id = m.id)
                        ), listed as (
                          select member_id id, votes from expected_member where list_id = :task
                        ), list as (
                          select coalesce((select confirmed_at is not null from expected_list where id = :task), false) confirmed,
                            exists (select 1 from listed) before
                        ), meeting as (
                          select id from org_life_meeting where task_id = :task order by number desc limit 1
                        ), notice as (
                          select n.id, n.sent_at from meeting_notice n join meeting m on m.id = n.meeting_id where n.recalled_at is null
                        ), approval as (
                          select a.answer from meeting_approval a join meeting m on m.id = a.meeting_id order by a.sent_at desc, a.id desc limit 1
                        ), compared as (
                          select r.votes now, e.votes then, coalesce(r.id, e.id) id from roll r full join listed e on e.id = r.id
                        )
                        select l.confirmed,
                          count(*) filter (where case when l.confirmed then c.then else c.now end is not null) expected,
                          count(*) filter (where case when l.confirmed then c.then else c.now end) voters,
                          count(*) filter (where l.before and c.then is null and c.now is not null) joined,
                          count(*) filter (where c.now is null and c.then is not null) gone,
                          count(*) filter (where c.now <> c.then) revoted,
                          exists (select 1 from notice where sent_at is not null) told,
                          exists (select 1 from notice where sent_at is null) drafted,
                          count(*) filter (where case when l.confirmed then c.then else c.now end is not null
                            and exists (select 1 from notice_reading r join notice n on n.id = r.notice_id where r.member_id = c.id)) "read",
                          exists (select 1 from approval) asked,
                          (select answer from approval) answer,
                          (select count(*) from invitation i join meeting m on m.id = i.meeting_id) invited,
                          (select count(*) from invitation i join meeting m on m.id = i.meeting_id where i.answer <> 'OPEN') answered
                        from list l left join compared c on true
                        group by l.confirmed, l.before
                        """)
                .param("task", task.getId())
                .param("branch", task.getBranch().getId())
                .query(Standing.class)
                .single();
    }

    /** Those expected at the meeting, those who have read its notice last. */
    public List<NoticeReader> readers(BranchTask task, long noticeId) {
        return jdbc.sql("""
                        select m.id, m.name, r.member_id is not null "read"
                        from task_expected e join member m on m.id = e.member_id
                        left join notice_reading r on r.notice_id = :notice and r.member_id = m.id
                        where e.task_id = :task
                        order by 3, m.name collate zh_pinyin, m.id
                        """)
                .param("task", task.getId())
                .param("notice", noticeId)
                .query(NoticeReader.class)
                .list();
    }

    /** What waits for the caller around the meetings of his scope. */
    public List<WaitingMeeting> waiting(BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        List<String> parts = new ArrayList<>();
        if (scope.role().leadsBranch()) {
            parts.addAll(forSecretary(within.condition()));
        } else if (scope.role() == Role.PARTY_OFFICE) {
            parts.addAll(forOffice(within.condition()));
        }
        if (scope.memberId() != null) {
            parts.addAll(FOR_MEMBER);
        }
        return parts.isEmpty()
                ? List.of()
                : jdbc.sql(String.join(" union all ", parts) + " order by due_on nulls last, task_id")
                        .params(within.parameters())
                        .param("me", scope.memberId())
                        .query(WaitingMeeting.class)
                        .list();
    }

    private static String select(String need, String number, String dueOn) {
        return "select " + need + " need, t.id task_id, u.name branch, g.title campaign, " + number + " number, "
                + dueOn + " due_on " + TASKS;
    }

    private static List<String> forSecretary(String within) {
        String move = "case when g.approval_before_meeting and not " + APPROVED + " then 'ASK' else 'TELL' end";
        return List.of(
                select(move, "0", "p.meeting_on - greatest(1, g.notice_days)")
                        + " join branch_plan p on p.id = t.id where t.state in ('READY', 'POSTPONED') and " + within,
                select("'MEND'", "0", "cast(null as date)") + " where t.state = 'RETURNED' and " + within,
                select("'LIST'", "0", "p.meeting_on - 1") + """
                         left join branch_plan p on p.id = t.id
                        join expected_list l on l.id = t.id and l.confirmed_at is not null
                        where t.state not in ('HELD', 'REPORTED', 'RECTIFYING', 'DONE', 'EXEMPTED') and %s and exists (
                          select 1 from (
                            select d.id, d.kind = 'FULL' and d.standing = 'NORMAL' votes
                            from membership s join member d on d.id = s.member_id and d.standing in ('NORMAL', 'ON_PROBATION_PENALTY')
                            where s.branch_id = t.branch_id and s.until_on is null
                              and not exists (select 1 from expected_exclusion x where x.task_id = t.id and x.member_id = d.id)) now
                          full join (select member_id id, votes from expected_member where list_id = t.id) listed on listed.id = now.id
                          where now.votes is distinct from listed.votes)
                        """.formatted(within),
                select("'LEAVES'", "cast(count(*) as integer)", "min(p.meeting_on)") + MEETING
                        + " join leave_request r on r.meeting_id = m.id and r.state = 'OPEN' join branch_plan p on p.id = t.id where "
                        + within + " group by t.id, u.name, g.title");
    }

    private static List<String> forOffice(String within) {
        return List.of(
                select("'APPROVE'", "0", "a.meeting_on - 1") + MEETING
                        + " join meeting_approval a on a.meeting_id = m.id and a.answer is null"
                        + " where t.state = 'APPROVAL_PENDING' and " + within,
                select("'CONSENT'", "0", "p.from_on") + MEETING
                        + " join postponement p on p.meeting_id = m.id and p.answer is null where " + within);
    }
}
