package org.orglife.ballot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;

/** Tells whom the members vote on. Implemented by the feature that keeps the review of members. */
public interface BallotSubjects {

    /**
     * A member on the ballot.
     *
     * @param seat code of the committee seat; null for none
     * @param graded false for those who are listed and get no grade (BR-28)
     */
    record Reviewed(long memberId, String name, @Nullable String seat, boolean graded) {}

    /** Those to be voted on in the order of the roster, and those who are only listed. */
    List<Reviewed> of(BranchTask task);
}
