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
    private final BallotProgress progress;

    ReviewedMembers(ReviewRoster roster, BallotProgress progress) {
        this.roster = roster;
        this.progress = progress;
    }

    /** Where groups vote one after the other, the later ones vote on the list that the first one had. */
    @Override
    public List<Reviewed> of(BranchTask task) {
        ReviewStage stage = progress.of(task);
        List<ReviewLine> lines = stage == ReviewStage.OPEN ? roster.settle(task) : roster.lines(task, stage);
        return lines.stream()
                .filter(line -> line.isGraded() || line.participation().isListedOnly())
                .map(line -> new Reviewed(
                        line.memberId(),
                        line.name(),
                        line.seat() == null ? null : line.seat().name(),
                        line.isGraded()))
                .toList();
    }
}
