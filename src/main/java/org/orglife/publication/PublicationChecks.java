package org.orglife.publication;

import java.util.EnumMap;
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

/**
 * How far a branch has shown what it does, and its people what they promise (gate G5). Where nothing was begun here the branch
 * notes by hand that it hung up a paper of its own.
 */
@Component
class PublicationChecks implements StepCheck {

    private final JdbcClient jdbc;

    PublicationChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<StepCode> steps() {
        return Set.of(StepCode.PUBLICATION, StepCode.PLEDGE);
    }

    private record Standing(int begun, int shown, int pledges, int pledged) {}

    @Override
    public Map<StepCode, StepProgress> progress(BranchTask task, BranchScope scope) {
        Standing now =
                jdbc.sql("""
                        select p.begun, p.shown, x.pledges, x.pledged
                        from (select count(*) filter (where state in ('DRAFT', 'CHECKED', 'APPROVED')) begun,
                            count(*) filter (where state in ('PUBLISHED', 'ENDED')) shown
                          from publication where task_id = :task and kind in ('MEASURES', 'PROGRESS')) p,
                          (select count(*) pledges, count(*) filter (where state not in ('WRITTEN', 'REVIEWED')) pledged
                          from pledge where task_id = :task) x
                        """).param("task", task.getId()).query(Standing.class).single();
        Map<StepCode, StepProgress> progress = new EnumMap<>(StepCode.class);
        if (now.shown() > 0) {
            progress.put(StepCode.PUBLICATION, step(StepState.DONE, "publication.step.shown", now.shown()));
        } else if (now.begun() > 0) {
            progress.put(StepCode.PUBLICATION, step(StepState.IN_PROGRESS, "publication.step.begun", now.begun()));
        }
        if (now.pledges() > 0) {
            StepState state = now.pledged() > 0 ? StepState.DONE : StepState.IN_PROGRESS;
            progress.put(
                    StepCode.PLEDGE,
                    new StepProgress(state, 0, 0, "publication.step.pledged", List.of(now.pledged(), now.pledges())));
        }
        return progress;
    }

    private static StepProgress step(StepState state, String code, int count) {
        return new StepProgress(state, 0, 0, code, List.of(count));
    }

    @Override
    public Optional<String> page(StepCode step, BranchTask task) {
        return Optional.of("/tasks/" + task.getId() + (step == StepCode.PLEDGE ? "/pledges" : "/publications"));
    }
}
