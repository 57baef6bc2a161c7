package org.orglife.statistics;

import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTaskState;

/**
 * Which branches the list of progress shows; null means any.
 *
 * @param unit unit above branches
 * @param text part of the branch's or the secretary's name
 * @param overdueOnly those with a measure past its date
 */
public record BranchFilter(
        @Nullable Long unit,
        @Nullable BranchTaskState state,
        @Nullable String text,
        boolean overdueOnly) {

    /** All of them. */
    public static final BranchFilter ALL = new BranchFilter(null, null, null, false);
}
