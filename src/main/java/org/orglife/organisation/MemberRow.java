package org.orglife.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of the member list, on the page and in the exported roster.
 *
 * @param seats kinds of the seats held today
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
        List<PositionKind> seats,
        @Nullable LocalDate until) {}
