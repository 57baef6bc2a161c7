package org.orglife.ballot;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ballot as those see it who hold it. While votes are cast only their number is known, never whose or what.
 *
 * @param taskId its branch task
 * @param id null while nothing is prepared
 * @param round 1 for the first
 * @param part 1, or the number of the group that votes
 * @param eligible persons who may vote
 * @param present of them, those who were there when slips or sheets were given out
 * @param there of them, those who are there now
 * @param issued slips given out
 * @param sheets sheets of paper given out but not for a slip
 * @param used slips with which somebody has voted; 0 once the box is over
 * @param exchanged slips exchanged for paper; 0 once the box is over
 * @param hasCode whether the scrutineer has taken an opening code
 * @param lines who is voted on; those who are only listed stand last
 * @param desk whether the caller works the console of the meeting
 * @param asScrutineer whether the caller is its scrutineer
 * @param asTeller whether the caller is its teller
 */
public record BallotView(
        long taskId,
        UUID id,
        int round,
        int part,
        BallotMode mode,
        BallotState state,
        String scrutineer,
        String teller,
        int eligible,
        int present,
        int there,
        int issued,
        int sheets,
        int used,
        int exchanged,
        boolean hasCode,
        @Nullable VoidReason voidReason,
        List<BallotSubject> lines,
        boolean desk,
        boolean asScrutineer,
        boolean asTeller) {

    /** Fewer valid ballots show no distribution. */
    public static final int LEAST = 5;

    public BallotView {
        lines = List.copyOf(lines);
    }

    /** Lines that are voted on. */
    public List<BallotSubject> votedOn() {
        return lines.stream().filter(line -> line.kind().isVotedOn()).toList();
    }

    /** Sheets of paper that may come back. */
    public int paperOut() {
        return sheets + exchanged;
    }

    /** Slips with which nobody has voted and which nobody has exchanged. */
    public int unused() {
        return issued - used - exchanged;
    }

    /** Whether so few are there that a distribution could show who chose what. */
    public boolean isFew() {
        return there < LEAST;
    }

    /** Whether somebody who came late has neither slip nor sheet. */
    public boolean hasLate() {
        return state == BallotState.OPEN && there > present;
    }
}
