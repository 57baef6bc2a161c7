package org.orglife.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.ReviewBody;
import org.orglife.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps decisions that no longer hold; nothing of them is changed ever after. */
@Component
class EarlierDecisions {

    private final JdbcClient jdbc;
    private final Clock clock;

    EarlierDecisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a decision that is taken back, with what the member was told and answered. */
    void keep(MemberReview review, String reason, Actor actor) {
        insert(review, reason, actor.displayName());
    }

    /** Keeps a decision that is written anew before the member was told. */
    void keep(MemberReview review) {
        insert(review, null, null);
    }

    private void insert(MemberReview review, @Nullable String reason, @Nullable String by) {
        jdbc.sql("""
                        insert into earlier_decision (id, branch_id, review_id, replaced_at, replaced_by, reason, grade, opinion,
                          meeting_id, fed_back_on, fed_back_by, feedback_way, acknowledged_at, statement, stated_at,
                          recheck_on, rechecked_on, recheck_outcome)
                        select nextval('earlier_decision_seq'), r.branch_id, r.id, :at, :by, :reason, r.grade, r.opinion,
                          r.meeting_id, r.fed_back_on, r.fed_back_by, r.feedback_way, r.acknowledged_at, r.statement, r.stated_at,
                          r.recheck_on, r.rechecked_on, r.recheck_outcome
                        from member_review r where r.id = :review
                        """)
                .param("at", OffsetDateTime.now(clock), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", by, Types.VARCHAR)
                .param("reason", reason, Types.VARCHAR)
                .param("review", review.getId())
                .update();
    }

    /** Of a review that was found within the caller's scope, the last one first. */
    List<EarlierDecision> of(MemberReview review) {
        return jdbc.sql("""
                        select e.*, m.body, m.held_on from earlier_decision e join review_meeting m on m.id = e.meeting_id
                        where e.review_id = :review order by e.id desc
                        """)
                .param("review", review.getId())
                .query((row, number) -> one(row))
                .list();
    }

    private static EarlierDecision one(ResultSet row) throws SQLException {
        Instant replacedAt = row.getObject("replaced_at", OffsetDateTime.class).toInstant();
        OffsetDateTime acknowledgedAt = row.getObject("acknowledged_at", OffsetDateTime.class);
        return new EarlierDecision(
                replacedAt,
                row.getString("replaced_by"),
                row.getString("reason"),
                Grade.valueOf(row.getString("grade")),
                row.getString("opinion"),
                ReviewBody.valueOf(row.getString("body")),
                row.getObject("held_on", LocalDate.class),
                row.getObject("fed_back_on", LocalDate.class),
                acknowledgedAt == null ? null : acknowledgedAt.toInstant(),
                row.getString("statement"));
    }
}
