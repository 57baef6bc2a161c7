package org.orglife.review;

import java.util.List;
import org.orglife.ballot.BallotSubjects;
import org.orglife.campaign.BranchTask;
import org.springframework.stereotype.Component;

/**
 * Who is on the ballot (domain 2.7): those who get a grade, and at its end the probationary members, who get none (BR-28).
 * The list of the review is kept from then on as the ballot has it.
 */
@Component
class ReviewedMembers implements BallotSubjects {

    private final ReviewRoster roster;

    ReviewedMembers(ReviewRoster roster) {
        this.roster = roster;
    }

    @Override
    public List<Reviewed> of(BranchTask task) {
        return roster.settle(task).stream()
                .filter(line -> line.isGraded() || line.participation().isListedOnly())
                .map(line -> new Reviewed(
                        line.memberId(),
                        line.name(),
                        line.seat() == null ? null : line.seat().name(),
                        line.isGraded()))
                .toList();
    }
}
