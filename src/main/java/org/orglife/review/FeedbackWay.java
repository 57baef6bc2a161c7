package org.orglife.review;

import org.orglife.shared.Labelled;

/** How a member is told (BR-51). */
public enum FeedbackWay implements Labelled {
    /** 当面. */
    FACE_TO_FACE,
    /** 书面. */
    WRITTEN,
    /** 电话. */
    PHONE
}
