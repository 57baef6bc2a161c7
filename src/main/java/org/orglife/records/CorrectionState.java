package org.orglife.records;

import org.orglife.shared.Labelled;

/** How far a request to correct a record is. */
public enum CorrectionState implements Labelled {
    /** It waits for an answer. */
    OPEN,
    /** 已更正. */
    DONE,
    /** 不更正, with a reason. */
    REFUSED
}
