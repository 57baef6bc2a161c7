package org.orglife.meeting;

import org.orglife.shared.Labelled;

/** Why somebody does not come (F18): a code, and no detail of anybody's health. */
public enum LeaveReason implements Labelled {
    /** 公出. */
    DUTY,
    /** 病假. */
    SICK,
    /** 事假. */
    PERSONAL,
    /** 其他. */
    OTHER
}
