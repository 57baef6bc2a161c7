package org.orglife.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.meeting.MeetingForm;
import org.orglife.meeting.Meetings;
import org.orglife.shared.RuleViolationException;
import org.orglife.sitting.BallotRound;
import org.orglife.sitting.BallotRounds;
import org.orglife.sitting.ConsoleQuery;
import org.orglife.sitting.HeldMeeting;
import org.springframework.stereotype.Component;

/** How far the ballot of a task's last meeting is. What it came to is not its business. */
@Component
class BallotProgress {

    private final ConsoleQuery meetings;
    private final BallotRounds rounds;
    private final Meetings forms;

    BallotProgress(ConsoleQuery meetings, BallotRounds rounds, Meetings forms) {
        this.meetings = meetings;
        this.rounds = rounds;
        this.forms = forms;
    }

    /**
     * Of a task that was found within the caller's scope. Where groups vote one after the other, nothing is counted before
     * the last of them has met: until the meeting is over another box may follow.
     */
    ReviewStage of(BranchTask task) {
        HeldMeeting held = meetings.held(task).orElse(null);
        List<BallotRound> all = held == null ? List.of() : rounds.of(held.getId());
        if (all.stream().allMatch(BallotRound::isVoid)) {
            return ReviewStage.OPEN;
        }
        boolean over = held != null && (held.getPhase().isHeld() || !isInGroups(held));
        return over && BallotRound.areCounted(all) ? ReviewStage.COUNTED : ReviewStage.VOTING;
    }

    private boolean isInGroups(@Nullable HeldMeeting held) {
        return held != null
                && forms.get(held.getId())
                        .filter(meeting -> meeting.getForm() == MeetingForm.GROUP)
                        .isPresent();
    }

    /**
     * Asks whether it may be decided.
     *
     * @throws RuleViolationException {@code review.not-counted}, or {@code review.groups-open} where the branch meets in
     *     groups and not every box of theirs is counted
     */
    void requireCounted(BranchTask task) {
        if (of(task) != ReviewStage.COUNTED) {
            boolean groups = isInGroups(meetings.held(task).orElse(null));
            throw new RuleViolationException(groups ? "review.groups-open" : "review.not-counted");
        }
    }
}
