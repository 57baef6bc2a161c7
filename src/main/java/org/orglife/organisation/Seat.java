package org.orglife.organisation;

import org.jspecify.annotations.Nullable;

/**
 * How a seat is held.
 *
 * @param title name of a seat of kind OTHER, such as 青年委员
 * @param assistant helps out on a vacant seat
 * @param acting holds it for the time being
 * @param taskId the branch task for which alone an assistant helps; null for no limit
 */
public record Seat(
        @Nullable String title,
        boolean assistant,
        boolean acting,
        @Nullable Long taskId) {

    /** Not for one campaign only. */
    public Seat(@Nullable String title, boolean assistant, boolean acting) {
        this(title, assistant, acting, null);
    }

    /** Helps out in one branch task, under that name. */
    public static Seat helping(String title, long taskId) {
        return new Seat(title, true, false, taskId);
    }

    /** Held in the ordinary way. */
    public static final Seat HELD = new Seat(null, false, false);
}
