package org.orglife.review;

import java.util.List;
import org.orglife.campaign.BranchTask;
import org.orglife.sitting.BallotRound;
import org.orglife.sitting.BallotRounds;
import org.orglife.sitting.ConsoleQuery;
import org.springframework.stereotype.Component;

/** How far the ballot of a task's last meeting is. What it came to is not its business. */
@Component
class BallotProgress {

    private final ConsoleQuery meetings;
    private final BallotRounds rounds;

    BallotProgress(ConsoleQuery meetings, BallotRounds rounds) {
        this.meetings = meetings;
        this.rounds = rounds;
    }

    /** Of a task that was found within the caller's scope. */
    ReviewStage of(BranchTask task) {
        List<BallotRound> all =
                meetings.held(task).map(held -> rounds.of(held.getId())).orElse(List.of());
        if (BallotRound.areCounted(all)) {
            return ReviewStage.COUNTED;
        }
        return all.stream().allMatch(BallotRound::isVoid) ? ReviewStage.OPEN : ReviewStage.VOTING;
    }
}
