package org.orglife.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.orglife.account.SignedInUser;
import org.orglife.ballot.BallotMode;
import org.orglife.ballot.BallotOpening;
import org.orglife.ballot.BallotQuery;
import org.orglife.ballot.BallotService;
import org.orglife.ballot.BallotView;
import org.orglife.ballot.PaperCount;
import org.springframework.stereotype.Component;

/** The paper ballot of the sample: totals that somebody has made up. */
@Component
@ConditionalOnDemonstration
class SampleBallot {

    /** Choices on a line: four grades behind the abstention, then the line that does not count. */
    private static final int CHOICES = 6;

    private final BallotService ballots;
    private final BallotOpening opening;
    private final BallotQuery query;

    SampleBallot(BallotService ballots, BallotOpening opening, BallotQuery query) {
        this.ballots = ballots;
        this.opening = opening;
        this.query = query;
    }

    /** One sheet was torn; all others count. */
    void hold(long task, SampleCampaign.SignIn actAs) {
        SignedInUser scrutineer = actAs.as(Demonstration.COMMITTEE);
        SignedInUser teller = actAs.as(Demonstration.MEMBER);
        SignedInUser secretary = actAs.as(Demonstration.SECRETARY);
        ballots.prepare(task, BallotMode.PAPER, scrutineer.accountId(), teller.accountId(), secretary.scope());
        ballots.issue(task, secretary.scope());
        BallotView box = query.of(task, secretary.scope()).orElseThrow();
        actAs.as(Demonstration.COMMITTEE);
        opening.count(
                task,
                new BallotOpening.Hands(
                        null, 0, sheets(box.present(), box.votedOn().size()), Demonstration.PASSWORD),
                "127.0.0.1",
                scrutineer.scope());
    }

    private static PaperCount sheets(int returned, int lines) {
        int valid = returned - 1;
        Map<Integer, int[]> votes = new LinkedHashMap<>();
        for (int position = 1; position <= lines; position++) {
            int[] line = new int[CHOICES];
            line[3] = position % 4 == 3 ? 2 : 0;
            line[2] = 2 + position * 5 % 7;
            line[0] = position % 5 == 0 ? 1 : 0;
            line[1] = valid - line[2] - line[3] - line[0];
            votes.put(position, line);
        }
        return new PaperCount(returned, 1, votes);
    }
}
