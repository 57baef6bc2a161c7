package org.orglife.meeting;

import org.orglife.shared.Labelled;

/** What became of a request for leave. */
public enum LeaveState implements Labelled {
    /** It waits for an answer. */
    OPEN,
    /** He need not come. */
    ACCEPTED,
    /** He is asked to come after all. */
    DECLINED,
    /** He took it back, or the meeting was moved. */
    WITHDRAWN;

    /** Whether it still counts. */
    public boolean isLive() {
        return this == OPEN || this == ACCEPTED;
    }
}
