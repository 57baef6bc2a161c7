package org.orglife.rectification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A problem of an earlier cycle, as it stands beside the one that may be it again.
 *
 * @param campaign title of the campaign it belongs to
 */
public record EarlierProblem(
        long id,
        int number,
        String campaign,
        String aspect,
        String text,
        ItemState state,
        @Nullable LocalDate closedOn) {}
