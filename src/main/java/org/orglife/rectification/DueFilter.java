package org.orglife.rectification;

import org.orglife.shared.Labelled;

/** What the filter 到期 offers; about measures that are not done yet. */
public enum DueFilter implements Labelled {
    /** 已超期. */
    OVERDUE,
    /** 7天内. */
    WEEK,
    /** 本月. */
    MONTH,
    /** 长期坚持. */
    LONG_TERM
}
