package org.orglife.rectification;

import org.orglife.shared.Labelled;

/** What the filter 到期 offers; all but 长期坚持 and 已延期 are about measures that are not done yet. */
public enum DueFilter implements Labelled {
    /** 已超期. */
    OVERDUE,
    /** 7天内. */
    WEEK,
    /** 本月. */
    MONTH,
    /** 长期坚持. */
    LONG_TERM,
    /** 申请延期: waits for a decision. */
    ASKED,
    /** 已延期. */
    EXTENDED
}
