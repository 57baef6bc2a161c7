package org.orglife.study;

import org.orglife.shared.Labelled;

/** How somebody makes up for a session (domain 2.9). */
public enum MakeUpWay implements Labelled {
    /** 送学习材料. */
    SENT_MATERIAL,
    /** 线上学习. */
    ONLINE,
    /** 上门送学. */
    VISIT,
    /** 电话传达. */
    PHONE,
    /** 看会议记录. */
    READ_RECORD
}
