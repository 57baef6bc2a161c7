package org.orglife.survey;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.rectification.Approval.Verdict;

/**
 * What the answers to one line come to. Fewer than {@value #LEAST} valid ones show no distribution and decide nothing: the
 * survey is repeated.
 *
 * @param valid answers that chose a level; who does not know is not among them
 * @param levels how many chose each; empty below {@value #LEAST} valid ones
 */
public record SatisfactionCount(int valid, Map<SatisfactionLevel, Integer> levels) {

    /** Fewest valid answers that show a distribution (domain 7.4). */
    public static final int LEAST = 5;

    /** Of a hundred. */
    static final int USUAL_THRESHOLD = 80;

    private static final int PER_MILLE = 1000;
    private static final int PER_MILLE_OF_PERCENT = 10;

    public SatisfactionCount {
        levels = Map.copyOf(levels);
    }

    /**
     * Counts digits.
     *
     * @param digits one of each sheet, 0 for whoever does not know
     */
    static SatisfactionCount of(List<Integer> digits) {
        Map<SatisfactionLevel, Integer> levels = new EnumMap<>(SatisfactionLevel.class);
        for (SatisfactionLevel level : SatisfactionLevel.values()) {
            levels.put(
                    level,
                    Math.toIntExact(digits.stream()
                            .filter(digit -> digit == level.digit())
                            .count()));
        }
        int valid = levels.values().stream().mapToInt(Integer::intValue).sum();
        return new SatisfactionCount(valid, valid < LEAST ? Map.of() : levels);
    }

    public boolean isSuppressed() {
        return valid < LEAST;
    }

    /** How many chose a level; 0 where that is not shown. */
    public int at(SatisfactionLevel level) {
        return Objects.requireNonNullElse(levels.get(level), 0);
    }

    /** How many are satisfied at least basically; 0 where that is not shown. */
    public int positive() {
        return levels.entrySet().stream()
                .filter(entry -> entry.getKey().isPositive())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** 满意率 in per mille, rounded half up; null where it is not shown. */
    public @Nullable Integer permille() {
        return isSuppressed() ? null : permille(positive(), valid);
    }

    /** Of some valid answers, at least one. */
    static int permille(int positive, int valid) {
        return (2 * PER_MILLE * positive + valid) / (2 * valid);
    }

    /** Decides by the rate as it is printed, so that nobody reads "80.0 %, below 80 %". */
    Verdict verdict(int threshold) {
        Integer rate = permille();
        if (rate == null) {
            return Verdict.OPEN;
        }
        return rate >= threshold * PER_MILLE_OF_PERCENT ? Verdict.APPROVED : Verdict.REFUSED;
    }

    /** A rate as it is written: one decimal, without the sign. */
    public static String written(int permille) {
        return permille / PER_MILLE_OF_PERCENT + "." + permille % PER_MILLE_OF_PERCENT;
    }
}
