package org.orglife.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Reads and writes the addresses of lists, which people type, bookmark and link to: what makes no sense in one counts
 * as not there.
 */
public final class ListParams {

    private ListParams() {}

    /** A whole number from 0 on of at most 18 digits; null for anything else. */
    public static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    /** The number of a page; null for anything that is none. */
    public static @Nullable Integer page(@Nullable String text) {
        Long number = number(text);
        return number == null ? null : (int) Math.min(number, Integer.MAX_VALUE);
    }

    /** The constant of that name among these; null for any other name. */
    public static <E extends Enum<E>> @Nullable E constant(E[] constants, @Nullable String name) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** An address with those parameters that have a value, in their order; what was typed is encoded. */
    public static String address(String path, Map<String, ? extends @Nullable Object> parameters) {
        Map<String, Object> given = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (value != null && !value.toString().isBlank()) {
                given.put(name, value);
            }
        });
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        given.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(given).toUriString();
    }
}
