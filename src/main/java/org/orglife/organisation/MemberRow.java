package org.orglife.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of the member list, on the page and in the exported roster.
 *
 * @param seats held today, the highest first
 * @param namesake whether another member of the branch has the same name
 * @param until day on which the enrolment ended; null for those enrolled
 */
public record MemberRow(
        long id,
        @Nullable String code,
        String name,
        @Nullable Gender gender,
        @Nullable LocalDate bornOn,
        MemberKind kind,
        Standing standing,
        Set<MemberFlag> flags,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate fullOn,
        long branchId,
        String branch,
        @Nullable String group,
        List<HeldSeat> seats,
        boolean namesake,
        @Nullable LocalDate until,
        @Nullable MembershipEnd endReason) {

    /** Whether the member votes (domain 1.3, 3.1). */
    public boolean hasVote() {
        return kind.votesIn(standing);
    }
}
