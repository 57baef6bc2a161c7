package org.orglife.meeting;

import org.orglife.shared.Labelled;

/** In which circle a branch meets. */
public enum MeetingForm implements Labelled {
    /** 支部党员大会. */
    GENERAL_MEETING,
    /** 支部委员会会议. */
    COMMITTEE,
    /** 党小组会. */
    GROUP
}
