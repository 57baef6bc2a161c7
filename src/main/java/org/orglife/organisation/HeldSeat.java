package org.orglife.organisation;

import org.jspecify.annotations.Nullable;

/**
 * A seat somebody holds, as lists name it.
 *
 * @param title its own name, for a seat of kind OTHER: 青年委员
 */
public record HeldSeat(PositionKind kind, @Nullable String title) {

    /** Reads {@code OTHER 青年委员} or {@code SECRETARY}. */
    static HeldSeat parse(String written) {
        int space = written.indexOf(' ');
        return space < 0
                ? new HeldSeat(PositionKind.valueOf(written), null)
                : new HeldSeat(PositionKind.valueOf(written.substring(0, space)), written.substring(space + 1));
    }
}
