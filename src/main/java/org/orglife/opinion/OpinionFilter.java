package org.orglife.opinion;

import org.jspecify.annotations.Nullable;

/**
 * Which opinions of a task; null means any.
 *
 * @param waiting only those that are under no point yet
 */
public record OpinionFilter(
        @Nullable TargetGroup group, @Nullable OpinionChannel channel, boolean waiting) {

    /** All of them. */
    public static final OpinionFilter ALL = new OpinionFilter(null, null, false);

    public boolean isNarrowed() {
        return group != null || channel != null || waiting;
    }
}
