package org.orglife.rectification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A measure as it is planned.
 *
 * @param text 1 to 500 characters
 * @param target what it should bring, up to 300 characters
 * @param ownerId the one member who answers for it
 * @param dueOn last day; null for the long term, and only then
 */
public record MeasurePlan(
        String text,
        @Nullable String target,
        long ownerId,
        Track track,
        @Nullable LocalDate dueOn) {}
