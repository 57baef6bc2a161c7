package org.orglife.rectification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger's lists in SQL: a page in two statements, an export as one stream, the totals in one statement. */
@Component
class LedgerQuery {

    private static final String FROM = """
            from problem p
            join rectification_item i on i.id = p.id
            join org_unit u on u.id = p.branch_id
            join branch_task t on t.id = p.task_id
            join aspect a on a.id = p.aspect_id
            """;

    private static final String DUE_ON =
            "(select min(d.due_on) from measure d where d.item_id = p.id and d.done_on is null)";

    private final JdbcClient jdbc;

    LedgerQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Problems of one page with their measures. */
    List<LedgerRow> problems(
            LedgerFilter filter, LedgerSort sort, BranchScope scope, LocalDate today, int limit, long offset) {
        LedgerCondition condition = LedgerCondition.of(filter, scope, today);
        String due = sort == LedgerSort.NUMBER ? "" : ", " + DUE_ON + " due_on ";
        List<LedgerRow> rows = jdbc.sql("select r.*, sm.name subject from (select " + LedgerReading.COLUMNS + due + FROM
                        + condition.where()
                        + " order by " + sort.orderBy() + " limit :limit offset :offset) r"
                        + " left join member sm on sm.id = r.subject_member_id order by " + sort.orderBy())
                .params(condition.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> LedgerReading.problem(row))
                .list();
        return withMeasures(rows);
    }

    private List<LedgerRow> withMeasures(List<LedgerRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Map<Long, List<LedgerMeasure>> measures = new HashMap<>();
        jdbc.sql(
                        "select " + LedgerReading.MEASURE
                                + " from measure x join member o on o.id = x.owner_id where x.item_id in (:items) order by x.item_id, x.position")
                .param("items", rows.stream().map(LedgerRow::id).toList())
                .query((row, number) -> measures.computeIfAbsent(row.getLong("item_id"), id -> new ArrayList<>())
                        .add(LedgerReading.measure(row)))
                .list();
        return rows.stream()
                .map(row -> row.with(measures.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** Measures of one page, each under its problem. */
    List<LedgerLine> measures(LedgerFilter filter, BranchScope scope, LocalDate today, int limit, long offset) {
        LedgerCondition condition = LedgerCondition.of(filter, scope, today);
        return jdbc.sql("select " + LedgerReading.COLUMNS + ", sm.name subject, " + LedgerReading.MEASURE + FROM
                        + " join measure x on x.item_id = p.id join member o on o.id = x.owner_id"
                        + " left join member sm on sm.id = p.subject_member_id " + condition.where()
                        + " and " + condition.measure()
                        + " order by u.path, p.number, x.position, x.id limit :limit offset :offset")
                .params(condition.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new LedgerLine(LedgerReading.problem(row), LedgerReading.measure(row)))
                .list();
    }

    /** Measures of the owners on one page: owners by branch and pinyin, all measures of each. */
    List<LedgerLine> duties(LedgerFilter filter, BranchScope scope, LocalDate today, int limit, long offset) {
        LedgerCondition condition = LedgerCondition.of(filter, scope, today);
        return jdbc.sql(
                        "with hit as materialized (select x.id measure_id, x.owner_id, u.path " + FROM
                                + " join measure x on x.item_id = p.id " + condition.where() + " and "
                                + condition.measure() + ")"
                                + """
                        , page as (
                          select o.id owner_id, min(h.path) owner_path, o.name owner_name
                          from hit h join member o on o.id = h.owner_id
                          group by o.id, o.name order by min(h.path), o.name collate zh_pinyin, o.id
                          limit :limit offset :offset)
                        """
                                + " select " + LedgerReading.COLUMNS + ", sm.name subject, " + LedgerReading.MEASURE
                                + FROM
                                + " join measure x on x.item_id = p.id join hit on hit.measure_id = x.id"
                                + " join page on page.owner_id = hit.owner_id join member o on o.id = x.owner_id"
                                + " left join member sm on sm.id = p.subject_member_id"
                                + " order by page.owner_path, page.owner_name collate zh_pinyin, o.id, u.path, p.number, x.position")
                .params(condition.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new LedgerLine(LedgerReading.problem(row), LedgerReading.measure(row)))
                .list();
    }

    /** Every problem with its measures, branch by branch, as it comes from the database; to be closed by the caller. */
    Stream<LedgerLine> lines(LedgerFilter filter, BranchScope scope, LocalDate today) {
        return stream(
                "select " + LedgerReading.COLUMNS + ", sm.name subject, " + LedgerReading.MEASURE + FROM
                        + " left join measure x on x.item_id = p.id left join member o on o.id = x.owner_id"
                        + " left join member sm on sm.id = p.subject_member_id",
                " order by u.path, p.number, p.id, x.position",
                LedgerCondition.of(filter, scope, today),
                row -> new LedgerLine(LedgerReading.problem(row), LedgerReading.nullableMeasure(row)));
    }

    /** The same in the order of paper, the branch's own problems first, then person by person; with the last review. */
    Stream<LedgerLine> linesForPaper(LedgerFilter filter, BranchScope scope, LocalDate today) {
        return forPaper(
                ", v.review " + FROM + " left join measure x on x.item_id = p.id" + """
                         left join lateral (
                          select e.actor_name || coalesce('：' || e.text, '') review from item_entry e
                          where e.item_id = p.id and e.kind in ('VERIFIED', 'CLOSED', 'RETURNED')
                          order by e.id desc limit 1) v on true
                        """,
                LedgerCondition.of(filter, scope, today),
                row -> new LedgerLine(
                        LedgerReading.problem(row), LedgerReading.nullableMeasure(row), row.getString("review"), null));
    }

    /** The same without what others said of the result. */
    Stream<LedgerLine> measuresForPaper(LedgerFilter filter, BranchScope scope, LocalDate today) {
        return forPaper(
                " " + FROM + " join measure x on x.item_id = p.id",
                LedgerCondition.of(filter, scope, today),
                row -> new LedgerLine(LedgerReading.problem(row), LedgerReading.measure(row)));
    }

    /** One line for each problem, with the first of its measures if it has any. */
    Stream<LedgerLine> problemsForPaper(LedgerFilter filter, BranchScope scope, LocalDate today) {
        return forPaper(
                " " + FROM + " left join measure x on x.item_id = p.id and x.position = 1",
                LedgerCondition.of(filter, scope, today),
                row -> new LedgerLine(LedgerReading.problem(row), LedgerReading.nullableMeasure(row)));
    }

    private Stream<LedgerLine> forPaper(String from, LedgerCondition condition, Reader reader) {
        return stream(
                "select " + LedgerReading.COLUMNS + ", sm.name subject, " + LedgerReading.MEASURE + from
                        + " left join member o on o.id = x.owner_id"
                        + " left join member sm on sm.id = p.subject_member_id",
                " order by u.path, p.subject_kind <> 'BRANCH', p.subject_kind <> 'SECRETARY',"
                        + " sm.name collate zh_pinyin, sm.id, p.number, p.id, x.position",
                condition,
                reader);
    }

    /** Every measure, owner by owner; to be closed by the caller. */
    Stream<LedgerLine> dutyLines(LedgerFilter filter, BranchScope scope, LocalDate today) {
        return stream(
                "select " + LedgerReading.COLUMNS + ", sm.name subject, " + LedgerReading.MEASURE + ", s.seat " + FROM
                        + " join measure x on x.item_id = p.id join member o on o.id = x.owner_id"
                        + " left join member sm on sm.id = p.subject_member_id"
                        + """
                         left join (
                          select distinct on (z.member_id) z.member_id, z.kind seat from position z
                          where z.until_on is null and not z.assistant and z.kind <> 'GROUP_LEADER'
                          order by z.member_id, z.kind <> 'SECRETARY', z.id) s on s.member_id = o.id
                        """,
                " order by u.path, o.name collate zh_pinyin, o.id, p.number, p.id, x.position",
                LedgerCondition.of(filter, scope, today),
                row -> new LedgerLine(
                        LedgerReading.problem(row), LedgerReading.measure(row), null, LedgerReading.seat(row)));
    }

    private interface Reader {
        LedgerLine read(ResultSet row) throws SQLException;
    }

    /** A cursor needs a running transaction; without one the driver would fetch everything at once. */
    private Stream<LedgerLine> stream(String select, String order, LedgerCondition condition, Reader reader) {
        return jdbc
                .sql(select + " " + condition.where() + order)
                .withFetchSize(500)
                .params(condition.parameters())
                .query((row, number) -> reader.read(row))
                .stream();
    }

    /** Which of the optional columns of paper anything stands in. */
    FilledColumns filled(LedgerFilter filter, BranchScope scope, LocalDate today) {
        LedgerCondition condition = LedgerCondition.of(filter, scope, today);
        return jdbc.sql("select coalesce(bool_or(p.cause is not null), false) cause,"
                        + " coalesce(bool_or(x.target is not null), false) target,"
                        + " coalesce(bool_or(i.responsible_leader is not null), false) leader,"
                        + " coalesce(bool_or(i.evidence is not null or exists (select 1 from evidence f where f.item_id = p.id)), false) evidence "
                        + FROM
                        + " left join measure x on x.item_id = p.id " + condition.where())
                .params(condition.parameters())
                .query(FilledColumns.class)
                .single();
    }

    /** How much of the filtered ledger each of these branches holds; of all its branches for none. */
    List<BranchBand> bands(LedgerFilter filter, BranchScope scope, LocalDate today, Collection<Long> branches) {
        LedgerCondition condition = LedgerCondition.of(filter, scope, today);
        return jdbc.sql("with hit as (select p.id, p.branch_id " + FROM + condition.where()
                        + (branches.isEmpty() ? "" : " and p.branch_id in (:bands)") + ")"
                        + """
                        select h.branch_id, count(distinct h.id) problems, count(x.id) measures, min(s.name) secretary
                        from hit h
                        left join measure x on x.item_id = h.id
                        left join (
                          select p.unit_id, sm.name from position p join member sm on sm.id = p.member_id
                          where p.kind = 'SECRETARY' and p.until_on is null and not p.assistant) s on s.unit_id = h.branch_id
                        group by h.branch_id
                        """)
                .params(condition.parameters())
                .param("bands", branches)
                .query(BranchBand.class)
                .list();
    }

    LedgerTotals totals(LedgerFilter filter, BranchScope scope, LocalDate today) {
        LedgerCondition condition = LedgerCondition.of(filter, scope, today);
        return jdbc.sql("with hit as materialized (select p.id, i.state " + FROM + condition.where() + ")"
                        + """
                        select h.problems, h.closed, h.submitted, h.working, h.voided, m.measures, m.matching,
                          m.owners, m.overdue
                        from (select count(*) problems,
                            count(*) filter (where state = 'CLOSED') closed,
                            count(*) filter (where state in ('SUBMITTED', 'VERIFIED')) submitted,
                            count(*) filter (where state in ('CLAIMED', 'PLANNED', 'IN_PROGRESS', 'RETURNED', 'REOPENED')) working,
                            count(*) filter (where state in ('WITHDRAWN', 'MERGED', 'TRANSFERRED')) voided
                          from hit) h,
                          (select count(*) measures, count(*) filter (where %1$s) matching,
                            count(distinct x.owner_id) filter (where %1$s) owners,
                            count(distinct x.item_id) filter (where x.done_on is null and x.due_on < :totalsToday
                              and hit.state not in ('CLOSED', 'WITHDRAWN', 'MERGED', 'TRANSFERRED')) overdue
                          from hit join measure x on x.item_id = hit.id) m
                        """.formatted(condition.measure()))
                .params(condition.parameters())
                .param("totalsToday", today)
                .query(LedgerTotals.class)
                .single();
    }
}
