package org.orglife.minutes;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskState;
import org.orglife.campaign.StepCheck;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepProgress;
import org.orglife.campaign.StepState;
import org.orglife.shared.BranchScope;
import org.orglife.sitting.MeetingPhase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the record of the meeting, the making up for it and the report have come. */
@Component
class MinutesChecks implements StepCheck {

    private final JdbcClient jdbc;

    MinutesChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<StepCode> steps() {
        return Set.of(StepCode.RECORD, StepCode.MAKE_UP, StepCode.REPORT);
    }

    private record Standing(@Nullable MeetingPhase phase, int makeUps, int open, boolean imported, boolean reported) {}

    /** Of a meeting held elsewhere nothing is known: the branch notes by hand that it has a record and was reported. */
    @Override
    public Map<StepCode, StepProgress> progress(BranchTask task, BranchScope scope) {
        Standing now = jdbc.sql("""
                        select h.phase,
                          (select count(*) from meeting_make_up u where u.meeting_id = h.id) make_ups,
                          (select count(*) from meeting_make_up u where u.meeting_id = h.id and u.state = 'OPEN') "open",
                          h.source is not null imported,
                          exists (select 1 from task_entry e where e.task_id = t.id and e.to_state = 'REPORTED') reported
                        from branch_task t left join held_meeting h on h.id = %s
                        where t.id = :task
                        """.formatted(MakeUpQuery.LAST))
                .param("task", task.getId())
                .query(Standing.class)
                .single();
        Map<StepCode, StepProgress> progress = new EnumMap<>(StepCode.class);
        boolean follows = task.getState().isAfterMeeting() && task.getState() != BranchTaskState.HELD;
        if (!follows) {
            progress.put(StepCode.REPORT, step(StepState.NOT_STARTED, 0, 0, "minutes.step.unreported"));
        } else if (now.reported()) {
            progress.put(StepCode.REPORT, step(StepState.DONE, 0, 0, "minutes.step.reported"));
        }
        MeetingPhase phase = now.phase();
        if (phase == null) {
            if (!task.getState().isAfterMeeting()) {
                progress.put(StepCode.RECORD, step(StepState.NOT_STARTED, 0, 0, "minutes.step.none"));
                progress.put(StepCode.MAKE_UP, step(StepState.NOT_STARTED, 0, 0, "minutes.step.none"));
            }
            return progress;
        }
        progress.put(
                StepCode.RECORD,
                phase == MeetingPhase.RECORD_SIGNED
                        ? step(StepState.DONE, 0, 0, "minutes.step.signed")
                        : step(StepState.IN_PROGRESS, 0, 0, "minutes.step.open"));
        if (!now.imported()) {
            progress.put(StepCode.MAKE_UP, makeUps(now.makeUps() - now.open(), now.makeUps()));
        }
        return progress;
    }

    private static StepProgress makeUps(int settled, int all) {
        if (all == 0) {
            return step(StepState.DONE, 0, 0, "minutes.step.everybody");
        }
        StepState state = settled == all ? StepState.DONE : StepState.IN_PROGRESS;
        return step(settled == 0 ? StepState.NOT_STARTED : state, settled, all, "minutes.step.madeUp");
    }

    private static StepProgress step(StepState state, int done, int total, String code) {
        return new StepProgress(state, done, total, code, List.of(done, total));
    }

    @Override
    public Optional<String> page(StepCode step, BranchTask task) {
        return Optional.of("/tasks/" + task.getId() + (step == StepCode.MAKE_UP ? "/make-ups" : "/minutes"));
    }
}
