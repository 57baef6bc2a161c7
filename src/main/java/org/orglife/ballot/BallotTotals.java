package org.orglife.ballot;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds ballots up, line by line, beginning with those on paper. Which ballot brought which vote is forgotten at once. */
final class BallotTotals {

    private final List<BallotSubject> lines;
    private final Map<Integer, int[]> votes = new TreeMap<>();

    /**
     * Begins with the paper.
     *
     * @param lines those that are voted on, in their order
     */
    BallotTotals(List<BallotSubject> lines, PaperCount paper) {
        this.lines = List.copyOf(lines);
        this.lines.forEach(line -> votes.put(line.position(), paper.votes(line.position())));
    }

    /**
     * Opens envelopes in an order of their own and adds what is in them.
     *
     * @throws IllegalStateException if one was altered or holds no ballot
     */
    void add(List<byte[]> envelopes, BallotSeal.Opener opener) {
        List<byte[]> shuffled = new ArrayList<>(envelopes);
        Collections.shuffle(shuffled, new SecureRandom());
        shuffled.forEach(envelope -> add(opener.open(envelope, lines.size())));
    }

    /**
     * Adds a ballot.
     *
     * @param grades one for each line
     * @throws IllegalStateException if it is no ballot on these lines
     */
    void add(byte[] grades) {
        if (grades.length != lines.size()) {
            throw new IllegalStateException("No ballot on these lines");
        }
        for (int at = 0; at < grades.length; at++) {
            if (grades[at] < SubjectKind.ABSTENTION || grades[at] >= SubjectKind.INVALID_LINE) {
                throw new IllegalStateException("No grade");
            }
            int[] line = votes.get(lines.get(at).position());
            if (line != null) {
                line[grades[at]]++;
            }
        }
    }

    /** Told of each sum. */
    interface Sums {

        void sum(int position, int grade, int votes);
    }

    /** Tells all sums, line by line, grade by grade, those that are zero too. */
    void forEach(Sums sums) {
        votes.forEach((position, line) -> {
            for (int grade = 0; grade < line.length; grade++) {
                sums.sum(position, grade, line[grade]);
            }
        });
    }
}
