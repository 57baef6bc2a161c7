package org.orglife.routine;

import org.orglife.shared.Labelled;

/** What the table of attendance counts, in its order (domain 2.15). */
public enum MatrixColumn implements Labelled {
    /** 党员大会. */
    GENERAL_MEETING,
    /** 支委会. */
    COMMITTEE,
    /** 党小组会. */
    GROUP,
    /** 党课. */
    LECTURE,
    /** 主题党日. */
    THEME_DAY,
    /** 组织生活会. */
    ORG_LIFE,
    /** 集中学习 of a campaign. */
    STUDY
}
