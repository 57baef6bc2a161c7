package org.orglife.points;

import org.orglife.shared.Labelled;

/** Why nothing is counted for somebody (domain 3.10). */
public enum ExemptReason implements Labelled {
    /** 离退休. */
    RETIRED,
    /** 流动党员. */
    MOBILE,
    /** 年满 70 周岁. */
    AGED,
    /** 身体原因. */
    ILL
}
