package org.orglife.word;

import java.util.Arrays;

/** Counts headings by level: 一、（一） 1. （1）, each anew below the next heading above it. */
final class HeadingNumbers {

    static final int DEEPEST = 4;

    private final int[] counts = new int[DEEPEST];

    /** What stands before the text of the next heading of this level, which begins at 1. */
    String next(int level) {
        if (level < 1 || level > DEEPEST) {
            throw new IllegalArgumentException("There are headings of level 1 to " + DEEPEST + ", none of " + level);
        }
        int count = ++counts[level - 1];
        Arrays.fill(counts, level, DEEPEST, 0);
        return switch (level) {
            case 1 -> ChineseNumber.of(count) + "、";
            case 2 -> "（" + ChineseNumber.of(count) + "）";
            case 3 -> count + ".";
            default -> "（" + count + "）";
        };
    }
}
