package org.orglife.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the workspace: one step of a branch.
 *
 * @param progress in words and numbers; null where nothing is recorded in the system yet
 * @param page address where it is worked on; null where there is none
 */
public record StepRow(
        StepCode code,
        StepLevel level,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        StepState state,
        @Nullable StepProgress progress,
        @Nullable String page) {

    /** Whether it is asked for and still to be done by a day from then on. */
    public boolean isAhead(LocalDate today) {
        return until != null && !until.isBefore(today) && state != StepState.DONE && state != StepState.NOT_REQUIRED;
    }

    /** Whether it is past its window and not done. */
    public boolean isLate(LocalDate today) {
        return until != null && until.isBefore(today) && state != StepState.DONE && state != StepState.NOT_REQUIRED;
    }
}
