package org.orglife.talk;

import java.util.Collection;
import org.orglife.shared.Labelled;

/** Between whom a talk was held (domain 1.6). Proposed from the seats on that day; whoever records it may say otherwise. */
public enum PairKind implements Labelled {
    /** 书记与委员. */
    SEC_COMM,
    /** 书记与党员. */
    SEC_MEMBER,
    /** 委员之间. */
    COMM_COMM,
    /** 委员与党员. */
    COMM_MEMBER,
    /** 党员之间. */
    MEMBER_MEMBER,
    /** 领导与党员. */
    LEADER_MEMBER;

    /**
     * What the capacities say. In a group the talk is named by whoever holds no seat, as the secretary who talks with a
     * committee member and two others talks with members.
     *
     * @param others capacities of those talked with, at least one
     */
    static PairKind of(Capacity convener, Collection<Capacity> others) {
        if (convener == Capacity.GUEST || others.contains(Capacity.GUEST)) {
            return LEADER_MEMBER;
        }
        boolean secretary = convener == Capacity.SECRETARY || others.contains(Capacity.SECRETARY);
        boolean committee = convener.sitsOnCommittee() || others.stream().anyMatch(Capacity::sitsOnCommittee);
        boolean member = convener == Capacity.MEMBER || others.contains(Capacity.MEMBER);
        if (!committee) {
            return MEMBER_MEMBER;
        }
        if (secretary) {
            return member ? SEC_MEMBER : SEC_COMM;
        }
        return member ? COMM_MEMBER : COMM_COMM;
    }
}
