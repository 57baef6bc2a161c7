package org.orglife.records;

import java.sql.SQLException;
import org.orglife.organisation.MembershipEnd;
import org.orglife.organisation.PositionKind;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** Enrolments and seats. */
@Component
class SeatRecords implements RecordSource {

    private static final String SQL = """
            select s.id, s.from_on on_day, u.name unit, g.name party_group, s.until_on, s.end_reason, null kind, null title,
              false assistant, false acting, 'ENROLLED' what
            from membership s join org_unit u on u.id = s.branch_id left join org_unit g on g.id = s.group_id
            where s.member_id = :me
            union all
            select p.id, p.from_on, u.name, null, p.until_on, null, p.kind, p.title, p.assistant, p.acting, 'SEAT'
            from position p join org_unit u on u.id = p.unit_id where p.member_id = :me
            """;

    private final OwnRows own;

    SeatRecords(OwnRows own) {
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        return own.read(
                RecordSection.SEATS,
                SQL,
                scope,
                line -> line.fact("unit", "unit")
                        .fact("group", "party_group")
                        .day("until", "until_on")
                        .fact("endReason", "end_reason", MembershipEnd.class)
                        .said("note", "assistant", "organisation.positionHold.ASSISTANT")
                        .said("note", "acting", "organisation.positionHold.ACTING")
                        .titled(title(line), null));
    }

    private static String title(RecordLine line) throws SQLException {
        if (line.isA("ENROLLED")) {
            return line.words("records.enrolled");
        }
        String title = line.text("title");
        return title == null ? line.label(line.constant("kind", PositionKind.class)) : title;
    }
}
