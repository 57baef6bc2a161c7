package org.orglife.study;

import org.orglife.shared.Labelled;

/** Where the making up of somebody who was not there stands (domain 2.9). */
public enum MakeUpState implements Labelled {
    /** 待补学. */
    OPEN,
    /** 已补学: the branch says so. */
    DONE,
    /** 已确认: the member says so too. */
    CONFIRMED,
    /** 不作要求: for those who are old, ill or cannot move. */
    WAIVED;

    /** Whether it has been made up for. */
    public boolean isDone() {
        return this == DONE || this == CONFIRMED;
    }
}
