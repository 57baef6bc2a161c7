package org.orglife.records;

import java.sql.SQLException;
import org.orglife.problem.ProblemSource;
import org.orglife.rectification.ItemState;
import org.orglife.rectification.PersonalState;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** Problems of his own, handed in or not. */
@Component
class ProblemRecords implements RecordSource {

    private static final String SQL = """
            select p.id, p.raised_on on_day, p.text, p.cause, p.source, a.title aspect, i.state, i.result, g.title campaign,
              false draft
            from problem p join aspect a on a.id = p.aspect_id join campaign g on g.id = p.campaign_id
            left join rectification_item i on i.id = p.id
            where p.subject_member_id = :me
            union all
            select d.id, null, d.text, d.cause, d.source, a.title, null, null, g.title, true
            from problem_draft d join aspect a on a.id = d.aspect_id join campaign g on g.id = d.campaign_id
            where d.member_id = :me
            """;

    private final OwnRows own;

    ProblemRecords(OwnRows own) {
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        return own.read(
                RecordSection.PROBLEMS,
                SQL,
                scope,
                line -> line.fact("campaign", "campaign")
                        .fact("aspect", "aspect")
                        .fact("cause", "cause")
                        .fact("source", "source", ProblemSource.class)
                        .said("state", "draft", "records.notHandedIn")
                        .put("state", state(line))
                        .fact("result", "result")
                        .under("text"));
    }

    private static String state(RecordLine line) throws SQLException {
        ItemState state = line.constant("state", ItemState.class);
        return line.label(state == null ? null : PersonalState.of(state));
    }
}
