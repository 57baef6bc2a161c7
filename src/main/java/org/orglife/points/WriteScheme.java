package org.orglife.points;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scheme says.
 *
 * @param base points everybody begins with, 0 to 1000
 * @param cap points nobody is shown more than; null for none
 * @param period over which items are limited
 */
public record WriteScheme(int year, int base, @Nullable Integer cap, PointsPeriod period, List<Item> items) {

    public WriteScheme {
        items = List.copyOf(items);
    }

    /**
     * What points are given for, or taken.
     *
     * @param points -100 to 100, not 0
     * @param most points of it for one member in one period at most; null for no limit
     */
    public record Item(String name, int points, @Nullable Integer most) {}
}
