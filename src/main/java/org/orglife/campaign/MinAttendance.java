package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** How many of those expected come to a meeting at least; with fewer it is held for a reason (BR-07). */
public enum MinAttendance implements Labelled {
    /** One half, as for a vote. */
    HALF(1, 2),
    /** Two thirds, as for a 民主生活会. */
    TWO_THIRDS(2, 3),
    /** As good as everybody. */
    NINETY_FIVE_PERCENT(95, 100);

    private final int numerator;
    private final int denominator;

    MinAttendance(int numerator, int denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    public int numerator() {
        return numerator;
    }

    public int denominator() {
        return denominator;
    }

    /** Whether enough are there; exactly the fraction is enough. */
    public boolean isReached(long present, long expected) {
        return present * denominator >= numerator * expected;
    }
}
