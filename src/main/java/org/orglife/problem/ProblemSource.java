package org.orglife.problem;

import org.orglife.shared.Labelled;

/** Where a problem comes from (domain 1.6). */
public enum ProblemSource implements Labelled {
    /** 自查. */
    SELF,
    /** 征求意见. */
    OPINION,
    /** 谈心谈话. */
    TALK,
    /** 会上批评. */
    CRITICISM,
    /** 督导点评. */
    SUPERVISION,
    /** 上次未完成. */
    LAST_CYCLE,
    /** 上级指出. */
    SUPERIOR
}
