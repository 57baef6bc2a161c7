package org.orglife.records;

import org.orglife.rectification.Track;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** Measures and decisions he answers for; of a problem that is another member's only his own part. */
@Component
class MeasureRecords implements RecordSource {

    private static final String SQL = """
            select m.id, m.due_on on_day, m.text, m.target, m.track, m.progress, m.progress_on, m.done_on, u.name branch,
              case when p.subject_member_id is null or p.subject_member_id = :me then p.text end problem
            from measure m join problem p on p.id = m.item_id join org_unit u on u.id = m.branch_id
            where m.id in (select id from measure where owner_id = :me
              union select o.id from measure o join problem q on q.id = o.item_id where q.subject_member_id = :me)
            union all
            select d.id, d.due_on, d.text, null, null, null, null, null, u.name, null
            from meeting_decision d join org_unit u on u.id = d.branch_id where d.owner_id = :me
            union all
            select d.id, d.due_on, d.text, null, null, null, null, null, u.name, null
            from routine_decision d join org_unit u on u.id = d.branch_id where d.owner_id = :me
            """;

    private final OwnRows own;

    MeasureRecords(OwnRows own) {
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        return own.read(
                RecordSection.MEASURES,
                SQL,
                scope,
                line -> line.fact("branch", "branch")
                        .fact("problem", "problem")
                        .fact("target", "target")
                        .fact("track", "track", Track.class)
                        .fact("progress", "progress")
                        .day("progressOn", "progress_on")
                        .day("doneOn", "done_on")
                        .under("text"));
    }
}
