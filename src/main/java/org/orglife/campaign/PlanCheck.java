package org.orglife.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** The first step: day, place and people are settled. */
@Component
class PlanCheck implements StepCheck {

    private final BranchPlanRepository plans;

    PlanCheck(BranchPlanRepository plans) {
        this.plans = plans;
    }

    @Override
    public Set<StepCode> steps() {
        return Set.of(StepCode.PLAN);
    }

    @Override
    public Map<StepCode, StepProgress> progress(BranchTask task, BranchScope scope) {
        boolean settled = plans.findById(task.getId()).isPresent();
        return Map.of(
                StepCode.PLAN,
                new StepProgress(
                        settled ? StepState.DONE : StepState.NOT_STARTED,
                        0,
                        0,
                        settled ? "campaign.plan.settled" : "campaign.plan.none",
                        List.of()));
    }

    @Override
    public Optional<String> page(StepCode step, BranchTask task) {
        return Optional.of("/tasks/" + task.getId() + "/plan");
    }
}
