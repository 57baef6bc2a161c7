package org.orglife.organisation;

import org.orglife.shared.Labelled;

/** What limits a member's rights or takes him off the expected list (domain 1.3). */
public enum Standing implements Labelled {
    /** Nothing does. */
    NORMAL,
    /** 留党察看: attends, without vote. */
    ON_PROBATION_PENALTY,
    /** 失联: not expected at meetings. */
    OUT_OF_CONTACT,
    /** 停止党籍: not expected, without vote. */
    SUSPENDED
}
