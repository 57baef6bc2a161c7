package org.orglife.publication;

import org.orglife.campaign.BranchTask;
import org.orglife.publication.PublicationContent.Held;
import org.orglife.shared.RuleViolationException;
import org.orglife.sitting.MeetingCounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 会议召开情况: the day, the form and two numbers of the last meeting, and nothing that was said at it. */
@Component
class MeetingFacts {

    private final JdbcClient jdbc;

    MeetingFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of a task that was found within the caller's scope.
     *
     * @throws RuleViolationException {@code publication.meeting.none} before a meeting is over
     */
    Held last(BranchTask task) {
        return jdbc.sql("""
                        select h.held_on, m.form,
                          count(distinct a.member_id) expected,
                          count(distinct a.member_id) filter (where a.status = 'PRESENT') present
                        from held_meeting h
                        join org_life_meeting m on m.id = h.id
                        left join sitting s on s.meeting_id = h.id
                        left join attendance a on a.sitting_id = s.id
                        where h.task_id = :task and h.%s
                        group by h.id, m.id order by m.number desc limit 1
                        """.formatted(MeetingCounts.HELD))
                .param("task", task.getId())
                .query(Held.class)
                .optional()
                .orElseThrow(() -> new RuleViolationException("publication.meeting.none"));
    }
}
