package org.orglife.talk;

import org.orglife.shared.Labelled;

/** How a talk was held (BR-64: free). */
public enum TalkMedium implements Labelled {
    /** 当面. */
    FACE,
    /** 电话. */
    PHONE,
    /** 微信. */
    WECHAT,
    /** 视频. */
    VIDEO,
    /** 走访. */
    VISIT
}
