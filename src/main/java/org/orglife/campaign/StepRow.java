package org.orglife.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the workspace: one step of a branch.
 *
 * @param progress in words and numbers; null where nothing is recorded in the system yet
 * @param page address where it is worked on; null where there is none
 * @param plan what the branch has settled about it; null while it has settled nothing
 */
public record StepRow(
        StepCode code,
        StepLevel level,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        StepState state,
        @Nullable StepProgress progress,
        @Nullable String page,
        @Nullable StepPlan plan) {

    /** Whether it is asked for and still to be done by a day from then on. */
    public boolean isAhead(LocalDate today) {
        return until != null && !until.isBefore(today) && !isSettled();
    }

    /** Whether it is past its window and not done. */
    public boolean isLate(LocalDate today) {
        return until != null && until.isBefore(today) && !isSettled();
    }

    /** Whether nothing more is to be done for it. */
    public boolean isSettled() {
        return state.isSettled();
    }

    /** Whether it stands in the way of the meeting, or should not be left out of it (gate G1). */
    public boolean isMissing() {
        return code.isBeforeReady() && (level == StepLevel.MUST || level == StepLevel.SHOULD) && !isSettled();
    }

    public boolean isMust() {
        return level == StepLevel.MUST;
    }

    /** Whether nothing in the system tells that it is done: the branch says so itself. */
    public boolean isByHand() {
        return progress == null;
    }
}
