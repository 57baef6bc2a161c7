package org.orglife.minutes;

import org.orglife.shared.Labelled;

/** How somebody makes up for a meeting (domain 2.9). */
public enum MakeUpWay implements Labelled {
    /** 看会议记录. */
    READ_RECORD,
    /** 书面发言: handed in to be read by somebody else, perhaps before the meeting. */
    WRITTEN_STATEMENT,
    /** 电话传达. */
    PHONE,
    /** 上门传达. */
    VISIT,
    /** 线上传达. */
    ONLINE,
    /** 送材料. */
    SENT_MATERIAL
}
