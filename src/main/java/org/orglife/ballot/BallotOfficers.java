package org.orglife.ballot;

import java.util.List;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds those who may be scrutineer or teller of a ballot: members who are there and can sign in. */
@Component
class BallotOfficers {

    private static final String THERE = """
            from attendance t
            join sitting s on s.id = t.sitting_id and s.ended_at is null
            join account a on a.member_id = t.member_id and a.state = 'ACTIVE' and a.password_hash is not null
            where s.meeting_id = :meeting and t.status = 'PRESENT'
            """;

    private final JdbcClient jdbc;

    BallotOfficers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Officer> of(long meetingId) {
        return jdbc.sql("select a.id account_id, t.name " + THERE + " order by t.id")
                .param("meeting", meetingId)
                .query(Officer.class)
                .list();
    }

    /**
     * One of them.
     *
     * @throws RuleViolationException {@code ballot.officers.away} if that account is none of theirs
     */
    Officer require(long accountId, long meetingId) {
        return jdbc.sql("select a.id account_id, t.name " + THERE + " and a.id = :account")
                .param("meeting", meetingId)
                .param("account", accountId)
                .query(Officer.class)
                .optional()
                .orElseThrow(() -> new RuleViolationException("ballot.officers.away"));
    }
}
