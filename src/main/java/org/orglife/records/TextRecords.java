package org.orglife.records;

import org.orglife.outline.OutlineState;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** Texts for the meeting; what they say stands on their own pages. */
@Component
class TextRecords implements RecordSource {

    private static final String SQL = """
            select o.id, (select max(v.handed_in_on) from outline_version v where v.outline_id = o.id) on_day, o.state, o.handed_in,
              o.shared_on, g.title campaign, o.handed_in > 0 and g.personal_text <> 'NONE' and exists (select from membership s
                where s.member_id = :me and s.branch_id = o.branch_id and s.until_on is null) open
            from outline o join branch_task t on t.id = o.task_id join campaign g on g.id = t.campaign_id
            where o.member_id = :me
            """;

    private final OwnRows own;

    TextRecords(OwnRows own) {
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        return own.read(
                RecordSection.TEXTS,
                SQL,
                scope,
                line -> line.fact("state", "state", OutlineState.class)
                        .fact("versions", "handed_in")
                        .day("sharedOn", "shared_on")
                        .titled(
                                line.text("campaign"),
                                line.is("open") && inBranch(scope) ? "/texts/" + line.text("id") : null));
    }

    private static boolean inBranch(BranchScope scope) {
        return !scope.role().isSuperior() && !scope.role().isOfficer();
    }
}
