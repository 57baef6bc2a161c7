package org.orglife.organisation;

import org.jspecify.annotations.Nullable;

/**
 * How a seat is held.
 *
 * @param title name of a seat of kind OTHER, such as 青年委员
 * @param assistant helps out on a vacant seat
 * @param acting holds it for the time being
 */
public record Seat(@Nullable String title, boolean assistant, boolean acting) {

    /** Held in the ordinary way. */
    public static final Seat HELD = new Seat(null, false, false);
}
