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

/** How far the steps around the meeting have come: who is expected, whether the superior agrees, whether all are told. */
@Component
class MeetingChecks implements StepCheck {

    private final MeetingQuery query;

    MeetingChecks(MeetingQuery query) {
        this.query = query;
    }

    @Override
    public Set<StepCode> steps() {
        return Set.of(StepCode.EXPECTED_LIST, StepCode.APPROVAL, StepCode.NOTICE, StepCode.INVITE);
    }

    @Override
    public Map<StepCode, StepProgress> progress(BranchTask task, BranchScope scope) {
        MeetingQuery.Standing standing = query.standing(task);
        return Map.of(
                StepCode.EXPECTED_LIST,
                expected(task, standing),
                StepCode.APPROVAL,
                approval(standing),
                StepCode.NOTICE,
                notice(standing),
                StepCode.INVITE,
                invitations(standing));
    }

    /** Confirmed, and nobody came or left since. */
    private static StepProgress expected(BranchTask task, MeetingQuery.Standing now) {
        // once the meeting has been held the list is what it was
        boolean changed = !task.getState().isAfterMeeting() && now.joined() + now.gone() + now.revoted() > 0;
        if (now.confirmed() && !changed) {
            return step(StepState.DONE, "meeting.step.expected", now.expected(), now.voters());
        }
        return changed
                ? step(StepState.IN_PROGRESS, "meeting.step.expected.changed", now.joined(), now.gone(), now.revoted())
                : step(StepState.NOT_STARTED, "meeting.step.expected.open", now.expected());
    }

    private static StepProgress approval(MeetingQuery.Standing now) {
        if (now.answer() == MeetingApproval.Answer.APPROVED) {
            return step(StepState.DONE, "meeting.step.approved");
        }
        if (!now.asked()) {
            return step(StepState.NOT_STARTED, "meeting.step.unasked");
        }
        return step(StepState.IN_PROGRESS, now.answer() == null ? "meeting.step.asked" : "meeting.step.returned");
    }

    private static StepProgress notice(MeetingQuery.Standing now) {
        if (now.told()) {
            return step(StepState.DONE, "meeting.step.told", now.read(), now.expected());
        }
        return now.drafted()
                ? step(StepState.IN_PROGRESS, "meeting.step.drafted")
                : step(StepState.NOT_STARTED, "meeting.step.untold");
    }

    /** Done once everybody who is invited has answered. */
    private static StepProgress invitations(MeetingQuery.Standing now) {
        if (now.invited() == 0) {
            return step(StepState.NOT_STARTED, "meeting.step.uninvited");
        }
        return step(
                now.answered() == now.invited() ? StepState.DONE : StepState.IN_PROGRESS,
                "meeting.step.invited",
                now.invited(),
                now.answered());
    }

    private static StepProgress step(StepState state, String code, Object... arguments) {
        return new StepProgress(state, 0, 0, code, List.of(arguments));
    }

    @Override
    public Optional<String> page(StepCode step, BranchTask task) {
        String page = switch (step) {
            case EXPECTED_LIST -> "/expected";
            case INVITE -> "/invitations";
            default -> "/meeting";
        };
        return Optional.of("/tasks/" + task.getId() + page);
    }
}
