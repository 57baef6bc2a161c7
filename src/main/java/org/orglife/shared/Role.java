package org.orglife.shared;

import java.util.EnumSet;
import java.util.Set;

/** In what capacity somebody acts. An account may hold several and acts in one at a time. */
public enum Role implements Labelled {
    /** Staff of a superior committee: issues campaigns, closes branch items, sees the subtree, personal items as counts. */
    PARTY_OFFICE,
    /** Leader of a superior committee: sees the boards of the subtree. */
    LEADER,
    /** Supervision group: sees its assigned branches while the assignment lasts. */
    SUPERVISOR,
    /** 党支部书记, by position. */
    SECRETARY,
    /** 副书记, by position. */
    DEPUTY,
    /** 支委委员, by position. */
    COMMITTEE,
    /** Helps out on a vacant seat: task rights, no committee vote. */
    ASSISTANT,
    /** 党小组组长, by position. */
    GROUP_LEADER,
    /** Everybody enrolled in a branch. */
    MEMBER,
    /** Keeps the system running: accounts and organisation tree; no business data, no audit. */
    SYS_ADMIN,
    /** Grants roles and approves accounts; creates none. */
    SEC_ADMIN,
    /** Reads the audit trail; changes nothing. */
    AUDIT_ADMIN;

    /** The three officers, who exclude each other and every business role. */
    public static final Set<Role> OFFICERS = Set.copyOf(EnumSet.of(SYS_ADMIN, SEC_ADMIN, AUDIT_ADMIN));

    /** Roles that come with a seat on the branch committee. */
    public static final Set<Role> BRANCH_COMMITTEE = Set.copyOf(EnumSet.of(SECRETARY, DEPUTY, COMMITTEE));

    /** Whether it looks at branches from above: personal items are counts to it. */
    public boolean isSuperior() {
        return this == PARTY_OFFICE || this == LEADER || this == SUPERVISOR;
    }

    public boolean isOfficer() {
        return OFFICERS.contains(this);
    }

    /** 书记、副书记: whoever settles things for a branch. */
    public boolean leadsBranch() {
        return this == SECRETARY || this == DEPUTY;
    }

    /** The committee and those who help it out: whoever takes the steps of a branch. */
    public boolean worksForBranch() {
        return sitsOnCommittee() || this == ASSISTANT;
    }

    public boolean sitsOnCommittee() {
        return BRANCH_COMMITTEE.contains(this);
    }
}
