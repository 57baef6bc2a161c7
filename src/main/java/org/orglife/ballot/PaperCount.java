package org.orglife.ballot;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the teller has counted on paper, in sheets. Nothing of it is kept apart from the total: with one sheet it would be
 * somebody's vote.
 *
 * @param returned sheets that came back
 * @param invalid of these, those that do not count as a whole (BR-34)
 * @param lines votes line by line, by position: for each grade 0 to 5 of {@link SubjectKind}
 */
@SuppressWarnings("ArrayRecordComponent") // counted once and forgotten
public record PaperCount(int returned, int invalid, Map<Integer, int[]> lines) {

    public PaperCount {
        Map<Integer, int[]> copy = new LinkedHashMap<>();
        lines.forEach((position, votes) -> copy.put(position, votes.clone()));
        lines = Map.copyOf(copy);
    }

    /** No paper at all. */
    public static PaperCount none() {
        return new PaperCount(0, 0, Map.of());
    }

    int valid() {
        return returned - invalid;
    }

    /** Votes of a line, by grade. */
    int[] votes(int position) {
        int[] votes = lines.get(position);
        return votes == null ? new int[SubjectKind.INVALID_LINE + 1] : votes.clone();
    }

    static int sum(int[] votes) {
        return Arrays.stream(votes).sum();
    }

    /** Says nothing, so that no log ever does. */
    @Override
    public String toString() {
        return "paper count";
    }
}
