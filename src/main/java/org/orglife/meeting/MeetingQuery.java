package org.orglife.meeting;

import org.orglife.campaign.BranchTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads how far a branch's meeting is prepared. Its methods are handed a task that was found within the caller's scope. */
@Component
@Transactional(readOnly = true)
public class MeetingQuery {

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
     */
    record Standing(boolean confirmed, int expected, int voters, int joined, int gone, int revoted) {}

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
                        ), compared as (
                          select r.votes now, e.votes then from roll r full join listed e on e.id = r.id
                        )
                        select l.confirmed,
                          count(*) filter (where case when l.confirmed then c.then else c.now end is not null) expected,
                          count(*) filter (where case when l.confirmed then c.then else c.now end) voters,
                          count(*) filter (where l.before and c.then is null) joined,
                          count(*) filter (where c.now is null) gone,
                          count(*) filter (where c.now <> c.then) revoted
                        from list l left join compared c on true
                        group by l.confirmed, l.before
                        """)
                .param("task", task.getId())
                .param("branch", task.getBranch().getId())
                .query(Standing.class)
                .single();
    }
}
