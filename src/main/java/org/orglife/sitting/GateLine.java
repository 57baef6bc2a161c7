package org.orglife.sitting;

import java.util.List;

/**
 * Something that stands in the way of beginning or ending a meeting (gates G2 and G3, domain 2.5).
 *
 * @param hard whether it refuses; otherwise it warns and asks for a reason
 * @param code message that says what is missing and what to do
 * @param arguments what the message names
 */
public record GateLine(boolean hard, String code, List<Object> arguments) {

    public GateLine {
        arguments = List.copyOf(arguments);
    }

    static GateLine hard(String code, Object... arguments) {
        return new GateLine(true, code, List.of(arguments));
    }

    static GateLine soft(String code, Object... arguments) {
        return new GateLine(false, code, List.of(arguments));
    }
}
