package org.orglife.rectification;

import org.orglife.shared.Labelled;

/** What showed that the result of an item did not hold. */
public enum ReopenSource implements Labelled {
    /** 回头看. */
    LOOK_BACK,
    /** 群众测评. */
    SATISFACTION,
    /** 督导检查. */
    SUPERVISION,
    /** 群众反映、日常发现. */
    EVERYDAY
}
