package org.orglife.routine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.sitting.AbsenceReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who was at how many meetings in a year. Members are listed by name and never compared; whoever is not pressed to come is
 * not expected when he does not (domain 7.6).
 */
@Service
@Transactional(readOnly = true)
public class RoutineMatrix {

    private static final int MONTHS_AWAY = 6;

    /** Members enrolled at any time of the year. */
    private static final String ENROLLED = """
            exists (select 1 from membership ms join org_unit u on u.id = ms.branch_id
              where ms.member_id = m.id and ms.branch_id = :branch and ms.from_on <= :until
                and (ms.until_on is null or ms.until_on >= :from) and %s)
            and (:text::text is null or strpos(m.name, :text) > 0 or strpos(m.name_initials, lower(:text)) > 0)
            and (:member::bigint is null or m.id = :member)
            """;

    private static final String COUNTED = """
            select a.member_id, k.kind, count(*) filter (where a.present) present,
              count(*) filter (where a.present or not a.care) expected
            from routine_attendance a join routine_meeting r on r.id = a.meeting_id cross join unnest(r.kinds) k(kind)
            where r.branch_id = :branch and %s and r.held_on between :from and :until
            group by a.member_id, k.kind
            union all
            select member_id, 'ORG_LIFE', count(*) filter (where present), count(*) filter (where present or not care)
            from (select a.member_id, h.id, bool_or(a.status = 'PRESENT') present, bool_or(a.care) care
              from attendance a join sitting s on s.id = a.sitting_id join held_meeting h on h.id = s.meeting_id
              where h.branch_id = :branch and h.held_on between :from and :until and h.phase in ('RECORD_OPEN', 'RECORD_SIGNED')
                and a.member_id is not null
              group by a.member_id, h.id) o
            group by member_id
            union all
            select a.member_id, 'STUDY', count(*) filter (where a.present),
              count(*) filter (where a.present or a.make_up <> 'WAIVED')
            from study_attendance a join study_session s on s.id = a.session_id
            where s.branch_id = :branch and s.held_on between :from and :until
            group by a.member_id
            """.formatted(RoutineState.held("r"));

    private final JdbcClient jdbc;
    private final Clock clock;

    RoutineMatrix(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The lines of a branch, by pinyin; none outside the scope.
     *
     * @param text part of a name or of its initials; null for everybody
     */
    public List<MatrixRow> rows(
            long branchId, int year, @Nullable String text, BranchScope scope, int limit, long offset) {
        return read(branchId, year, text, null, scope, limit, offset);
    }

    public long count(long branchId, int year, @Nullable String text, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("select count(*) from member m where " + ENROLLED.formatted(within.condition()))
                .params(within.parameters())
                .params(year(branchId, year))
                .param("text", text)
                .param("member", null)
                .query(Long.class)
                .single();
    }

    /** The caller's own line; empty for whoever is no member of the branch. */
    public List<MatrixRow> own(long branchId, int year, BranchScope scope) {
        return scope.memberId() == null ? List.of() : read(branchId, year, null, scope.memberId(), scope, 1, 0);
    }

    private List<MatrixRow> read(
            long branchId,
            int year,
            @Nullable String text,
            @Nullable Long member,
            BranchScope scope,
            int limit,
            long offset) {
        ScopeSql within = ScopeSql.on("u", scope);
        Map<Long, MatrixRow> rows = new LinkedHashMap<>();
        jdbc.sql("""
                        with page as (select m.id, m.name from member m where %s
                          order by m.name collate zh_pinyin, m.id limit :limit offset :offset)
                        select p.id, p.name, x.kind, x.present, x.expected
                        from page p left join (%s) x on x.member_id = p.id
                        order by p.name collate zh_pinyin, p.id
                        """.formatted(ENROLLED.formatted(within.condition()), COUNTED))
                .params(within.parameters())
                .params(year(branchId, year))
                .param("text", text)
                .param("member", member)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> rows.merge(row.getLong("id"), line(row), RoutineMatrix::together))
                .list();
        return List.copyOf(rows.values());
    }

    private static Map<String, Object> year(long branchId, int year) {
        return Map.of("branch", branchId, "from", LocalDate.of(year, 1, 1), "until", LocalDate.of(year, 12, 31));
    }

    private static MatrixRow line(ResultSet row) throws SQLException {
        Map<MatrixColumn, MatrixRow.Cell> cells = new EnumMap<>(MatrixColumn.class);
        if (row.getString("kind") != null) {
            cells.put(
                    MatrixColumn.valueOf(row.getString("kind")),
                    new MatrixRow.Cell(row.getInt("present"), row.getInt("expected")));
        }
        return new MatrixRow(row.getLong("id"), row.getString("name"), cells);
    }

    private static MatrixRow together(MatrixRow one, MatrixRow other) {
        Map<MatrixColumn, MatrixRow.Cell> cells = new EnumMap<>(MatrixColumn.class);
        cells.putAll(one.cells());
        cells.putAll(other.cells());
        return new MatrixRow(one.memberId(), one.name(), cells);
    }

    /** The meetings of a year at which the caller was expected, the latest first. */
    public List<OwnMeeting> ownMeetings(long branchId, int year, BranchScope scope) {
        if (scope.memberId() == null) {
            return List.of();
        }
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select r.id, %s kinds, r.held_on, r.topics, a.present, a.care, a.reason
                        from routine_attendance a join routine_meeting r on r.id = a.meeting_id join org_unit u on u.id = r.branch_id
                        where a.member_id = :member and r.branch_id = :branch and %s
                          and r.held_on between :from and :until and %s
                        order by r.held_on desc, r.id desc
                        """.formatted(RoutineKind.written("r"), RoutineState.held("r"), within.condition()))
                .param("member", scope.memberId())
                .params(within.parameters())
                .params(year(branchId, year))
                .query((row, number) -> new OwnMeeting(
                        row.getLong("id"),
                        RoutineKind.read(row.getString("kinds")),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("topics"),
                        row.getBoolean("present"),
                        row.getBoolean("care"),
                        row.getString("reason") == null ? null : AbsenceReason.valueOf(row.getString("reason"))))
                .list();
    }

    /**
     * Whoever may have been away for six months in a row without a word (domain 2.9): a hint for the secretary and nobody
     * else, who asks first. Leave, care, and what was made up for count as taking part; nobody's standing changes by it.
     */
    public List<LongAway> longAway(long branchId, BranchScope scope) {
        if (scope.role() != Role.SECRETARY) {
            return List.of();
        }
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        with happened as (
                          select a.member_id, r.held_on on_day, a.present or coalesce(a.reason, 'WITHOUT_LEAVE') <> 'WITHOUT_LEAVE' took_part
                          from routine_attendance a join routine_meeting r on r.id = a.meeting_id
                          where r.branch_id = :branch and %s
                          union all
                          select a.member_id, h.held_on, a.status in ('PRESENT', 'EXCUSED')
                          from attendance a join sitting s on s.id = a.sitting_id join held_meeting h on h.id = s.meeting_id
                          where h.branch_id = :branch and h.phase in ('RECORD_OPEN', 'RECORD_SIGNED') and a.member_id is not null
                          union all
                          select a.member_id, s.held_on, a.present or a.make_up <> 'OPEN'
                          from study_attendance a join study_session s on s.id = a.session_id where s.branch_id = :branch
                        ), last as (
                          select member_id, max(on_day) filter (where took_part) on_day from happened group by member_id
                        ), away as (
                          select h.member_id, min(h.on_day) since from happened h join last l on l.member_id = h.member_id
                          where l.on_day is null or h.on_day > l.on_day
                          group by h.member_id
                        )
                        select m.id member_id, m.name, a.since
                        from away a join member m on m.id = a.member_id
                        join membership ms on ms.member_id = m.id and ms.branch_id = :branch and ms.until_on is null
                        join org_unit u on u.id = ms.branch_id
                        where a.since <= :since and not m.care and m.standing in ('NORMAL', 'ON_PROBATION_PENALTY') and %s
                        order by m.name collate zh_pinyin, m.id
                        """.formatted(RoutineState.held("r"), within.condition()))
                .param("branch", branchId)
                .param("since", LocalDate.now(clock).minusMonths(MONTHS_AWAY))
                .params(within.parameters())
                .query(LongAway.class)
                .list();
    }
}
