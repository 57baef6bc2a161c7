package org.orglife.routine;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.RuleViolationException;

/**
 * When, where and for what a branch meets.
 *
 * @param kinds what it serves, at least one
 * @param groupId the group that meets, with {@link RoutineKind#GROUP} only
 * @param place at most 60 characters; null where nobody wrote one down
 * @param chairId a member of the branch; null where nobody is named
 * @param recorderId a member of the branch; null where nobody is named
 * @param lecturer who gave the lecture, often a guest, at most 40 characters; null where nobody is named
 * @param topics at most 500 characters
 */
public record RoutineDetails(
        Set<RoutineKind> kinds,
        @Nullable Long groupId,
        LocalDate heldOn,
        @Nullable LocalTime startsAt,
        @Nullable LocalTime endsAt,
        @Nullable String place,
        @Nullable Long chairId,
        @Nullable Long recorderId,
        @Nullable String lecturer,
        String topics) {

    public RoutineDetails {
        kinds = kinds.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(kinds));
        groupId = kinds.contains(RoutineKind.GROUP) ? groupId : null;
        lecturer = kinds.contains(RoutineKind.LECTURE) ? lecturer : null;
    }

    private static final LocalDate FIRST = LocalDate.of(1949, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    /** Whether a day can be kept: from 1 October 1949 to the end of 2100. */
    static boolean isDay(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /** Whether the committee meets by itself. */
    public boolean ofCommittee() {
        return kinds.contains(RoutineKind.COMMITTEE);
    }

    /**
     * Refuses what cannot be.
     *
     * @throws RuleViolationException {@code routine.day.odd}; {@code routine.kinds.missing}; {@code routine.committee-alone} and {@code
     *     routine.group-general}, because different people are expected; {@code routine.group.missing}; {@code
     *     routine.ends-before-starts}
     */
    void require() {
        if (!isDay(heldOn)) {
            throw new RuleViolationException("routine.day.odd");
        }
        if (kinds.isEmpty()) {
            throw new RuleViolationException("routine.kinds.missing");
        }
        if (ofCommittee() && kinds.size() > 1) {
            throw new RuleViolationException("routine.committee-alone");
        }
        if (kinds.contains(RoutineKind.GROUP)) {
            requireGroup();
        }
        if (endsAt != null && (startsAt == null || !endsAt.isAfter(startsAt))) {
            throw new RuleViolationException("routine.ends-before-starts");
        }
    }

    private void requireGroup() {
        if (kinds.contains(RoutineKind.GENERAL_MEETING)) {
            throw new RuleViolationException("routine.group-general");
        }
        if (groupId == null) {
            throw new RuleViolationException("routine.group.missing");
        }
    }
}
