package org.orglife.home;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that waits for somebody.
 *
 * @param dueOn when it is late; null where there is no date
 * @param arguments what its words name: a number, a title, a text
 * @param address where it is settled
 * @param since from which day on it waits; null where that says nothing
 */
public record ToDo(
        ToDoKind kind,
        @Nullable LocalDate dueOn,
        List<Object> arguments,
        String address,
        @Nullable LocalDate since) {

    /** A problem is quoted by its beginning. */
    private static final int QUOTED = 40;

    public ToDo {
        arguments = List.copyOf(arguments);
    }

    /** One that does not say since when. */
    ToDo(ToDoKind kind, @Nullable LocalDate dueOn, List<Object> arguments, String address) {
        this(kind, dueOn, arguments, address, null);
    }

    static String quote(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
    }

    /** Key of a word of this to-do, such as {@code what}. */
    public String key(String word) {
        return "home.toDo." + kind.name() + "." + word;
    }

    public boolean isLate(LocalDate today) {
        return dueOn != null && dueOn.isBefore(today);
    }
}
