package org.orglife.organisation;

import org.orglife.shared.Labelled;

/** Why an enrolment ended. */
public enum MembershipEnd implements Labelled {
    /** 转到本系统另一支部: the next enrolment follows. */
    TRANSFERRED,
    /** 转出本系统. */
    TRANSFERRED_OUT,
    /** 自愿退党. */
    WITHDREW,
    /** 除名. */
    REMOVED,
    /** 开除党籍. */
    EXPELLED,
    /** 去世. */
    DECEASED,
    /** 支部撤销. */
    BRANCH_CLOSED;

    /** Whether a person, not the system, may give this reason. */
    public boolean isLeaving() {
        return this != TRANSFERRED && this != BRANCH_CLOSED;
    }
}
