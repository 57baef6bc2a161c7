package org.orglife.rectification;

import org.jspecify.annotations.Nullable;

/**
 * The line above the rows of a branch.
 *
 * @param secretary name; null while the seat is empty
 */
public record BranchBand(
        long branchId,
        long problems,
        long measures,
        @Nullable String secretary) {}
