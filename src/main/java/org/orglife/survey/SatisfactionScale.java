package org.orglife.survey;

import java.util.List;
import org.orglife.shared.Labelled;

/** Between how many levels people choose. */
public enum SatisfactionScale implements Labelled {
    /** 满意、基本满意、不满意. */
    THREE,
    /** 满意、比较满意、基本满意、不满意. */
    FOUR;

    /** Digit of whoever does not know. */
    static final int UNKNOWN = 0;

    /** From the best to the worst. */
    public List<SatisfactionLevel> levels() {
        return this == FOUR
                ? List.of(SatisfactionLevel.values())
                : List.of(SatisfactionLevel.SATISFIED, SatisfactionLevel.BASICALLY, SatisfactionLevel.DISSATISFIED);
    }

    /** Whether a digit is one of this scale, "do not know" among them. */
    boolean has(int digit) {
        return digit == UNKNOWN || levels().stream().anyMatch(level -> level.digit() == digit);
    }
}
