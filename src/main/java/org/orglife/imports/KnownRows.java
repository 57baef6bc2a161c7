package org.orglife.imports;

import java.util.HashMap;
import java.util.Map;

/** Rows that are there already: a sheet may say the same several times, and each time it is known again only once. */
public final class KnownRows {

    private final Map<String, Integer> left = new HashMap<>();

    /** One more row is there that says this. */
    public void add(String said) {
        left.merge(said, 1, Integer::sum);
    }

    /** Whether a row that says this is there and has not been known again yet; from now on it has. */
    public boolean take(String said) {
        Integer count = left.get(said);
        if (count == null || count == 0) {
            return false;
        }
        left.put(said, count - 1);
        return true;
    }
}
