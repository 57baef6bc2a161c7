package org.orglife.records;

import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/**
 * Ballots at meetings he was on the list of: that there was one, whether he could vote, whether he stood on it. Who got a
 * slip and what was voted is tied to nobody, and not read here.
 */
@Component
class BallotRecords implements RecordSource {

    private static final String SQL = """
            select h.id, h.held_on on_day, g.title campaign,
              exists (select from attendance a join sitting s on s.id = a.sitting_id
                where s.meeting_id = h.id and a.member_id = :me and a.votes and a.status = 'PRESENT') voter,
              exists (select from ballot_subject b join ballot_box x on x.id = b.box_id
                where x.meeting_id = h.id and b.member_id = :me) subject
            from held_meeting h join branch_task t on t.id = h.task_id join campaign g on g.id = t.campaign_id
            where h.id in (select s.meeting_id from attendance a join sitting s on s.id = a.sitting_id where a.member_id = :me)
              and exists (select from ballot_box x where x.meeting_id = h.id and x.state in ('OPEN', 'CLOSED', 'COUNTED'))
            """;

    private final OwnRows own;

    BallotRecords(OwnRows own) {
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        return own.read(
                RecordSection.BALLOTS,
                SQL,
                scope,
                line -> line.put("ballot", line.words(line.is("voter") ? "records.voter" : "records.noVoter"))
                        .said("ballot", "subject", "records.subject")
                        .under("campaign"));
    }
}
