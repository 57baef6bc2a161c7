package org.orglife.ballot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ballot came to, all groups added (F15).
 *
 * @param eligible persons who might have voted
 * @param present of them, those who were there
 * @param issued slips and sheets given out
 * @param returned ballots that came in
 * @param valid of these, those that count
 * @param invalid of these, those that do not
 * @param lines whoever was voted on, in the order of the ballot; empty if too few ballots are valid to show a distribution
 */
public record BallotResult(
        int eligible,
        int present,
        int issued,
        int returned,
        int valid,
        int invalid,
        String scrutineers,
        String tellers,
        List<Line> lines) {

    public BallotResult {
        lines = List.copyOf(lines);
    }

    /** Whether a distribution would show too much, so that there is only a number. */
    public boolean isSuppressed() {
        return valid < BallotView.LEAST;
    }

    /**
     * The votes on one member, or on the committee.
     *
     * @param votes by grade, 0 to 5 of {@link SubjectKind}
     */
    public record Line(SubjectKind kind, @Nullable Long memberId, String name, List<Integer> votes) {

        public Line {
            votes = List.copyOf(votes);
        }

        public int votes(int grade) {
            return votes.get(grade);
        }

        /** Votes that count: the four grades and abstentions (BR-36). */
        public int valid() {
            return votes.stream().mapToInt(Integer::intValue).sum() - votes.get(SubjectKind.INVALID_LINE);
        }

        /** Share of a grade in per mille of the votes that count (BR-36); null below five. */
        public @Nullable Integer share(int grade) {
            return valid() < BallotView.LEAST ? null : Math.round(1000f * votes.get(grade) / valid());
        }
    }
}
