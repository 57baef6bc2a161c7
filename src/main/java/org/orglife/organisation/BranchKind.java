package org.orglife.organisation;

import org.orglife.shared.Labelled;

/** What sort of branch (domain 1.1). */
public enum BranchKind implements Labelled {
    /** 普通党支部. */
    ORDINARY,
    /** 直属党支部: directly below a committee. */
    DIRECT,
    /** 联合党支部: of several small units. */
    JOINT,
    /** 临时党支部: for a task. */
    TEMPORARY,
    /** 流动党员党支部: of members away from home. */
    MOBILE,
    /** 离退休党支部: of retired members. */
    RETIRED
}
