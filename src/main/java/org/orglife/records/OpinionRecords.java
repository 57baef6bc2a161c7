package org.orglife.records;

import org.orglife.opinion.Disposition;
import org.orglife.opinion.OpinionAbout;
import org.orglife.opinion.OpinionChannel;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** Opinions he gave with his name; what was said without one is nobody's. */
@Component
class OpinionRecords implements RecordSource {

    private static final String SQL = """
            select o.id, coalesce(o.given_on, o.recorded_on) on_day, o.text, o.about, o.channel, o.withdrawn_on, p.disposition,
              g.title campaign
            from opinion o join branch_task t on t.id = o.task_id join campaign g on g.id = t.campaign_id
            left join digest_point p on p.id = o.point_id
            where o.giver_id = :me and not o.anonymous
            """;

    private final OwnRows own;

    OpinionRecords(OwnRows own) {
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        return own.read(
                RecordSection.OPINIONS,
                SQL,
                scope,
                line -> line.fact("campaign", "campaign")
                        .fact("about", "about", OpinionAbout.class)
                        .fact("channel", "channel", OpinionChannel.class)
                        .fact("became", "disposition", Disposition.class)
                        .day("withdrawnOn", "withdrawn_on")
                        .under("text"));
    }
}
