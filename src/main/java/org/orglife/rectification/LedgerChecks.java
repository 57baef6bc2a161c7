package org.orglife.rectification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.StepCheck;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepProgress;
import org.orglife.campaign.StepState;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the ledger has come: what of it is planned, and what is struck off (domain 2.8). */
@Component
class LedgerChecks implements StepCheck {

    private final JdbcClient jdbc;

    LedgerChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Counts(
            int branchItems, int plannedBranchItems, int personalItems, int plannedPersonalItems, int closedItems) {}

    @Override
    public Set<StepCode> steps() {
        return Set.of(StepCode.BRANCH_LIST, StepCode.PERSONAL_LISTS, StepCode.CLOSING);
    }

    @Override
    public Map<StepCode, StepProgress> progress(BranchTask task, BranchScope scope) {
        Counts counts =
                jdbc.sql("""
                        select
                          count(*) filter (where p.subject_kind = 'BRANCH') branch_items,
                          count(*) filter (where p.subject_kind = 'BRANCH' and i.state <> 'CLAIMED') planned_branch_items,
                          count(*) filter (where p.subject_kind <> 'BRANCH') personal_items,
                          count(*) filter (where p.subject_kind <> 'BRANCH' and i.state <> 'CLAIMED') planned_personal_items,
                          count(*) filter (where i.state = 'CLOSED') closed_items
                        from rectification_item i join problem p on p.id = i.id
                        where i.task_id = :task and i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED')
                        """).param("task", task.getId()).query(Counts.class).single();
        return Map.of(
                StepCode.BRANCH_LIST,
                progress(counts.plannedBranchItems(), counts.branchItems(), "rectification.step.planned"),
                StepCode.PERSONAL_LISTS,
                progress(counts.plannedPersonalItems(), counts.personalItems(), "rectification.step.planned"),
                StepCode.CLOSING,
                progress(
                        counts.closedItems(),
                        counts.branchItems() + counts.personalItems(),
                        "rectification.step.closed"));
    }

    private static StepProgress progress(int done, int total, String code) {
        StepState state;
        if (done == 0) {
            state = StepState.NOT_STARTED;
        } else {
            state = done == total ? StepState.DONE : StepState.IN_PROGRESS;
        }
        return new StepProgress(state, done, total, code, List.of(done, total));
    }

    @Override
    public Optional<String> page(StepCode step, BranchTask task) {
        return Optional.of("/ledger?campaign=" + task.getCampaign().getId());
    }
}
