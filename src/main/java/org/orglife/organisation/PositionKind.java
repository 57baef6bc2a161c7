package org.orglife.organisation;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Labelled;
import org.orglife.shared.Role;

/** A seat in a branch or group (domain 1.2), in the order in which seats are listed. */
public enum PositionKind implements Labelled {
    /** 支部书记. */
    SECRETARY,
    /** 副书记. */
    DEPUTY_SECRETARY,
    /** 组织委员. */
    ORGANISATION,
    /** 宣传委员. */
    PUBLICITY,
    /** 纪检委员. */
    DISCIPLINE,
    /** Any other seat on the committee, named by its title: 青年委员, 统战委员. */
    OTHER,
    /** 党小组组长: no seat on the committee. */
    GROUP_LEADER;

    private static final Set<PositionKind> COMMITTEE =
            EnumSet.of(SECRETARY, DEPUTY_SECRETARY, ORGANISATION, PUBLICITY, DISCIPLINE, OTHER);

    public boolean sitsOnCommittee() {
        return COMMITTEE.contains(this);
    }

    /** The role that holding the seat brings. */
    public Role role() {
        return switch (this) {
            case SECRETARY -> Role.SECRETARY;
            case DEPUTY_SECRETARY -> Role.DEPUTY;
            case ORGANISATION, PUBLICITY, DISCIPLINE, OTHER -> Role.COMMITTEE;
            case GROUP_LEADER -> Role.GROUP_LEADER;
        };
    }

    /** Whether the seat belongs to a unit of that kind. */
    boolean belongsTo(@Nullable UnitKind unit) {
        return sitsOnCommittee() ? unit == UnitKind.BRANCH : unit == UnitKind.GROUP;
    }
}
