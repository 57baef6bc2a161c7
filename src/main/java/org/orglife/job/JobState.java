package org.orglife.job;

import org.orglife.shared.Labelled;

/** Where a job stands. */
public enum JobState implements Labelled {
    /** Waits for its turn. */
    WAITING,
    /** Is being done. */
    RUNNING,
    /** Finished; its result can be fetched. */
    DONE,
    /** Given up, with a reason. */
    FAILED,
    /** Stopped by its owner. */
    CANCELLED;

    public boolean isOver() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
