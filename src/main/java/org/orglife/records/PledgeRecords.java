package org.orglife.records;

import org.orglife.publication.PledgeState;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** What he promised. */
@Component
class PledgeRecords implements RecordSource {

    private static final String SQL = """
            select p.id, p.reviewed_on on_day, p.post, p.state, p.returned_reason, p.fulfilment, p.evaluation, g.title campaign,
              (select string_agg(o.text, '；' order by o.position) from pledge_promise o where o.pledge_id = p.id) promises
            from pledge p join branch_task t on t.id = p.task_id join campaign g on g.id = t.campaign_id
            where p.member_id = :me
            """;

    private final OwnRows own;

    PledgeRecords(OwnRows own) {
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        return own.read(
                RecordSection.PLEDGES,
                SQL,
                scope,
                line -> line.fact("post", "post")
                        .fact("promises", "promises")
                        .fact("state", "state", PledgeState.class)
                        .fact("returned", "returned_reason")
                        .fact("fulfilment", "fulfilment")
                        .fact("evaluation", "evaluation")
                        .under("campaign"));
    }
}
