package org.orglife.routine;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A meeting that took place, as something else refers to it: by its number and day.
 *
 * @param groupId the group that met; null where the whole branch or its committee did
 */
public record RoutineReference(
        long id,
        LocalDate heldOn,
        Set<RoutineKind> kinds,
        @Nullable Long groupId) {}
