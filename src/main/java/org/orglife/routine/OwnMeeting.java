package org.orglife.routine;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.sitting.AbsenceReason;

/**
 * A meeting at which a member was expected, as he reads it of himself.
 *
 * @param care whether he was not pressed to come
 * @param reason why he was not there, as far as it was written down
 */
public record OwnMeeting(
        long id,
        Set<RoutineKind> kinds,
        LocalDate heldOn,
        String topics,
        boolean present,
        boolean care,
        @Nullable AbsenceReason reason) {}
