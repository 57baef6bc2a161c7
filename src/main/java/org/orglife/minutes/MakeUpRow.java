package org.orglife.minutes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.study.MakeUpState;

/** Somebody who makes up for a meeting, or need not. */
public record MakeUpRow(
        long memberId,
        String name,
        MakeUpState state,
        @Nullable MakeUpWay way,
        @Nullable LocalDate madeUpOn,
        LocalDate dueOn) {

    public boolean isLate(LocalDate today) {
        return state == MakeUpState.OPEN && dueOn.isBefore(today);
    }
}
