package org.orglife.opinion;

import org.orglife.shared.Labelled;

/** By which way an opinion came. */
public enum OpinionChannel implements Labelled {
    /** 书面征求意见表: the only one of which sheets are counted. */
    FORM,
    /** 座谈会. */
    SEMINAR,
    /** 走访. */
    VISIT,
    /** 当面听取. */
    INTERVIEW,
    /** 会上听取: group meetings, shift meetings. */
    MEETING,
    /** 电话. */
    PHONE,
    /** 微信. */
    WECHAT,
    /** 意见箱, of paper or the anonymous one on the phone. */
    BOX,
    /** 其他. */
    OTHER
}
