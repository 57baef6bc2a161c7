package org.orglife.talk;

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
import org.springframework.stereotype.Component;

/** How far the talks before a meeting have come: done when every pair and every member of BR-62 (a) and (b) is. */
@Component
class TalkChecks implements StepCheck {

    private final TalkQuery query;

    TalkChecks(TalkQuery query) {
        this.query = query;
    }

    @Override
    public Set<StepCode> steps() {
        return Set.of(StepCode.TALK);
    }

    @Override
    public Map<StepCode, StepProgress> progress(BranchTask task, BranchScope scope) {
        TalkCoverage coverage = query.coverage(task);
        StepState state = coverage.talks() == 0
                ? StepState.NOT_STARTED
                : (coverage.isComplete() ? StepState.DONE : StepState.IN_PROGRESS);
        return Map.of(
                StepCode.TALK,
                new StepProgress(
                        state,
                        coverage.done(),
                        coverage.due(),
                        "talk.step",
                        List.of(coverage.pairsDone(), coverage.pairs(), coverage.membersDone(), coverage.members())));
    }

    @Override
    public Optional<String> page(StepCode step, BranchTask task) {
        return Optional.of("/tasks/" + task.getId() + "/talks");
    }
}
