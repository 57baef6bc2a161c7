package org.orglife.sitting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.organisation.MemberService;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who is at a meeting, on leave or absent, as the recorder says. */
@Service
@Transactional
public class AttendanceService {

    private static final String TYPE = "HeldMeeting";

    private final Desk desk;
    private final BranchTaskService tasks;
    private final Roster roster;
    private final MemberService members;
    private final SittingLists lists;
    private final CriticismRound round;
    private final SittingRepository sittings;
    private final AttendanceRepository attendances;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AttendanceService(
            Desk desk,
            BranchTaskService tasks,
            Roster roster,
            MemberService members,
            SittingLists lists,
            CriticismRound round,
            SittingRepository sittings,
            AttendanceRepository attendances,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.roster = roster;
        this.members = members;
        this.lists = lists;
        this.round = round;
        this.sittings = sittings;
        this.attendances = attendances;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A member is there. Ticking somebody who is there already changes nothing.
     *
     * @param how ticked on the list, or for him by somebody else
     */
    public void tick(long taskId, long attendanceId, SignedHow how, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        Attendance one = find(attendanceId, held);
        if (one.isPresent()) {
            return;
        }
        arrive(held, List.of(one), how);
    }

    /** Notes that they have come; a round of criticism that runs gives them a turn. */
    void arrive(HeldMeeting held, List<Attendance> people, SignedHow how) {
        people.forEach(one -> one.arrive(how, clock.instant()));
        round.joinedBy(held, people);
        note(held);
    }

    /** He is not there after all, or was ticked by mistake. */
    public void untick(long taskId, long attendanceId, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        Attendance one = find(attendanceId, held);
        boolean open = sittings.open(held.getId())
                .filter(sitting -> sitting.getId().equals(one.getSittingId()))
                .isPresent();
        if (!open && !one.isGuest()) {
            one.miss(null);
        } else {
            one.expectAgain();
        }
        round.leftBy(held, one);
        note(held);
    }

    /**
     * A member is on leave.
     *
     * @throws RuleViolationException {@code sitting.reason.missing} unless the reason is one of a leave, {@code
     *     sitting.guest.away} for guests
     */
    public void excuse(long taskId, long attendanceId, AbsenceReason reason, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        Attendance one = find(attendanceId, held);
        one.excuse(reason);
        round.leftBy(held, one);
        note(held);
    }

    /** A member did not come and did not ask for leave: noted by hand, so that nobody stays without a reason. */
    public void miss(long taskId, long attendanceId, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        Attendance one = find(attendanceId, held);
        one.miss(AbsenceReason.WITHOUT_LEAVE);
        round.leftBy(held, one);
        note(held);
    }

    /** Everybody who is still expected is there; members only. */
    public void tickAll(long taskId, BranchScope scope) {
        HeldMeeting held = desk.holdOpen(taskId, scope);
        List<Attendance> people = attendances.of(lists.open(held).getId()).stream()
                .filter(one -> !one.isGuest() && one.getStatus() == AttendanceStatus.EXPECTED)
                .toList();
        arrive(held, people, SignedHow.LIST);
    }

    /** Whether a leader counts as an ordinary member of his own branch. */
    public void countAs(long taskId, long attendanceId, AttendanceCapacity capacity, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        find(attendanceId, held).countAs(capacity);
        note(held);
    }

    /**
     * Somebody has come who was not invited.
     *
     * @param unit where he comes from; null where it is not known
     * @throws RuleViolationException {@code sitting.guest.capacity} for a capacity of members, {@code
     *     sitting.guest.twice} if he is on the list in that capacity
     */
    public void admit(long taskId, AttendanceCapacity capacity, String name, @Nullable String unit, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        Sitting sitting = lists.last(held);
        boolean known = attendances.of(sitting.getId()).stream()
                .anyMatch(one -> one.getCapacity() == capacity
                        && one.getName().equals(name)
                        && Objects.equals(one.getUnit(), unit));
        if (known) {
            throw new RuleViolationException("sitting.guest.twice", name);
        }
        Attendance guest = new Attendance(sitting, capacity, name, unit);
        guest.arrive(SignedHow.LIST, clock.instant());
        attendances.save(guest);
        audit.record(SittingAction.GUEST_ADMITTED, TYPE, held.getId(), null);
    }

    /** Takes a guest off the list who was put there by mistake. */
    public void drop(long taskId, long attendanceId, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        Attendance guest = find(attendanceId, held);
        if (!guest.isGuest()) {
            throw new NotFoundException(Attendance.class, attendanceId);
        }
        attendances.delete(guest);
        note(held);
    }

    /**
     * A member of the branch has come who is not on the list, because he was left out of it or has just joined.
     *
     * @throws RuleViolationException {@code sitting.foreign} if he is not enrolled in this branch, {@code
     *     sitting.signed-in} if he is on the list
     */
    public void join(long taskId, long memberId, BranchScope scope) {
        HeldMeeting held = desk.holdOpen(taskId, scope);
        BranchTask task = tasks.get(taskId, scope);
        LocalDate today = LocalDate.now(clock);
        Sitting sitting = lists.open(held);
        Roster.Person person = roster.membersOf(task.getBranch().getId(), today, scope).stream()
                .filter(one -> one.id() == memberId)
                .findFirst()
                .orElseThrow(() -> new RuleViolationException("sitting.foreign"));
        if (attendances.ofMember(sitting.getId(), memberId).isPresent()) {
            throw new RuleViolationException("sitting.signed-in", person.name());
        }
        Attendance one = lists.expect(
                sitting,
                new ExpectedPerson(
                        person.id(),
                        person.name(),
                        person.kind(),
                        members.get(memberId, scope).member().hasVote(),
                        roster.committeeOf(task.getBranch().getId(), today).get(memberId),
                        false,
                        false,
                        null,
                        null));
        arrive(held, List.of(one), SignedHow.LIST);
    }

    private Attendance find(long attendanceId, HeldMeeting held) {
        return attendances
                .find(attendanceId, held.getId())
                .orElseThrow(() -> new NotFoundException(Attendance.class, attendanceId));
    }

    private void note(HeldMeeting held) {
        audit.record(SittingAction.ATTENDANCE_CHANGED, TYPE, held.getId(), null);
        if (held.getPhase().isHeld()) {
            events.publishEvent(new RecordChanged(held.getId(), held.getTaskId()));
        }
    }
}
