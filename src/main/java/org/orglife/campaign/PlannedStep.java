package org.orglife.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step as the office plans it.
 *
 * @param from first day of its window; null if it may begin at any time
 * @param until last day; null is filled in from the window of the meeting when the campaign is issued
 */
public record PlannedStep(
        StepCode code,
        StepLevel level,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** With the last day counted back from the branch's own meeting, unless the office's is earlier. */
    public PlannedStep withMeeting(@Nullable LocalDate meetingOn, int noticeDays) {
        if (meetingOn == null) {
            return this;
        }
        LocalDate counted = code.endBefore(meetingOn, noticeDays);
        return until != null && until.isBefore(counted) ? this : new PlannedStep(code, level, from, counted);
    }
}
