package org.orglife.sitting;

import org.orglife.shared.Labelled;

/** Whether somebody was at a sitting. Of members, expected = present + excused + absent once it is over. */
public enum AttendanceStatus implements Labelled {
    /** 未到: still to come; nobody is left so when the meeting ends. */
    EXPECTED,
    /** 出席. */
    PRESENT,
    /** 请假. */
    EXCUSED,
    /** 缺席. */
    ABSENT
}
