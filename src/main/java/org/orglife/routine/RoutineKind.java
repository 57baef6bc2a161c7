package org.orglife.routine;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.orglife.shared.Labelled;

/** What a meeting serves (domain 1.5, 2.15); one meeting may serve several. */
public enum RoutineKind implements Labelled {
    /** 支部党员大会: all members. */
    GENERAL_MEETING,
    /** 支委会: the committee, by itself. */
    COMMITTEE,
    /** 党小组会: the members of one group. */
    GROUP,
    /** 党课. */
    LECTURE,
    /** 主题党日. */
    THEME_DAY;

    /** Reads what {@link #written} wrote. */
    static Set<RoutineKind> read(String written) {
        Set<RoutineKind> kinds = EnumSet.noneOf(RoutineKind.class);
        Arrays.stream(written.split(" ")).map(RoutineKind::valueOf).forEach(kinds::add);
        return kinds;
    }

    /** The column {@code kinds} of a table as one text for {@link #read}. */
    static String written(String table) {
        return "array_to_string(" + table + ".kinds, ' ')";
    }
}
