package org.orglife.shared;

import java.io.Serial;
import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * A subtree of the organisation as a range of {@code org_unit.path}: {@code from <= path < until} in byte order.
 *
 * @param from the path of the root of the subtree, such as {@code /1/17/}; never empty, so that a range fails closed
 */
public record PathRange(String from) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern PATH = Pattern.compile("/([0-9]+/)+");

    public PathRange {
        if (!PATH.matcher(from).matches()) {
            throw new IllegalArgumentException("Not the path of a unit: '" + from + "'");
        }
    }

    /** First path behind the subtree: the closing slash replaced by the character after it. */
    public String until() {
        return from.substring(0, from.length() - 1) + (char) ('/' + 1);
    }

    public boolean contains(String path) {
        return path.startsWith(from);
    }
}
