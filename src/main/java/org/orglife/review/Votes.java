package org.orglife.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 测评情况: what the members voted on one of them, to be read beside a decision.
 *
 * @param valid ballots that count
 * @param counts for each choice of the ballot; empty where so few ballots show no distribution
 */
public record Votes(int valid, List<Count> counts) {

    public Votes {
        counts = List.copyOf(counts);
    }

    /**
     * How often something was chosen.
     *
     * @param labelKey what it is called on the ballot
     * @param share per mille of the votes that count; null where there are too few of them, and for what has none
     */
    public record Count(
            String labelKey, int votes, @Nullable Integer share) {}
}
