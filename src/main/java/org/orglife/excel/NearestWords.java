package org.orglife.excel;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds, among the known words, those that somebody may have meant. */
public final class NearestWords {

    /** Comparing takes the product of both lengths, and no word of ours is as long as this. */
    private static final int LONGEST = 100;

    private NearestWords() {}

    /** At most so many of the known words, nearest first; only those of which at least half is right. */
    public static List<String> of(String typed, Collection<String> known, int most) {
        if (typed.length() > LONGEST) {
            return List.of();
        }
        return known.stream()
                .filter(word -> isNear(typed, word))
                .sorted(Comparator.comparingInt(word -> distance(typed, word)))
                .limit(most)
                .toList();
    }

    /** The known word that is nearest; null if none is near. */
    public static @Nullable String nearest(String typed, Collection<String> known) {
        return of(typed, known, 1).stream().findFirst().orElse(null);
    }

    private static boolean isNear(String typed, String word) {
        if (typed.length() > 1 && (word.contains(typed) || typed.contains(word))) {
            return true;
        }
        return distance(typed, word) * 2 <= Math.max(typed.length(), word.length());
    }

    /** Number of characters to put in, take out or change. */
    static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
