package org.orglife.sitting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchPlan;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.BranchTaskState;
import org.orglife.campaign.Preparation;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.meeting.Invitation;
import org.orglife.meeting.InvitationAnswer;
import org.orglife.meeting.InvitationService;
import org.orglife.meeting.Meetings;
import org.orglife.meeting.OrgLifeMeeting;
import org.orglife.organisation.MemberService;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.RuleViolationException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 签到: opens the list of a sitting and keeps who is there. */
@Service
@Transactional
public class CheckInService {

    private static final String TYPE = "HeldMeeting";

    private final Desk desk;
    private final BranchTaskService tasks;
    private final Preparation preparation;
    private final Meetings meetings;
    private final InvitationService invitations;
    private final ExpectedPeople people;
    private final Roster roster;
    private final MemberService members;
    private final AgendaService agenda;
    private final CriticismRound round;
    private final HeldMeetingRepository helds;
    private final SittingRepository sittings;
    private final AttendanceRepository attendances;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CheckInService(
            Desk desk,
            BranchTaskService tasks,
            Preparation preparation,
            Meetings meetings,
            InvitationService invitations,
            ExpectedPeople people,
            Roster roster,
            MemberService members,
            AgendaService agenda,
            CriticismRound round,
            HeldMeetingRepository helds,
            SittingRepository sittings,
            AttendanceRepository attendances,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.preparation = preparation;
        this.meetings = meetings;
        this.invitations = invitations;
        this.people = people;
        this.roster = roster;
        this.members = members;
        this.agenda = agenda;
        this.round = round;
        this.helds = helds;
        this.sittings = sittings;
        this.attendances = attendances;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens the list: everybody who is expected, those with an accepted leave excused, and whoever was invited and did not
     * decline. Opening it again changes nothing.
     *
     * @param groupId the group that meets first, where the branch meets in groups; null for the whole branch
     * @throws RuleViolationException {@code sitting.not-scheduled} before the notice is out, {@code sitting.no-recorder}
     *     while nobody is named to keep the record, {@code sitting.too-early} before the day of the meeting, {@code
     *     sitting.nobody} if nobody is expected
     */
    public void open(long taskId, @Nullable Long groupId, BranchScope scope) {
        BranchTask task = tasks.get(taskId, scope);
        BranchPlan plan =
                preparation.plan(task, scope).orElseThrow(() -> new RuleViolationException("sitting.not-scheduled"));
        desk.beforeMeeting(taskId, people(plan), scope);
        tasks.workOn(taskId, scope);
        OrgLifeMeeting meeting = meetings.begin(task);
        if (helds.findById(meeting.getId()).isPresent()) {
            return;
        }
        if (task.getState() != BranchTaskState.SCHEDULED) {
            throw new RuleViolationException("sitting.not-scheduled");
        }
        if (plan.getRecorder() == null) {
            throw new RuleViolationException("sitting.no-recorder");
        }
        LocalDate today = LocalDate.now(clock);
        if (today.isBefore(plan.getMeetingOn())) {
            throw new RuleViolationException(
                    "sitting.too-early",
                    plan.getMeetingOn().getMonthValue(),
                    plan.getMeetingOn().getDayOfMonth());
        }
        HeldMeeting held = helds.save(new HeldMeeting(
                meeting,
                today,
                plan.getPlace(),
                plan.getChair(),
                plan.getRecorder(),
                people.committeeSize(task, today)));
        Sitting sitting = sittings.save(new Sitting(held, 1, groupId, today, clock.instant()));
        List<ExpectedPerson> expected = people.of(task, meeting, groupId, today);
        if (expected.isEmpty()) {
            throw new RuleViolationException("sitting.nobody");
        }
        expected.forEach(person -> expect(sitting, person));
        invitations.of(task).stream()
                .filter(guest -> guest.getAnswer() != InvitationAnswer.NO)
                .forEach(guest -> attendances.save(guest(sitting, guest)));
        agenda.adopt(task, meeting);
        audit.record(
                SittingAction.CHECK_IN_OPENED,
                TYPE,
                meeting.getId(),
                task.getBranch().getName());
    }

    private static List<@Nullable Long> people(BranchPlan plan) {
        Long recorder = plan.getRecorder() == null ? null : plan.getRecorder().getId();
        return Arrays.asList(plan.getChair().getId(), recorder);
    }

    private Attendance expect(Sitting sitting, ExpectedPerson person) {
        Attendance one = new Attendance(sitting, person);
        if (person.leave() != null) {
            one.excuse(person.leave());
        }
        return attendances.save(one);
    }

    private static Attendance guest(Sitting sitting, Invitation invitation) {
        return new Attendance(sitting, invitation.getCapacity(), invitation.getName(), invitation.getUnit());
    }

    /**
     * Calls the check-in off, as long as the meeting has not begun: the lists are thrown away.
     *
     * @throws RuleViolationException {@code sitting.phase} once it has begun
     */
    public void cancel(long taskId, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        if (held.getPhase() != MeetingPhase.CHECK_IN) {
            throw new RuleViolationException("sitting.phase");
        }
        discard(held);
        audit.record(SittingAction.CHECK_IN_CANCELLED, TYPE, held.getId(), null);
    }

    /** Throws the lists of a meeting away that has not begun; those at its console see that it is gone. */
    void discard(HeldMeeting held) {
        helds.delete(held);
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
        arrive(held, one, how);
        note(held);
    }

    private void arrive(HeldMeeting held, Attendance one, SignedHow how) {
        arrive(held, List.of(one), how);
    }

    private void arrive(HeldMeeting held, List<Attendance> people, SignedHow how) {
        people.forEach(one -> one.arrive(how, clock.instant()));
        round.joinedBy(held, people);
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
        List<Attendance> people = attendances.of(openSitting(held).getId()).stream()
                .filter(one -> !one.isGuest() && one.getStatus() == AttendanceStatus.EXPECTED)
                .toList();
        arrive(held, people, SignedHow.LIST);
        note(held);
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
        Sitting sitting = lastSitting(held);
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
        Sitting sitting = openSitting(held);
        Roster.Person person = roster.membersOf(task.getBranch().getId(), today, scope).stream()
                .filter(one -> one.id() == memberId)
                .findFirst()
                .orElseThrow(() -> new RuleViolationException("sitting.foreign"));
        if (attendances.ofMember(sitting.getId(), memberId).isPresent()) {
            throw new RuleViolationException("sitting.signed-in", person.name());
        }
        Attendance one = expect(
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
        arrive(held, one, SignedHow.LIST);
        note(held);
    }

    /**
     * What somebody sees who has read the code in the room.
     *
     * @param taskId whose meeting it is
     * @param name his own
     * @param status his own
     * @param signedAt when he was signed in; null while he is not
     */
    public record Door(
            long taskId,
            String branch,
            String campaign,
            String place,
            String name,
            AttendanceStatus status,
            @Nullable Instant signedAt) {}

    /**
     * The door that a sign-in code opens for the caller.
     *
     * @throws RuleViolationException {@code sitting.code.unknown} for a code that never was one, {@code
     *     sitting.code.over} once the sitting is over or the day has passed, {@code sitting.code.foreign} for whoever is
     *     not on the list of this meeting
     */
    @Transactional(readOnly = true)
    public Door door(String typed, BranchScope scope) {
        Sitting sitting = sitting(typed);
        Attendance own = own(sitting, scope);
        HeldMeeting held = helds.findById(sitting.getMeetingId())
                .orElseThrow(() -> new NotFoundException(Sitting.class, sitting.getId()));
        BranchTask task = tasks.get(held.getTaskId(), scope);
        return new Door(
                task.getId(),
                task.getBranch().getName(),
                task.getCampaign().getTitle(),
                held.getPlace(),
                own.getName(),
                own.getStatus(),
                own.getSignedAt());
    }

    /**
     * Somebody signs himself in by the code shown in the room.
     *
     * @return the task whose meeting it is
     * @throws RuleViolationException as {@link #door}, and {@code sitting.signed-in} if he is there already
     */
    public long signIn(String typed, BranchScope scope) {
        Sitting sitting = sitting(typed);
        HeldMeeting held = desk.take(sitting.getMeetingId());
        if (!held.getPhase().isOpenForCheckIn()) {
            // it ended while he was reading the code
            throw new RuleViolationException("sitting.code.over");
        }
        Attendance own = own(sitting, scope);
        arrive(held, own, SignedHow.SELF);
        note(held);
        return held.getTaskId();
    }

    private Sitting sitting(String typed) {
        String code = PrintedCode.read(typed);
        Sitting sitting = Optional.ofNullable(code)
                .flatMap(sittings::findByCode)
                .orElseThrow(() -> new RuleViolationException("sitting.code.unknown"));
        if (!sitting.isOpenAt(clock.instant())) {
            throw new RuleViolationException("sitting.code.over");
        }
        return sitting;
    }

    private Attendance own(Sitting sitting, BranchScope scope) {
        return Optional.ofNullable(scope.memberId())
                .flatMap(me -> attendances.ofMember(sitting.getId(), me))
                .orElseThrow(() -> new RuleViolationException("sitting.code.foreign"));
    }

    /** The list of a sitting that begins after a break, or of the next group. */
    void again(HeldMeeting held, BranchTask task, OrgLifeMeeting meeting, @Nullable Long groupId) {
        List<Sitting> before = sittings.of(held.getId());
        LocalDate today = LocalDate.now(clock);
        Sitting sitting = sittings.save(new Sitting(held, before.size() + 1, groupId, today, clock.instant()));
        Sitting last = before.get(before.size() - 1);
        if (Objects.equals(last.getGroupId(), groupId)) {
            boolean sameDay = last.getHeldOn().equals(today);
            attendances.of(last.getId()).forEach(one -> attendances.save(one.again(sitting, sameDay)));
        } else {
            round.joinedBy(
                    held,
                    people.of(task, meeting, groupId, today).stream()
                            .map(person -> expect(sitting, person))
                            .toList());
            attendances.of(last.getId()).stream()
                    .filter(one -> one.isGuest() && one.isPresent())
                    .forEach(one -> attendances.save(one.again(sitting, true)));
        }
    }

    /** Who is still expected when a sitting ends did not come; guests who did not are forgotten. */
    void close(HeldMeeting held) {
        Sitting sitting = openSitting(held);
        for (Attendance one : attendances.of(sitting.getId())) {
            if (one.getStatus() == AttendanceStatus.EXPECTED) {
                if (one.isGuest()) {
                    attendances.delete(one);
                } else {
                    one.miss(null);
                }
            }
        }
        sitting.end(clock.instant());
    }

    Sitting openSitting(HeldMeeting held) {
        return sittings.open(held.getId()).orElseThrow(() -> new RuleViolationException("sitting.phase"));
    }

    private Sitting lastSitting(HeldMeeting held) {
        List<Sitting> all = sittings.of(held.getId());
        return all.get(all.size() - 1);
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
