package org.orglife.lookback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Draws items by lot so that anybody can draw them again. The numbers are put in ascending order; for the first, second …
 * place in turn a place from there to the end is picked by {@link Random#nextInt(int)} of a {@link Random} that began
 * with the seed, and the two numbers change places. The numbers in the first places are drawn. {@code Random} is
 * specified to the last bit: the same numbers, percentage and seed give the same items on any machine.
 */
final class Drawing {

    /** Seeds are so long that they can be read out. */
    static final int SEEDS_FROM = 100_000;

    /** The first one too large. */
    static final int SEEDS_UNTIL = 1_000_000;

    private Drawing() {}

    /** How many of so many: rounded up, so that one is drawn at least where there is one. */
    static int size(int pool, int percent) {
        return (int) (((long) pool * percent + 99) / 100);
    }

    /**
     * The numbers drawn, ascending.
     *
     * @param percent 1 to 100
     */
    static List<Integer> draw(Collection<Integer> pool, int percent, long seed) {
        List<Integer> numbers = new ArrayList<>(pool);
        Collections.sort(numbers);
        int size = size(numbers.size(), percent);
        Random random = new Random(seed);
        for (int place = 0; place < size; place++) {
            Collections.swap(numbers, place, place + random.nextInt(numbers.size() - place));
        }
        return numbers.subList(0, size).stream().sorted().toList();
    }
}
