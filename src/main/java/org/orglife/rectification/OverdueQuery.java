package org.orglife.rectification;

import java.time.LocalDate;
import java.util.List;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is late. Who may read an item of the ledger reads it here too; of the others there are counts. */
@Component
@Transactional(readOnly = true)
public class OverdueQuery {

    private static final String FROM = """
            from measure m
            join rectification_item i on i.id = m.item_id
            join problem p on p.id = i.id
            join org_unit u on u.id = m.branch_id
            join branch_task t on t.id = m.task_id
            """;

    private static final String LATE =
            " and t.state not in ('DONE', 'EXEMPTED') and m.done_on is null and m.due_on between :from and :until ";

    private final JdbcClient jdbc;

    OverdueQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many measures the caller may read are due within these days and not done. */
    public long count(BranchScope scope, LocalDate from, LocalDate until) {
        LedgerCondition seen = LedgerCondition.open(scope);
        return jdbc.sql("select count(*) " + FROM + seen.where() + LATE)
                .params(seen.parameters())
                .param("from", from)
                .param("until", until)
                .query(Long.class)
                .single();
    }

    /** Those measures, the longest late first. */
    public List<OverdueMeasure> measures(BranchScope scope, LocalDate from, LocalDate until, int limit, long offset) {
        LedgerCondition seen = LedgerCondition.open(scope);
        return jdbc.sql("""
                        select i.id item_id, p.number, u.id branch_id, u.name branch, c.title campaign, p.subject_kind, p.text,
                          m.id measure_id, m.number measure_number, m.text measure, o.id owner_id, o.name owner, m.due_on
                        %s join campaign c on c.id = t.campaign_id join member o on o.id = m.owner_id
                        %s %s
                        order by m.due_on, u.path, p.number, m.number limit :limit offset :offset
                        """.formatted(FROM, seen.where(), LATE))
                .params(seen.parameters())
                .param("from", from)
                .param("until", until)
                .param("limit", limit)
                .param("offset", offset)
                .query(OverdueMeasure.class)
                .list();
    }

    /** How many personal measures of a branch are late. */
    public record PersonalLate(String branch, long measures) {}

    /**
     * Late measures of personal items by branch, for superiors, who are told no more than their number (domain 2.11), in the
     * order of the organisation.
     */
    public List<PersonalLate> personal(BranchScope scope, LocalDate until, int limit) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("select u.name branch, count(*) measures " + FROM + " where " + within.condition()
                        + " and p.subject_kind <> 'BRANCH' and i.state not in ('CLOSED', 'WITHDRAWN', 'MERGED', 'TRANSFERRED')"
                        + LATE
                        + " group by u.id order by u.path limit :limit")
                .params(within.parameters())
                .param("from", LocalDate.EPOCH)
                .param("until", until)
                .param("limit", limit)
                .query(PersonalLate.class)
                .list();
    }
}
