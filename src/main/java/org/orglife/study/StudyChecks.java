package org.orglife.study;

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

/** How far studying has come: one session together, and nobody left out (domain 2.4). */
@Component
class StudyChecks implements StepCheck {

    private final StudyQuery query;

    StudyChecks(StudyQuery query) {
        this.query = query;
    }

    @Override
    public Set<StepCode> steps() {
        return Set.of(StepCode.STUDY, StepCode.STUDY_COVER);
    }

    @Override
    public Map<StepCode, StepProgress> progress(BranchTask task, BranchScope scope) {
        StudyQuery.Coverage coverage = query.coverage(task);
        StepState reached = coverage.reached() == 0
                ? StepState.NOT_STARTED
                : (coverage.reached() >= coverage.expected() ? StepState.DONE : StepState.IN_PROGRESS);
        return Map.of(
                StepCode.STUDY,
                new StepProgress(
                        coverage.together() > 0 ? StepState.DONE : StepState.NOT_STARTED,
                        0,
                        0,
                        "study.step.sessions",
                        List.of(coverage.together())),
                StepCode.STUDY_COVER,
                new StepProgress(
                        reached,
                        coverage.reached(),
                        coverage.expected(),
                        "study.step.covered",
                        List.of(coverage.reached(), coverage.expected())));
    }

    @Override
    public Optional<String> page(StepCode step, BranchTask task) {
        return Optional.of("/tasks/" + task.getId() + "/study");
    }
}
