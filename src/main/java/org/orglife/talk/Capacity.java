package org.orglife.talk;

import org.orglife.shared.Labelled;

/** In which capacity somebody took part, by the seat held on the day of the talk. */
public enum Capacity implements Labelled {
    /** 党支部书记. */
    SECRETARY,
    /** Any other seat of the branch committee. */
    COMMITTEE,
    /** No seat on the committee. */
    MEMBER,
    /** A leader enrolled in another branch. */
    GUEST;

    boolean sitsOnCommittee() {
        return this == SECRETARY || this == COMMITTEE;
    }
}
