package org.orglife.opinion;

import org.orglife.shared.Labelled;

/** 意见对象: whom or what an opinion is about. */
public enum OpinionAbout implements Labelled {
    /** 支部委员会. */
    COMMITTEE,
    /** 支部书记. */
    SECRETARY,
    /** 支委委员. */
    COMMITTEE_MEMBER,
    /** 党员. */
    MEMBER,
    /** 本单位工作. */
    WORK,
    /** 其他. */
    OTHER
}
