package org.orglife.records;

import org.orglife.points.ExemptReason;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** Lines of his passbook, and that nothing is counted for him. */
@Component
class PointsRecords implements RecordSource {

    private static final String SQL = """
            select e.id, e.on_day, i.name item, e.points, e.note, e.registrar_name, null exempt, e.counters_id is not null counter
            from points_entry e join points_item i on i.id = e.item_id where e.member_id = :me
            union all
            select s.id, s.announced_on, null, null, null, null, x.reason, false
            from points_exemption x join points_scheme s on s.id = x.scheme_id
            where x.member_id = :me and s.announced_on is not null
            """;

    private final OwnRows own;

    PointsRecords(OwnRows own) {
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        return own.read(
                RecordSection.POINTS,
                SQL,
                scope,
                line -> line.fact("points", "points")
                        .said("note", "counter", "points.counter.is")
                        .fact("note", "note")
                        .fact("registrar", "registrar_name")
                        .fact("exempt", "exempt", ExemptReason.class)
                        .titled(line.text("item") == null ? line.words("records.exempt") : line.text("item"), null));
    }
}
