package org.orglife.routine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Component;

/** Who writes and who reads what of the meetings within his scope (domain 7.2). */
@Component
public class RoutineAccess {

    private final RoutinePeople people;
    private final Clock clock;

    RoutineAccess(RoutinePeople people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** Whether he writes such a meeting: the committee all of them, a group's leader those of the group. */
    public boolean writes(RoutineDetails details, BranchScope scope) {
        if (scope.role() != Role.GROUP_LEADER) {
            return scope.role().sitsOnCommittee();
        }
        return details.groupId() != null && led(scope).contains(details.groupId());
    }

    /** Whether he writes any meeting at all. */
    public boolean writesSome(BranchScope scope) {
        return scope.role().sitsOnCommittee()
                || (scope.role() == Role.GROUP_LEADER && !led(scope).isEmpty());
    }

    /** The groups whose meetings a leader of groups writes; empty for everybody else. */
    public Set<Long> led(BranchScope scope) {
        return scope.role() == Role.GROUP_LEADER ? people.ledBy(scope.memberId(), LocalDate.now(clock)) : Set.of();
    }

    /** Refuses whoever does not write such a meeting ({@code routine.not-yours}). */
    void require(RoutineDetails details, BranchScope scope) {
        if (!writes(details, scope)) {
            throw new RuleViolationException("routine.not-yours");
        }
    }

    /** Names of those who were there: within the branch, and a supervision group; offices read counts. */
    public static boolean readsNames(BranchScope scope) {
        return !scope.role().isSuperior() || scope.role() == Role.SUPERVISOR;
    }

    /** Why others were not there: the committee, and whoever writes the meeting; everybody reads his own reason. */
    public boolean readsReasons(RoutineMeeting meeting, BranchScope scope) {
        return writes(meeting.getPlan().details(), scope);
    }

    /**
     * The text of the record, decisions and guests: within the branch, and a supervision group. What the committee talked
     * about by itself is for the committee and the supervision group.
     */
    public boolean readsRecord(RoutineMeeting meeting, BranchScope scope) {
        return readsNames(scope)
                && (!meeting.getPlan().is(RoutineKind.COMMITTEE)
                        || scope.role().sitsOnCommittee()
                        || scope.role() == Role.SUPERVISOR);
    }
}
