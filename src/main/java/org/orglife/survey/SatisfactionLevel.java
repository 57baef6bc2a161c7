package org.orglife.survey;

import org.orglife.shared.Labelled;

/** How satisfied somebody is. Whoever does not know chooses none of them and does not count. */
public enum SatisfactionLevel implements Labelled {
    /** 满意. */
    SATISFIED(1),
    /** 比较满意, where there are four levels. */
    FAIRLY(2),
    /** 基本满意. */
    BASICALLY(3),
    /** 不满意. */
    DISSATISFIED(4);

    private final int digit;

    SatisfactionLevel(int digit) {
        this.digit = digit;
    }

    /** Whether it counts for the rate. */
    public boolean isPositive() {
        return this != DISSATISFIED;
    }

    /** The digit that stands for it on its way: 1 to 4, the same on every scale. */
    public int digit() {
        return digit;
    }
}
