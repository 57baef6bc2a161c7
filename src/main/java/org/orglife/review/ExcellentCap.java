package org.orglife.review;

import org.jspecify.annotations.Nullable;
import org.orglife.campaign.ExcellentBase;
import org.orglife.shared.RuleViolationException;

/**
 * How many of a branch may be 优秀: at most a fraction of the base, rounded down (BR-21 to BR-24), unless the superior lets
 * it have more (BR-25).
 *
 * @param size how many the base counts
 * @param used how many are 优秀 already
 * @param allowed what the superior allows instead; null for nothing else
 */
public record ExcellentCap(
        ExcellentBase base,
        int size,
        int numerator,
        int denominator,
        int used,
        @Nullable Integer allowed) {

    /** The most by the campaign alone: rounded down, as no more than one third may be (BR-23). */
    public int byRule() {
        return size * numerator / denominator;
    }

    public int most() {
        return allowed == null ? byRule() : Math.max(allowed, byRule());
    }

    /** Whether the branch is so small that the rule leaves it none (BR-26). */
    public boolean isNone() {
        return most() == 0;
    }

    public boolean isFull() {
        return used >= most();
    }

    /**
     * Asks whether there is room for one more.
     *
     * @throws RuleViolationException {@code review.cap.full.…} or, if there is none at all, {@code review.cap.none.…}
     */
    void requireRoom() {
        if (isFull()) {
            throw new RuleViolationException((isNone() ? "review.cap.none." : "review.cap.full.") + base, arguments());
        }
    }

    /** Base, most and used, as its sentences name them. */
    public Object[] arguments() {
        return new Object[] {String.valueOf(size), String.valueOf(most()), String.valueOf(used)};
    }
}
