package org.orglife.records;

import java.util.List;
import org.orglife.meeting.OwnLeaves;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** Leaves he asked for. */
@Component
class LeaveRecords implements RecordSource {

    private final OwnLeaves leaves;
    private final OwnRows own;

    LeaveRecords(OwnLeaves leaves, OwnRows own) {
        this.leaves = leaves;
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        List<OwnLeaves.Own> all = leaves.newest(OwnRows.NEWEST, scope);
        return new RecordList(
                RecordSection.LEAVES,
                all.stream().map(this::row).toList(),
                all.isEmpty() ? 0 : all.get(0).total());
    }

    private RecordRow row(OwnLeaves.Own leave) {
        return own.facts()
                .label("reason", leave.reason())
                .text("remark", leave.remark())
                .label("state", leave.state())
                .moment("askedAt", leave.askedAt())
                .text("askedBy", leave.askedBy())
                .text("answeredBy", leave.answeredBy())
                .titled(leave.campaign(), null, null);
    }
}
