package org.orglife.lookback;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many items of a round came to what.
 *
 * @param found by finding, 0 included
 * @param missing at which nobody has looked yet
 * @param movedOn at which nobody looked because they were being worked on again
 */
public record FindingCounts(Map<Finding, Integer> found, int missing, int movedOn) {

    public FindingCounts {
        found = Map.copyOf(found);
    }

    static FindingCounts of(Collection<LookBackResult> results) {
        Map<Finding, Integer> found = new EnumMap<>(Finding.class);
        for (Finding finding : Finding.values()) {
            found.put(finding, (int)
                    results.stream().filter(one -> one.getFinding() == finding).count());
        }
        int missing = (int) results.stream().filter(LookBackResult::isMissing).count();
        int counted = found.values().stream().mapToInt(Integer::intValue).sum();
        return new FindingCounts(found, missing, results.size() - counted - missing);
    }

    public int of(Finding finding) {
        return found.getOrDefault(finding, 0);
    }

    /** All items; public for the page. */
    public int all() {
        return checked() + missing + movedOn;
    }

    /** Items with a result. */
    public int checked() {
        return found.values().stream().mapToInt(Integer::intValue).sum();
    }
}
