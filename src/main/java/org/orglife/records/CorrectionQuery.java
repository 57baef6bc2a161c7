package org.orglife.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.ScopeSql;
import org.orglife.sealing.Sealer;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads requests to correct a record: one's own, and those one answers. */
@Component
@Transactional(readOnly = true)
public class CorrectionQuery {

    /** So many of one's own are shown. */
    private static final int OWN = 20;

    private static final String ROW = """
            select r.*, u.name branch, m.name member
            from correction_request r join org_unit u on u.id = r.branch_id join member m on m.id = r.member_id
            """;

    /** What the caller answers: the condition that {@link CorrectionRequest#isAnsweredBy} states for a single one. */
    private static final String TO_ANSWER = "r.to_office = :office and r.member_id <> :me and ";

    private final JdbcClient jdbc;
    private final Sealer sealer;

    CorrectionQuery(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /**
     * What waits for somebody.
     *
     * @param toAnswer requests of others
     * @param answered requests of his own with an answer that he has not read
     */
    public record Waiting(int toAnswer, int answered) {}

    /** What waits for the caller; one statement, since the first page asks it of everybody. */
    public Waiting waiting(BranchScope scope) {
        if (!answers(scope) && scope.memberId() == null) {
            return new Waiting(0, 0);
        }
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select (select count(*) from correction_request r join org_unit u on u.id = r.branch_id
                            where :answers and r.state = 'OPEN' and %s %s) to_answer,
                          (select count(*) from correction_request r
                            where r.member_id = :me and r.state <> 'OPEN' and not r.seen) answered
                        """.formatted(TO_ANSWER, within.condition()))
                .param("answers", answers(scope))
                .param("office", scope.role() == Role.PARTY_OFFICE)
                .param("me", me(scope))
                .params(within.parameters())
                .query(Waiting.class)
                .single();
    }

    private static boolean answers(BranchScope scope) {
        return scope.role() == Role.PARTY_OFFICE || scope.role().leadsBranch();
    }

    private static long me(BranchScope scope) {
        return scope.memberId() == null ? -1 : scope.memberId();
    }

    /** The caller's own, the newest first, at most twenty. */
    public List<CorrectionRow> own(BranchScope scope) {
        return jdbc.sql(ROW + " where r.member_id = :me order by r.id desc limit :many")
                .param("me", me(scope))
                .param("many", OWN)
                .query((row, number) -> row(row))
                .list();
    }

    /** Those of others that the caller answers or that were answered in his place: what waits first, then the newest. */
    public List<CorrectionRow> list(BranchScope scope, int limit, long offset) {
        ScopeSql within = ScopeSql.on("u", scope);
        return !answers(scope)
                ? List.of()
                : jdbc.sql(ROW + " where " + TO_ANSWER + within.condition()
                                + " order by r.state <> 'OPEN', r.id desc limit :limit offset :offset")
                        .param("office", scope.role() == Role.PARTY_OFFICE)
                        .param("me", me(scope))
                        .params(within.parameters())
                        .param("limit", limit)
                        .param("offset", offset)
                        .query((row, number) -> row(row))
                        .list();
    }

    /** How many {@link #list} has in all. */
    public long count(BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return !answers(scope)
                ? 0
                : jdbc.sql("select count(*) from correction_request r join org_unit u on u.id = r.branch_id where "
                                + TO_ANSWER + within.condition())
                        .param("office", scope.role() == Role.PARTY_OFFICE)
                        .param("me", me(scope))
                        .params(within.parameters())
                        .query(Long.class)
                        .single();
    }

    /** One of {@link #list}; empty if it is not the caller's to answer. */
    public Optional<CorrectionRow> find(long id, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return !answers(scope)
                ? Optional.empty()
                : jdbc.sql(ROW + " where r.id = :id and " + TO_ANSWER + within.condition())
                        .param("id", id)
                        .param("office", scope.role() == Role.PARTY_OFFICE)
                        .param("me", me(scope))
                        .params(within.parameters())
                        .query((row, number) -> row(row))
                        .optional();
    }

    private CorrectionRow row(ResultSet row) throws SQLException {
        byte[] answer = row.getBytes("answer_sealed");
        return new CorrectionRow(
                row.getLong("id"),
                row.getString("branch"),
                row.getLong("member_id"),
                row.getString("member"),
                RecordSection.valueOf(row.getString("section")),
                sealer.open(row.getBytes("text_sealed"), CorrectionRequests.TEXT),
                CorrectionState.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                answer == null ? null : sealer.open(answer, CorrectionRequests.ANSWER),
                row.getString("answered_by"),
                moment(row.getObject("answered_at", OffsetDateTime.class)),
                row.getBoolean("to_office"),
                row.getBoolean("seen"));
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
