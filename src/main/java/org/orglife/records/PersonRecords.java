package org.orglife.records;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.orglife.organisation.Gender;
import org.orglife.organisation.MemberFlag;
import org.orglife.organisation.MemberKind;
import org.orglife.organisation.Standing;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** Name, birth, branch, kind, marks. The phone number itself is opened on its own page, which the trail notes. */
@Component
class PersonRecords implements RecordSource {

    private static final String SQL = """
            select m.id, cast(null as date) on_day, m.name, m.gender, m.born_on, m.kind, m.standing, m.joined_on, m.full_on, m.code,
              m.leader, m.retired, m.mobile, m.care, m.abroad, m.phone_sealed is not null phone, b.name branch, g.name party_group
            from member m
            left join membership s on s.member_id = m.id and s.until_on is null
            left join org_unit b on b.id = s.branch_id
            left join org_unit g on g.id = s.group_id
            where m.id = :me
            """;

    private final OwnRows own;

    PersonRecords(OwnRows own) {
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        return own.read(RecordSection.PERSON, SQL, scope, PersonRecords::row);
    }

    private static RecordRow row(RecordLine line) throws SQLException {
        return line.fact("unit", "branch")
                .fact("group", "party_group")
                .fact("gender", "gender", Gender.class)
                .day("bornOn", "born_on")
                .fact("kind", "kind", MemberKind.class)
                .fact("standing", "standing", Standing.class)
                .day("joinedOn", "joined_on")
                .day("fullOn", "full_on")
                .put("flags", flags(line))
                .fact("code", "code")
                .said("phone", "phone", "records.phone.kept")
                .under("name");
    }

    private static String flags(RecordLine line) throws SQLException {
        List<String> flags = new ArrayList<>();
        for (MemberFlag flag : MemberFlag.values()) {
            if (line.is(flag.name().toLowerCase(Locale.ROOT))) {
                flags.add(line.label(flag));
            }
        }
        return String.join("、", flags);
    }
}
