package org.orglife.campaign;

import java.util.List;
import java.util.Optional;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists campaigns: those that reach a branch of the scope, and for an office its own drafts. */
@Service
@Transactional(readOnly = true)
public class CampaignQuery {

    private final JdbcClient jdbc;

    CampaignQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first; drafts stand above all. */
    public List<CampaignRow> list(BranchScope scope) {
        ScopeSql branches = ScopeSql.on("u", scope);
        String own = scope.role() == Role.PARTY_OFFICE ? branches.condition().replace("u.", "i.") : "(false)";
        return jdbc.sql("""
                        select c.id, c.title, c.year, c.kind, c.state, c.backfilled, i.name issuer, c.issued_on,
                          c.meeting_from, c.meeting_until, coalesce(t.tasks, 0) tasks, coalesce(t.has_ledger, false) has_ledger
                        from campaign c
                        join org_unit i on i.id = c.issuer_id
                        left join lateral (
                          select count(*) tasks,
                            bool_or(bt.state in ('HELD', 'REPORTED', 'RECTIFYING', 'DONE'))
                              and exists (select 1 from problem p where p.campaign_id = c.id) has_ledger
                          from branch_task bt join org_unit u on u.id = bt.branch_id
                          where bt.campaign_id = c.id and %s) t on true
                        where (t.tasks > 0 and c.state not in ('DRAFT', 'CONSULTING')) or %s
                        order by c.issued_on desc nulls first, c.id desc
                        """.formatted(branches.condition(), own))
                .params(branches.parameters())
                .query(CampaignRow.class)
                .list();
    }

    /** The campaign branches are in the middle of: the newest one that is running, otherwise the newest of all. */
    public Optional<CampaignRow> current(BranchScope scope) {
        return current(list(scope));
    }

    private static Optional<CampaignRow> current(List<CampaignRow> all) {
        List<CampaignRow> issued = all.stream()
                .filter(row -> !row.state().isDraft() && row.state() != CampaignState.CANCELLED)
                .toList();
        return issued.stream()
                .filter(row -> row.state().isRunning())
                .findFirst()
                .or(() -> issued.stream().findFirst());
    }

    /** The campaign whose ledger is being worked on: the newest one in which a branch has met and problems are put down, otherwise the current. */
    public Optional<CampaignRow> withLedger(BranchScope scope) {
        return withLedger(list(scope));
    }

    /** The same among those that {@link #list} found. */
    public static Optional<CampaignRow> withLedger(List<CampaignRow> all) {
        return all.stream().filter(CampaignRow::hasLedger).findFirst().or(() -> current(all));
    }
}
