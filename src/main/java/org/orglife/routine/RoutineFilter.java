package org.orglife.routine;

import org.jspecify.annotations.Nullable;

/**
 * Which meetings of a branch a list shows; null means any.
 *
 * @param year of the day they were held on
 * @param text part of the topics, the place or the lecturer's name
 */
public record RoutineFilter(
        int year,
        @Nullable RoutineKind kind,
        @Nullable RoutineState state,
        @Nullable String text) {}
