package org.orglife.review;

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

/** How far the grades are decided, and those they are about told. */
@Component
class ReviewChecks implements StepCheck {

    private final JdbcClient jdbc;

    ReviewChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<StepCode> steps() {
        return Set.of(StepCode.ASSESSMENT, StepCode.FEEDBACK);
    }

    private record Standing(int balloted, int graded, int decided, int told, boolean here) {}

    /** Of a meeting held elsewhere nothing is known: the branch notes by hand that it has decided and told everybody. */
    @Override
    public Map<StepCode, StepProgress> progress(BranchTask task, BranchScope scope) {
        if (!task.getCampaign().isCombinesMemberReview()) {
            return Map.of();
        }
        Standing now =
                jdbc.sql("""
                        select count(*) filter (where r.balloted) balloted,
                          count(*) filter (where r.balloted and r.participation = 'GRADED') graded,
                          count(r.grade) decided, count(r.fed_back_on) told,
                          exists (select from held_meeting h where h.task_id = :task and h.source is null) here
                        from member_review r where r.task_id = :task
                        """).param("task", task.getId()).query(Standing.class).single();
        if (!now.here() && task.getState().isAfterMeeting()) {
            return Map.of();
        }
        if (now.balloted() == 0) {
            StepProgress waiting = step(StepState.NOT_STARTED, 0, 0, "review.step.ballot");
            return Map.of(StepCode.ASSESSMENT, waiting, StepCode.FEEDBACK, waiting);
        }
        return Map.of(
                StepCode.ASSESSMENT,
                step(now.decided(), now.graded(), "review.step.decided"),
                StepCode.FEEDBACK,
                step(now.told(), now.graded(), "review.step.told"));
    }

    private static StepProgress step(int done, int total, String code) {
        if (done == total) {
            return step(StepState.DONE, done, total, code);
        }
        return step(done == 0 ? StepState.NOT_STARTED : StepState.IN_PROGRESS, done, total, code);
    }

    private static StepProgress step(StepState state, int done, int total, String code) {
        return new StepProgress(state, done, total, code, List.of(done, total));
    }

    @Override
    public Optional<String> page(StepCode step, BranchTask task) {
        return task.getCampaign().isCombinesMemberReview()
                ? Optional.of("/tasks/" + task.getId() + "/review")
                : Optional.empty();
    }
}
