package org.orglife.routine;

import org.orglife.shared.RuleViolationException;

/**
 * How a decision was voted on by a show of hands.
 *
 * @param approve 赞成, from 0
 * @param against 反对, from 0
 * @param abstained 弃权, from 0
 */
public record ShowOfHands(int approve, int against, int abstained) {

    /** Hands raised together. */
    public int cast() {
        return approve + against + abstained;
    }

    /** BR-02: whether more than half of those with a vote who were expected approved. */
    public boolean carriedBy(int expectedVoters) {
        return 2 * approve > expectedVoters;
    }

    /**
     * BR-01, BR-03: at least half of those with a vote are there, be it of all members or of the committee.
     *
     * @throws RuleViolationException {@code routine.vote.no-quorum}; {@code routine.vote.too-many} if more hands were
     *     raised than there were
     */
    void require(int expectedVoters, int presentVoters) {
        if (2 * presentVoters < expectedVoters) {
            throw new RuleViolationException("routine.vote.no-quorum", expectedVoters, presentVoters);
        }
        if (cast() > presentVoters) {
            throw new RuleViolationException("routine.vote.too-many", presentVoters, cast());
        }
    }
}
