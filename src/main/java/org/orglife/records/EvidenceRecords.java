package org.orglife.records;

import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** Files he has uploaded as evidence. */
@Component
class EvidenceRecords implements RecordSource {

    private static final String SQL = """
            select e.id, e.uploaded_on on_day, e.name, u.name branch
            from evidence e join org_unit u on u.id = e.branch_id where e.account_id = :account
            """;

    private final OwnRows own;

    EvidenceRecords(OwnRows own) {
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        return own.read(
                RecordSection.EVIDENCE,
                SQL,
                scope,
                line -> line.fact("branch", "branch").under("name"));
    }
}
