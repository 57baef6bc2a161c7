package org.orglife.lookback;

import org.orglife.shared.Labelled;

/** How an item was looked at (检查方式). */
public enum CheckedBy implements Labelled {
    /** 实地查看. */
    ON_SITE,
    /** 听取意见. */
    HEARING,
    /** 查阅资料. */
    RECORDS,
    /** 其他. */
    OTHER
}
