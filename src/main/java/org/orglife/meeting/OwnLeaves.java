package org.orglife.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.sealing.Sealer;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All leaves somebody has asked for, or that were written down for him, with their remarks. */
@Component
@Transactional(readOnly = true)
public class OwnLeaves {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    OwnLeaves(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /**
     * A leave.
     *
     * @param remark null for none
     * @param answeredBy null while it waits
     * @param total how many there are
     */
    public record Own(
            String campaign,
            LeaveReason reason,
            @Nullable String remark,
            LeaveState state,
            Instant askedAt,
            String askedBy,
            @Nullable String answeredBy,
            long total) {}

    /** The newest so many of the caller's own; none for an account behind which there is no member. */
    public List<Own> newest(int many, BranchScope scope) {
        return scope.memberId() == null
                ? List.of()
                : jdbc.sql("""
                                select r.*, g.title campaign, count(*) over () total
                                from leave_request r join org_life_meeting o on o.id = r.meeting_id
                                join branch_task t on t.id = o.task_id join campaign g on g.id = t.campaign_id
                                where r.member_id = :me order by r.asked_at desc, r.id desc limit :many
                                """)
                        .param("me", scope.memberId())
                        .param("many", many)
                        .query((row, number) -> own(row))
                        .list();
    }

    private Own own(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("remark_sealed");
        return new Own(
                row.getString("campaign"),
                LeaveReason.valueOf(row.getString("reason")),
                sealed == null ? null : sealer.open(sealed, LeaveService.REMARK),
                LeaveState.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("asked_by"),
                row.getString("answered_by"),
                row.getLong("total"));
    }
}
