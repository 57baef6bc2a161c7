package org.orglife.organisation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Open units, by name and by place, those among them that a sheet is just setting up: every branch may have a 第1党小组,
 * and two branches far apart may have one name.
 */
final class KnownUnits {

    /** Units that get their numbers in one query. */
    private static final int NUMBERS = 100;

    private final Map<String, List<OrgUnit>> byName = new HashMap<>();
    private final Map<String, OrgUnit> byPlace = new HashMap<>();
    private final Deque<Long> numbers = new ArrayDeque<>();
    private int expected;

    /** How many units there may be at most that are still to be made. */
    void expect(int most) {
        this.expected = most;
    }

    /** A number for a unit that is to be made: one query for a hundred. */
    long nextId(OrgUnitRepository units) {
        if (numbers.isEmpty()) {
            numbers.addAll(units.nextIds(Math.max(1, Math.min(expected, NUMBERS))));
        }
        expected--;
        return numbers.remove();
    }

    void add(OrgUnit unit) {
        if (!unit.isGroup()) {
            byName.computeIfAbsent(unit.getName(), name -> new ArrayList<>()).add(unit);
        }
        byPlace.put(place(unit.getParent(), unit.getName()), unit);
    }

    /** All of them, groups too. */
    Collection<OrgUnit> all() {
        return byPlace.values();
    }

    /** Names under which one can stand as a superior. */
    Set<String> names() {
        return byName.keySet();
    }

    /** Those of that name that are no groups. */
    List<OrgUnit> named(@Nullable String name) {
        return name == null ? List.of() : byName.getOrDefault(name, List.of());
    }

    /** The one of that name right below a unit; null if there is none. */
    @Nullable
    OrgUnit below(OrgUnit parent, String name) {
        return byPlace.get(place(parent, name));
    }

    private static String place(@Nullable OrgUnit parent, String name) {
        return (parent == null ? 0 : parent.getId()) + "|" + name;
    }
}
