package org.orglife.routine;

/** What is known of a month, quarter or year; never whether that is good or bad (domain 3.7). */
public enum PeriodState {
    /** There are records. */
    RECORDED,
    /** 未记录. */
    NOT_RECORDED,
    /** Still to come. */
    AHEAD,
    /** There was no such body then, or no branch. */
    NONE
}
