package org.orglife.routine;

import jakarta.persistence.EntityManager;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.organisation.Member;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decisions and guests of a meeting that was held. */
@Service
@Transactional
public class RoutineItems {

    private final RoutineService routine;
    private final EntityManager entities;

    RoutineItems(RoutineService routine, EntityManager entities) {
        this.routine = routine;
        this.entities = entities;
    }

    /**
     * Writes down a decision.
     *
     * @throws RuleViolationException {@code routine.not-yours}; {@code routine.not-held}; {@code routine.person.other};
     *     {@code routine.day.odd}; of a vote, {@code routine.vote.kind}, {@code routine.vote.no-quorum}, {@code routine.vote.too-many}
     */
    public void decide(long id, DecisionDetails details, BranchScope scope) {
        RoutineMeeting meeting = routine.own(id, scope);
        if (details.dueOn() != null && !RoutineDetails.isDay(details.dueOn())) {
            throw new RuleViolationException("routine.day.odd");
        }
        routine.requireMember(meeting, details.ownerId(), scope);
        meeting.decided(
                details, details.ownerId() == null ? null : entities.getReference(Member.class, details.ownerId()));
        routine.note(RoutineAction.RECORD_COMPLETED, meeting);
    }

    /** Takes a decision out again. */
    public void dropDecision(long id, long decisionId, BranchScope scope) {
        RoutineMeeting meeting = routine.own(id, scope);
        meeting.drop(decisionId);
        routine.note(RoutineAction.RECORD_COMPLETED, meeting);
    }

    /**
     * Writes down who was there as a guest (列席).
     *
     * @param name with the unit, at most 60 characters
     * @throws RuleViolationException {@code routine.not-yours}; {@code routine.not-held}
     */
    public void invite(long id, String name, AttendanceCapacity capacity, BranchScope scope) {
        RoutineMeeting meeting = routine.own(id, scope);
        meeting.joinedBy(name, capacity);
        routine.note(RoutineAction.RECORD_COMPLETED, meeting);
    }

    /** Takes a guest out again. */
    public void dropGuest(long id, long guestId, BranchScope scope) {
        RoutineMeeting meeting = routine.own(id, scope);
        meeting.leftBy(guestId);
        routine.note(RoutineAction.RECORD_COMPLETED, meeting);
    }
}
