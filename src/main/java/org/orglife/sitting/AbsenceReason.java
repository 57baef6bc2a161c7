package org.orglife.sitting;

import org.orglife.meeting.LeaveReason;
import org.orglife.shared.Labelled;

/** Why a member was not there (F18): a code, and no detail of anybody's health. */
public enum AbsenceReason implements Labelled {
    /** 公出. */
    DUTY,
    /** 病假. */
    SICK,
    /** 事假. */
    PERSONAL,
    /** 其他. */
    OTHER,
    /** 未请假: he did not ask; noted by hand, so that nobody is left without a reason. */
    WITHOUT_LEAVE;

    static AbsenceReason of(LeaveReason leave) {
        return valueOf(leave.name());
    }

    /** Whether it is given with a leave. */
    public boolean isLeave() {
        return this != WITHOUT_LEAVE;
    }
}
