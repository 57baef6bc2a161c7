package org.orglife.review;

import org.orglife.shared.Labelled;

/** 等次: what the review comes to (BR-20). It is decided by people and typed in by hand, never computed. */
public enum Grade implements Labelled {
    /** 优秀. */
    EXCELLENT,
    /** 合格. */
    QUALIFIED,
    /** 基本合格. */
    BASIC,
    /** 不合格. */
    UNQUALIFIED
}
