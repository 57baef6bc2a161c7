package org.orglife.outline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.PersonalText;
import org.orglife.campaign.Policy;
import org.orglife.campaign.StepCheck;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepProgress;
import org.orglife.campaign.StepState;
import org.orglife.campaign.TextReview;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/**
 * How far texts and their reading have come; says nothing where the campaign wants none. Where an outline is optional,
 * one is enough.
 */
@Component
class OutlineChecks implements StepCheck {

    private final OutlineQuery query;

    OutlineChecks(OutlineQuery query) {
        this.query = query;
    }

    @Override
    public Set<StepCode> steps() {
        return Set.of(StepCode.TEXT, StepCode.TEXT_REVIEW);
    }

    @Override
    public Map<StepCode, StepProgress> progress(BranchTask task, BranchScope scope) {
        Policy policy = task.getCampaign().getPolicy();
        if (!OutlineAccess.isAllowed(policy)) {
            return Map.of();
        }
        OutlineQuery.Progress progress = query.progress(task);
        boolean optional = policy.personalText() == PersonalText.OUTLINE_OPTIONAL;
        StepProgress text = new StepProgress(
                state(progress.begun(), progress.handedIn() >= (optional ? 1 : Math.max(1, progress.members()))),
                optional ? 0 : progress.handedIn(),
                optional ? 0 : progress.members(),
                optional ? "outline.step.optional" : "outline.step.text",
                List.of(progress.handedIn(), progress.members()));
        if (policy.textReview() == TextReview.OFF) {
            return Map.of(StepCode.TEXT, text);
        }
        return Map.of(
                StepCode.TEXT,
                text,
                StepCode.TEXT_REVIEW,
                new StepProgress(
                        state(
                                progress.handedIn(),
                                progress.toReview() > 0 && progress.accepted() >= progress.toReview()),
                        progress.accepted(),
                        progress.toReview(),
                        "outline.step.review",
                        List.of(progress.accepted(), progress.toReview())));
    }

    private static StepState state(int begun, boolean complete) {
        if (complete) {
            return StepState.DONE;
        }
        return begun == 0 ? StepState.NOT_STARTED : StepState.IN_PROGRESS;
    }

    @Override
    public Optional<String> page(StepCode step, BranchTask task) {
        Policy policy = task.getCampaign().getPolicy();
        return OutlineAccess.isAllowed(policy) && (step == StepCode.TEXT || policy.textReview() != TextReview.OFF)
                ? Optional.of("/tasks/" + task.getId() + "/texts")
                : Optional.empty();
    }
}
