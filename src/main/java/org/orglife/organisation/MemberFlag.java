package org.orglife.organisation;

import org.orglife.shared.Labelled;

/** Marks of a member that change how the branch looks after him, never how he is judged (domain 1.3). */
public enum MemberFlag implements Labelled {
    /** 党员领导干部: attends as an ordinary member. */
    LEADER,
    /** 离退休: flexible forms. */
    RETIRED,
    /** 流动党员: away half a year and longer. */
    MOBILE,
    /** 行动不便: not pressed to come. */
    CARE,
    /** 出国（境）. */
    ABROAD
}
