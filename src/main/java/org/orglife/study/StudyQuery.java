package org.orglife.study;

import java.time.LocalDate;
import java.util.List;
import org.orglife.campaign.BranchTask;
import org.orglife.shared.LateEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads sessions and who was at them. */
@Component
@Transactional(readOnly = true)
public class StudyQuery {

    private final JdbcClient jdbc;

    StudyQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The sessions of a task that the caller has got by its scope, newest first. */
    public List<SessionRow> sessions(BranchTask task) {
        return jdbc.sql("""
                        select s.id, s.mode, s.held_on, s.topics, s.place, %s late,
                          count(a.id) filter (where a.present) present,
                          count(a.id) filter (where not a.present) absent,
                          count(a.id) filter (where a.make_up = 'OPEN') open
                        from study_session s left join study_attendance a on a.session_id = s.id
                        where s.task_id = :task
                        group by s.id order by s.held_on desc, s.id desc
                        """.formatted(LateEntry.condition("s.held_on", "s.recorded_on")))
                .param("task", task.getId())
                .query(SessionRow.class)
                .list();
    }

    /** Who still has to make up for something, by name. */
    public List<StudyNeed> needs(BranchTask task) {
        return jdbc.sql("""
                        select s.id session_id, m.id member_id, m.name, s.mode, s.held_on, s.topics, a.make_up state
                        from study_attendance a join study_session s on s.id = a.session_id join member m on m.id = a.member_id
                        where s.task_id = :task and a.make_up in ('OPEN', 'DONE')
                        order by m.name collate zh_pinyin, m.id, s.held_on
                        """).param("task", task.getId()).query(StudyNeed.class).list();
    }

    /** How a branch stands: how often it came together, and how many of those expected have been reached. */
    record Coverage(int together, int reached, int expected) {}

    /** Counted over the confirmed list of those expected at the meeting, before it is confirmed over the members of today. */
    Coverage coverage(BranchTask task) {
        return jdbc.sql("""
                        with expected as (select member_id id from task_expected where task_id = :task)
                        select
                          (select count(*) from study_session s where s.task_id = :task and s.mode not in ('SELF', 'SENT_HOME')) together,
                          (select count(*) from expected e where exists (
                            select 1 from study_attendance a join study_session s on s.id = a.session_id
                            where s.task_id = :task and a.member_id = e.id
                              and (a.present or a.make_up in ('DONE', 'CONFIRMED', 'WAIVED')))) reached,
                          (select count(*) from expected) expected
                        """).param("task", task.getId()).query(Coverage.class).single();
    }

    /** Members enrolled on a day whom a meeting expects (domain 1.3). */
    private static final String EXPECTED = """
            select m.id from membership ms join member m on m.id = ms.member_id
            where ms.branch_id = :branch and ms.from_on <= :on and (ms.until_on is null or ms.until_on >= :on)
              and m.standing in ('NORMAL', 'ON_PROBATION_PENALTY')
            """;

    /** The members of a branch who are expected on a day. */
    List<Long> expected(long branchId, LocalDate on) {
        return jdbc.sql(EXPECTED)
                .param("branch", branchId)
                .param("on", on)
                .query(Long.class)
                .list();
    }

    /** What an import has brought into these tasks before, by branch and row. */
    List<String> sources(List<Long> tasks) {
        return tasks.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select branch_id || '|' || source from study_session where task_id in (:tasks) and source is not null")
                        .param("tasks", tasks)
                        .query(String.class)
                        .list();
    }
}
