package org.orglife.minutes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.shared.BranchScope;
import org.orglife.sitting.MeetingCounts;
import org.orglife.study.MakeUpState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads who makes up for a meeting: for the last one of a task that is over. One that is held again asks for nothing. */
@Component
@Transactional(readOnly = true)
public class MakeUpQuery {

    /** The last meeting of the task {@code t}, if it is over. */
    static final String LAST = """
            (select h.id from org_life_meeting m left join held_meeting h on h.id = m.id and h.%s
             where m.task_id = t.id order by m.number desc limit 1)
            """.formatted(MeetingCounts.HELD);

    /** How many have made up for the last meeting of the task {@code t}, as SQL. */
    public static final String MADE_UP = """
            (select count(*) from meeting_make_up u where u.state in ('DONE', 'CONFIRMED') and u.meeting_id = %s)
            """.formatted(LAST);

    private final JdbcClient jdbc;

    MakeUpQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody who was not at the meeting of a task that was found within the caller's scope, by pinyin. */
    public List<MakeUpRow> rows(BranchTask task) {
        return jdbc.sql("""
                        select u.member_id, m.name, u.state, u.way, u.made_up_on, u.due_on
                        from branch_task t join meeting_make_up u on u.meeting_id = %s
                        join member m on m.id = u.member_id
                        where t.id = :task order by m.name collate zh_pinyin, m.id
                        """.formatted(LAST))
                .param("task", task.getId())
                .query(MakeUpRow.class)
                .list();
    }

    /**
     * What the caller himself has to make up for, or to confirm.
     *
     * @param sessionId the session of study; null for a meeting
     * @param title topics of the session, or the campaign of the meeting
     * @param dueOn by when; null where there is no date
     */
    public record Need(
            @Nullable Long sessionId,
            long taskId,
            String title,
            @Nullable LocalDate dueOn,
            MakeUpState state) {}

    /**
     * The same of the caller, meetings and sessions of study, in tasks that are not finished and in campaigns that are not
     * entered afterwards. It is one statement, since the first page asks it of everybody.
     */
    public List<Need> own(BranchScope scope) {
        return scope.memberId() == null
                ? List.of()
                : jdbc.sql("""
                                select null::bigint session_id, t.id task_id, c.title, u.due_on, u.state
                                from meeting_make_up u join held_meeting h on h.id = u.meeting_id
                                join branch_task t on t.id = h.task_id join campaign c on c.id = t.campaign_id
                                where u.member_id = :member and u.state in ('OPEN', 'DONE')
                                  and t.state not in ('DONE', 'EXEMPTED') and u.meeting_id = %s
                                union all
                                select s.id, t.id, s.topics, null, a.make_up
                                from study_attendance a join study_session s on s.id = a.session_id
                                join branch_task t on t.id = s.task_id join campaign c on c.id = t.campaign_id
                                where a.member_id = :member and a.make_up in ('OPEN', 'DONE')
                                  and not c.backfilled and t.state not in ('DONE', 'EXEMPTED')
                                order by due_on, session_id, task_id
                                """.formatted(LAST))
                        .param("member", scope.memberId())
                        .query(Need.class)
                        .list();
    }
}
