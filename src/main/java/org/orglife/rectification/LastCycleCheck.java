package org.orglife.rectification;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.StepCheck;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepProgress;
import org.orglife.campaign.StepState;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a branch has said what became of the cycle before; it must where the system knows one (domain 2.4). */
@Component
class LastCycleCheck implements StepCheck {

    private final JdbcClient jdbc;

    LastCycleCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Known(
            @Nullable String campaign, @Nullable LocalDate savedOn) {}

    @Override
    public Set<StepCode> steps() {
        return Set.of(StepCode.LAST_CYCLE);
    }

    @Override
    public Map<StepCode, StepProgress> progress(BranchTask task, BranchScope scope) {
        Known known = jdbc.sql("""
                        select (select b.campaign from (%s) b) campaign,
                          (select s.saved_on from last_cycle_statement s where s.id = :task) saved_on
                        """.formatted(LastCycle.EARLIER_TASK))
                .param("campaign", task.getCampaign().getId())
                .param("branch", task.getBranch().getId())
                .param("task", task.getId())
                .query(Known.class)
                .single();
        String campaign = known.campaign();
        boolean written = known.savedOn() != null;
        String open = campaign == null ? "rectification.last.step.none" : "rectification.last.step.open";
        return Map.of(
                StepCode.LAST_CYCLE,
                new StepProgress(
                        written ? StepState.DONE : StepState.NOT_STARTED,
                        0,
                        0,
                        written ? "rectification.last.step.written" : open,
                        List.of(campaign == null ? "" : campaign),
                        campaign != null));
    }

    @Override
    public Optional<String> page(StepCode step, BranchTask task) {
        return Optional.of("/tasks/" + task.getId() + "/last-cycle");
    }
}
