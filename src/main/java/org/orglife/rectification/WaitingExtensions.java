package org.orglife.rectification;

import java.util.List;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which later dates wait for a decision of the office; those that wait for a branch are among its {@link WaitingWork}.
 * Says {@link ExtensionRule} in SQL.
 */
@Service
@Transactional(readOnly = true)
public class WaitingExtensions {

    private static final String BEYOND = "(m.extensions > 0 or m.extension_until - m.due_on > c.max_first_extension)";

    /** Nobody who leads the branch is free to decide: no seat is filled, or its holder owns the measure. */
    private static final String NO_LEADER = """
            not exists (
              select 1 from position x
              where x.unit_id = p.branch_id and x.until_on is null and not x.assistant and x.member_id is not null
                and x.kind in ('SECRETARY', 'DEPUTY_SECRETARY') and x.member_id <> m.owner_id)
            """;

    private final JdbcClient jdbc;

    WaitingExtensions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By campaign, the newest first. */
    public List<WaitingExtension> of(BranchScope scope) {
        if (scope.role() != Role.PARTY_OFFICE) {
            return List.of();
        }
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select c.id campaign_id, c.title campaign, count(*) requests, min(i.id) item, min(m.due_on) due_on
                        from measure m
                        join rectification_item i on i.id = m.item_id
                        join problem p on p.id = i.id
                        join org_unit u on u.id = p.branch_id
                        join branch_task t on t.id = p.task_id
                        join campaign c on c.id = p.campaign_id
                        where %s and %s
                        group by c.id order by c.id desc
                        """.formatted(within.condition(), decides(scope)))
                .params(within.parameters())
                .param("me", scope.memberId() == null ? -1L : scope.memberId())
                .query(WaitingExtension.class)
                .list();
    }

    /** A measure {@code m} of an item {@code i} for which a later date is asked and the caller, {@code :me}, decides. */
    static String decides(BranchScope scope) {
        String personal;
        String ofBranch;
        if (scope.role() == Role.PARTY_OFFICE) {
            personal = LedgerCondition.FALLS_TO_OFFICE;
            ofBranch = BEYOND + " or " + NO_LEADER;
        } else {
            personal = LedgerCondition.IS_CLOSER;
            ofBranch = scope.role().leadsBranch() ? "not " + BEYOND : "false";
        }
        return "(m.extension_until > m.due_on and m.done_on is null and m.owner_id <> :me"
                + " and i.state in ('PLANNED', 'IN_PROGRESS', 'RETURNED', 'REOPENED')"
                + " and case when p.subject_kind = 'BRANCH' then (" + ofBranch + ") else (not "
                + LedgerCondition.INVOLVED + " and " + personal + ") end)";
    }
}
