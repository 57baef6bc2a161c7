package org.orglife.publication;

import org.orglife.shared.Labelled;

/** 进展 of a measure as the public reads it: no word that anybody wrote. */
public enum Progress implements Labelled {
    /** 进行中. */
    RUNNING,
    /** 超期整改中. */
    OVERDUE,
    /** 已完成. */
    DONE,
    /** 已销号: done, and found to be done by a second person. */
    STRUCK_OFF
}
