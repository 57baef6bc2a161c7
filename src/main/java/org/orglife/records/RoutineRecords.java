package org.orglife.records;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.orglife.routine.RoutineKind;
import org.orglife.shared.BranchScope;
import org.orglife.sitting.AbsenceReason;
import org.springframework.stereotype.Component;

/** 三会一课、主题党日: whether he was there. */
@Component
class RoutineRecords implements RecordSource {

    private static final String SQL = """
            select a.id, m.held_on on_day, m.topics, array_to_string(m.kinds, ',') kinds, a.present, a.reason
            from routine_attendance a join routine_meeting m on m.id = a.meeting_id
            where a.member_id = :me
            """;

    private final OwnRows own;

    RoutineRecords(OwnRows own) {
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        return own.read(
                RecordSection.ROUTINE,
                SQL,
                scope,
                line -> line.put("kind", kinds(line))
                        .put("there", line.words(line.is("present") ? "records.there" : "records.notThere"))
                        .fact("reason", "reason", AbsenceReason.class)
                        .under("topics"));
    }

    private static String kinds(RecordLine line) throws SQLException {
        return Arrays.stream(Objects.requireNonNull(line.text("kinds")).split(","))
                .map(name -> line.label(RoutineKind.valueOf(name)))
                .collect(Collectors.joining("、"));
    }
}
