package org.orglife.sitting;

import java.util.List;

/** Tells of the ballots of a meeting. Implemented by the feature that keeps the ballot boxes. */
public interface BallotRounds {

    /** The rounds of a meeting, part by part, the first round first; empty as long as none was prepared. */
    List<BallotRound> of(long meetingId);
}
