package org.orglife.opinion;

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

/**
 * How far the asking has come (domain 2.4): it is done with one opinion by whatever channel, or with the statement that
 * there was none; the digest once every opinion is merged and every point decided.
 */
@Component
class OpinionChecks implements StepCheck {

    private final OpinionQuery query;

    OpinionChecks(OpinionQuery query) {
        this.query = query;
    }

    @Override
    public Set<StepCode> steps() {
        return Set.of(StepCode.OPINION, StepCode.OPINION_DIGEST);
    }

    @Override
    public Map<StepCode, StepProgress> progress(BranchTask task, BranchScope scope) {
        OpinionTotals totals = query.totals(task.getId(), scope);
        return Map.of(StepCode.OPINION, asked(totals), StepCode.OPINION_DIGEST, digest(totals));
    }

    private static StepProgress asked(OpinionTotals totals) {
        if (totals.opinions() == 0 && totals.noneReceived() > 0) {
            return new StepProgress(StepState.DONE, 1, 0, "opinion.step.none", List.of());
        }
        StepState state = totals.opinions() > 0 ? StepState.DONE : StepState.NOT_STARTED;
        return new StepProgress(state, totals.opinions(), 0, "opinion.step.asked", List.of(totals.opinions()));
    }

    private static StepProgress digest(OpinionTotals totals) {
        if (totals.isSettled() && totals.opinions() == 0) {
            return new StepProgress(StepState.DONE, 1, 0, "opinion.step.none", List.of());
        }
        StepState state = StepState.NOT_STARTED;
        if (totals.points() > 0) {
            state = totals.isSettled() ? StepState.DONE : StepState.IN_PROGRESS;
        }
        return new StepProgress(
                state,
                totals.merged(),
                totals.opinions(),
                "opinion.step.digest",
                List.of(totals.merged(), totals.opinions(), totals.decided(), totals.points()));
    }

    @Override
    public Optional<String> page(StepCode step, BranchTask task) {
        String page = "/tasks/" + task.getId() + "/opinions";
        return Optional.of(step == StepCode.OPINION ? page : page + "/digest");
    }
}
