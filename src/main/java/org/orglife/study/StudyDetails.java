package org.orglife.study;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a session.
 *
 * @param topics what was studied, at most 500 characters
 * @param place null where nobody wrote one down
 * @param tenthsOfHours 学时 times ten, 1 to 240; null where nobody counted
 */
public record StudyDetails(
        StudyMode mode,
        LocalDate heldOn,
        String topics,
        @Nullable String place,
        @Nullable Integer tenthsOfHours) {}
