package org.orglife.sitting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.meeting.Invitation;
import org.orglife.meeting.InvitationAnswer;
import org.orglife.meeting.InvitationService;
import org.orglife.meeting.OrgLifeMeeting;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The lists of a meeting, one for each sitting: who is expected when it begins, and who did not come when it ends. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SittingLists {

    private final ExpectedPeople people;
    private final InvitationService invitations;
    private final SittingRepository sittings;
    private final AttendanceRepository attendances;
    private final Clock clock;

    SittingLists(
            ExpectedPeople people,
            InvitationService invitations,
            SittingRepository sittings,
            AttendanceRepository attendances,
            Clock clock) {
        this.people = people;
        this.invitations = invitations;
        this.sittings = sittings;
        this.attendances = attendances;
        this.clock = clock;
    }

    /**
     * The list of the first sitting: everybody who is expected, those with an accepted leave excused, and whoever was
     * invited and did not decline.
     *
     * @throws RuleViolationException {@code sitting.nobody} if nobody is expected
     */
    void first(HeldMeeting held, BranchTask task, OrgLifeMeeting meeting, @Nullable Long groupId) {
        Sitting sitting = sittings.save(new Sitting(held, 1, groupId, held.getHeldOn(), clock.instant()));
        List<ExpectedPerson> expected = people.of(task, meeting, groupId, held.getHeldOn());
        if (expected.isEmpty()) {
            throw new RuleViolationException("sitting.nobody");
        }
        expected.forEach(person -> expect(sitting, person));
        invitations.of(task).stream()
                .filter(guest -> guest.getAnswer() != InvitationAnswer.NO)
                .forEach(guest -> attendances.save(guest(sitting, guest)));
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
            people.of(task, meeting, groupId, today).forEach(person -> expect(sitting, person));
            attendances.of(last.getId()).stream()
                    .filter(one -> one.isGuest() && one.isPresent())
                    .forEach(one -> attendances.save(one.again(sitting, true)));
        }
    }

    /** Puts a member on the list. */
    Attendance expect(Sitting sitting, ExpectedPerson person) {
        Attendance one = new Attendance(sitting, person);
        if (person.leave() != null) {
            one.excuse(person.leave());
        }
        return attendances.save(one);
    }

    private static Attendance guest(Sitting sitting, Invitation invitation) {
        return new Attendance(sitting, invitation.getCapacity(), invitation.getName(), invitation.getUnit());
    }

    /** Who is still expected when a sitting ends did not come; guests who did not are forgotten. */
    void close(HeldMeeting held) {
        Sitting sitting = open(held);
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

    /** The sitting that goes on. */
    Sitting open(HeldMeeting held) {
        return sittings.open(held.getId()).orElseThrow(() -> new RuleViolationException("sitting.phase"));
    }

    /** The sitting that goes on or was the last. */
    Sitting last(HeldMeeting held) {
        List<Sitting> all = sittings.of(held.getId());
        return all.get(all.size() - 1);
    }
}
