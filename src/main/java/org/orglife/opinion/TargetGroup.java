package org.orglife.opinion;

import org.orglife.shared.Labelled;

/** Whom a branch asks. Groups, never persons. */
public enum TargetGroup implements Labelled {
    /** 本支部党员. */
    MEMBER,
    /** 离退休党员. */
    RETIRED,
    /** 党外群众. */
    OUTSIDER,
    /** 服务对象. */
    SERVICE,
    /** 对口单位. */
    LINKED_UNIT,
    /** 上级党组织. */
    SUPERIOR,
    /** 其他. */
    OTHER
}
