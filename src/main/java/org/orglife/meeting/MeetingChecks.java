package org.orglife.meeting;

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

/** How far the list of those expected has come: confirmed, and nobody came or left since. */
@Component
class MeetingChecks implements StepCheck {

    private final MeetingQuery query;

    MeetingChecks(MeetingQuery query) {
        this.query = query;
    }

    @Override
    public Set<StepCode> steps() {
        return Set.of(StepCode.EXPECTED_LIST);
    }

    @Override
    public Map<StepCode, StepProgress> progress(BranchTask task, BranchScope scope) {
        MeetingQuery.Standing standing = query.standing(task);
        return Map.of(StepCode.EXPECTED_LIST, expected(task, standing));
    }

    private static StepProgress expected(BranchTask task, MeetingQuery.Standing now) {
        // once the meeting has been held the list is what it was
        boolean changed = !task.getState().isAfterMeeting() && now.joined() + now.gone() + now.revoted() > 0;
        if (now.confirmed() && !changed) {
            return step(StepState.DONE, "meeting.step.expected", now.expected(), now.voters());
        }
        return now.confirmed() || now.joined() + now.gone() + now.revoted() > 0
                ? step(StepState.IN_PROGRESS, "meeting.step.expected.changed", now.joined(), now.gone(), now.revoted())
                : step(StepState.NOT_STARTED, "meeting.step.expected.open", now.expected());
    }

    private static StepProgress step(StepState state, String code, Object... arguments) {
        return new StepProgress(state, 0, 0, code, List.of(arguments));
    }

    @Override
    public Optional<String> page(StepCode step, BranchTask task) {
        return Optional.of("/tasks/" + task.getId() + "/expected");
    }
}
