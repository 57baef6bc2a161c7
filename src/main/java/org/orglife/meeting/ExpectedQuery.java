package org.orglife.meeting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads who is expected. Its methods are handed a task that was found within the caller's scope. */
@Component
@Transactional(readOnly = true)
public class ExpectedQuery {

    private final JdbcClient jdbc;

    ExpectedQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Confirmation(
            @Nullable OffsetDateTime at, @Nullable String by, boolean before) {}

    /** The expected list of a task as it stands today. */
    public ExpectedRoll roll(BranchTask task) {
        Optional<Confirmation> confirmation = jdbc.sql("""
                        select l.confirmed_at "at", l.confirmed_by "by",
                          exists (select 1 from expected_member e where e.list_id = l.id) before
                        from expected_list l where l.id = :task
                        """)
                .param("task", task.getId())
                .query(Confirmation.class)
                .optional();
        Instant at = confirmation
                .map(Confirmation::at)
                .map(OffsetDateTime::toInstant)
                .orElse(null);
        String by = confirmation.map(Confirmation::by).orElse(null);
        return new ExpectedRoll(
                rows(task), at, by, confirmation.map(Confirmation::before).orElse(false));
    }

    private List<RollRow> rows(BranchTask task) {
        return jdbc.sql("""
                        select m.id, m.name, g.name "group", m.kind, m.standing, m.care, m.mobile, ms.member_id is not null enrolled,
                          x.id exclusion_id, x.reason, x.consent_number, x.consent_on, x.decided_on, e.votes listed_votes
                        from (select member_id from membership where branch_id = :branch and until_on is null
                          union select member_id from expected_member where list_id = :task) who
                        join member m on m.id = who.member_id
                        left join membership ms on ms.member_id = m.id and ms.branch_id = :branch and ms.until_on is null
                        left join org_unit g on g.id = ms.group_id
                        left join expected_exclusion x on x.task_id = :task and x.member_id = m.id
                        left join expected_member e on e.list_id = :task and e.member_id = m.id
                        order by m.name collate zh_pinyin, m.id
                        """)
                .param("task", task.getId())
                .param("branch", task.getBranch().getId())
                .query(RollRow.class)
                .list();
    }
}
