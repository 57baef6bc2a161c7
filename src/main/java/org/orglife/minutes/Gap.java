package org.orglife.minutes;

import java.util.List;

/**
 * Something that minutes do not tell yet.
 *
 * @param hard whether they cannot be signed without it
 * @param code message that says what is missing and what to do
 * @param arguments what the message names
 * @param anchor the part of the page where it is done
 */
public record Gap(boolean hard, String code, List<Object> arguments, String anchor) {

    public Gap {
        arguments = List.copyOf(arguments);
    }
}
