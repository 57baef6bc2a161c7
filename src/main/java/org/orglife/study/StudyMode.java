package org.orglife.study;

import org.orglife.shared.Labelled;

/** How a session is held (domain 1.5). */
public enum StudyMode implements Labelled {
    /** 集中学习. */
    COLLECTIVE,
    /** 研讨交流. */
    SEMINAR,
    /** 个人自学. */
    SELF,
    /** 专家授课. */
    EXPERT,
    /** 党课. */
    LECTURE,
    /** 微党课. */
    MICRO_LECTURE,
    /** 入科送学. */
    SENT_TO_UNIT,
    /** 送学上门. */
    SENT_HOME,
    /** 线上教学. */
    ONLINE,
    /** 参观学习. */
    VISIT;

    /** Whether it is one of those that the step 会前学习 asks for: members come together. */
    boolean isTogether() {
        return this != SELF && this != SENT_HOME;
    }
}
