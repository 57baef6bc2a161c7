package org.orglife.sitting;

import org.orglife.shared.Labelled;

/** How far a meeting has come that has begun (domain 2.6). */
public enum MeetingPhase implements Labelled {
    /** 签到: people are coming in; nothing has begun yet. */
    CHECK_IN,
    /** 会议进行中. */
    RUNNING,
    /** 休会: to be continued. */
    ADJOURNED,
    /** 散会，记录未签: what happened may still be completed. */
    RECORD_OPEN,
    /** 记录已签: nothing changes but by a correction. */
    RECORD_SIGNED;

    /** Whether the meeting has been held: what figures count. */
    public boolean isHeld() {
        return this == RECORD_OPEN || this == RECORD_SIGNED;
    }

    /** Whether the agenda is gone through. */
    public boolean isRunning() {
        return this == RUNNING;
    }

    /** Whether people may be signed in. */
    public boolean isOpenForCheckIn() {
        return this == CHECK_IN || this == RUNNING;
    }
}
