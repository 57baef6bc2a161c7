package org.orglife.organisation;

import java.util.List;

/**
 * All that the system knows of a person's place in the organisation, for his page.
 *
 * @param memberships newest first; the first one is the present enrolment unless it has ended
 * @param positions newest first
 */
public record MemberRecord(Member member, List<Membership> memberships, List<Position> positions) {

    public MemberRecord {
        memberships = List.copyOf(memberships);
        positions = List.copyOf(positions);
    }

    public Membership latest() {
        return memberships.get(0);
    }
}
