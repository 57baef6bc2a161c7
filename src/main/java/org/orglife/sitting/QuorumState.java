package org.orglife.sitting;

import org.orglife.shared.Labelled;

/** Whether enough are there. */
public enum QuorumState implements Labelled {
    /** 符合规定人数. */
    MET,
    /** 恰好半数: the superior's reading of 半数以上 decides. */
    EXACTLY_HALF,
    /** 人数不够. */
    NOT_MET
}
