package org.orglife.sitting;

import org.orglife.shared.Labelled;

/** Where an item of the agenda stands. */
public enum AgendaState implements Labelled {
    /** Still to come. */
    OPEN,
    /** 正在进行. */
    RUNNING,
    /** 已进行. */
    DONE,
    /** 不再进行. */
    STRUCK;

    /** Whether nothing more is to be done for it. */
    public boolean isSettled() {
        return this == DONE || this == STRUCK;
    }
}
