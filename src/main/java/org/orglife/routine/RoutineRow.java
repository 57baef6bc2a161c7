package org.orglife.routine;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A meeting in a list.
 *
 * @param group name of the group that met; null where the whole branch or its committee did
 * @param late whether it was entered late (补记)
 * @param present members there
 * @param expected members expected; 0 while it is still to come
 */
public record RoutineRow(
        long id,
        Set<RoutineKind> kinds,
        @Nullable String group,
        LocalDate heldOn,
        @Nullable LocalTime startsAt,
        @Nullable String place,
        String topics,
        RoutineState state,
        boolean late,
        int present,
        int expected) {}
