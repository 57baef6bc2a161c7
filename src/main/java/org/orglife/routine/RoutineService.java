package org.orglife.routine;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.organisation.Member;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.Roster;
import org.orglife.organisation.UnitChoice;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans the ordinary meetings of a branch and writes down how they were held. */
@Service
@Transactional
public class RoutineService {

    static final String TYPE = "RoutineMeeting";

    private final RoutineMeetingRepository meetings;
    private final RoutinePeople people;
    private final RoutineAccess access;
    private final OrgUnitService units;
    private final Roster roster;
    private final AuditTrail audit;
    private final EntityManager entities;
    private final Clock clock;

    RoutineService(
            RoutineMeetingRepository meetings,
            RoutinePeople people,
            RoutineAccess access,
            OrgUnitService units,
            Roster roster,
            AuditTrail audit,
            EntityManager entities,
            Clock clock) {
        this.meetings = meetings;
        this.people = people;
        this.access = access;
        this.units = units;
        this.roster = roster;
        this.audit = audit;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * A meeting with all that is written of it.
     *
     * @throws NotFoundException if there is none, or its branch lies outside the scope
     */
    @Transactional(readOnly = true)
    public RoutineMeeting get(long id, BranchScope scope) {
        RoutineMeeting meeting = meetings.findById(id)
                .filter(found -> found.getBranch().isWithin(scope))
                .orElseThrow(() -> new NotFoundException(RoutineMeeting.class, id));
        meeting.load();
        return meeting;
    }

    /** All meetings of a branch that took place in a year, by day, for the book of records (三会一课记录本). */
    @Transactional(readOnly = true)
    public List<RoutineMeeting> year(long branchId, int year, BranchScope scope) {
        OrgUnit branch = units.get(branchId, scope);
        List<RoutineMeeting> all = meetings.held(branch.getId(), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        all.forEach(RoutineMeeting::load);
        return all;
    }

    /** The same for whoever writes it ({@code routine.not-yours}). */
    RoutineMeeting own(long id, BranchScope scope) {
        RoutineMeeting meeting = get(id, scope);
        access.require(meeting.getPlan().details(), scope);
        return meeting;
    }

    /**
     * Plans a meeting, on whatever day.
     *
     * @return its id
     * @throws RuleViolationException as {@link RoutineDetails#require}; {@code routine.not-yours}; {@code
     *     routine.group.other} and {@code routine.person.other} for somebody of another branch
     */
    public long plan(long branchId, RoutineDetails details, BranchScope scope) {
        RoutineMeeting meeting = meetings.save(draw(branchId, details, scope));
        note(RoutineAction.MEETING_PLANNED, meeting);
        return meeting.getId();
    }

    /**
     * Writes down a meeting that took place without having been planned here.
     *
     * @param text of its record; null while nobody has written it
     * @return its id
     * @throws RuleViolationException as {@link #plan} and {@link #hold}
     */
    public long record(long branchId, RoutineDetails details, Roll roll, @Nullable String text, BranchScope scope) {
        RoutineMeeting meeting = draw(branchId, details, scope);
        take(meeting, details, roll, text, scope);
        meetings.save(meeting);
        note(RoutineAction.MEETING_HELD, meeting);
        return meeting.getId();
    }

    private RoutineMeeting draw(long branchId, RoutineDetails details, BranchScope scope) {
        OrgUnit branch = units.get(branchId, scope);
        if (!branch.isBranch()) {
            throw new NotFoundException(OrgUnit.class, branchId);
        }
        return new RoutineMeeting(branch, plan(branch, details, scope));
    }

    private RoutinePlan plan(OrgUnit branch, RoutineDetails details, BranchScope scope) {
        details.require();
        access.require(details, scope);
        Long group = details.groupId();
        if (group != null
                && people.groups(branch.getId()).stream().map(UnitChoice::id).noneMatch(group::equals)) {
            throw new RuleViolationException("routine.group.other");
        }
        requireMembers(branch.getId(), details.heldOn(), scope, details.chairId(), details.recorderId());
        return new RoutinePlan(
                details,
                new RoutinePlan.Named(
                        reference(OrgUnit.class, group),
                        reference(Member.class, details.chairId()),
                        reference(Member.class, details.recorderId())));
    }

    private <T> @Nullable T reference(Class<T> type, @Nullable Long id) {
        return id == null ? null : entities.getReference(type, id);
    }

    private void requireMembers(long branchId, LocalDate on, BranchScope scope, @Nullable Long... ids) {
        Set<Long> asked = new HashSet<>();
        Stream.of(ids).filter(Objects::nonNull).forEach(asked::add);
        if (!asked.isEmpty()) {
            roster.membersOf(branchId, on, scope).forEach(person -> asked.remove(person.id()));
        }
        if (!asked.isEmpty()) {
            throw new RuleViolationException("routine.person.other");
        }
    }

    private void take(
            RoutineMeeting meeting, RoutineDetails details, Roll roll, @Nullable String text, BranchScope scope) {
        meeting.held(attendees(meeting.getBranch().getId(), details, roll), LocalDate.now(clock), scope.accountId());
        if (text != null) {
            meeting.recorded(text);
        }
    }

    private Attendees attendees(long branchId, RoutineDetails details, Roll roll) {
        List<ExpectedMember> expected = people.expected(branchId, details);
        Map<Long, Member> members = new HashMap<>();
        expected.forEach(one -> members.put(one.id(), entities.getReference(Member.class, one.id())));
        if (expected.isEmpty()) {
            throw new RuleViolationException("routine.nobody-expected");
        }
        if (!members.keySet().equals(roll.listed())) {
            throw new RuleViolationException("routine.list-changed");
        }
        return new Attendees(expected, members, roll);
    }

    /**
     * Changes a meeting that is still to come; if those expected were told of another day, hour or place, they have to be
     * told again.
     *
     * @throws StaleEditException if somebody saved it since the form was opened
     */
    public void change(long id, long version, RoutineDetails details, BranchScope scope) {
        RoutineMeeting meeting = fresh(id, version, scope);
        meeting.change(plan(meeting.getBranch(), details, scope));
        note(RoutineAction.PLAN_CHANGED, meeting);
    }

    private RoutineMeeting fresh(long id, long version, BranchScope scope) {
        RoutineMeeting meeting = own(id, scope);
        if (meeting.getVersion() != version) {
            throw new StaleEditException(
                    meeting.getVersion(),
                    List.of(
                            new CurrentText(
                                    "topics",
                                    "routine.topics",
                                    meeting.getPlan().getTopics()),
                            new CurrentText(
                                    "record",
                                    "routine.record",
                                    meeting.getRecord() == null ? "" : meeting.getRecord())));
        }
        return meeting;
    }

    /** Notes that those expected have been told. */
    public void told(long id, BranchScope scope) {
        RoutineMeeting meeting = own(id, scope);
        meeting.told();
        note(RoutineAction.MEETING_TOLD, meeting);
    }

    /**
     * Writes down how a planned meeting was held.
     *
     * @throws RuleViolationException {@code routine.in-future}; {@code routine.nobody-expected} if the branch had no
     *     members on that day; {@code routine.list-changed} if the form asked about others than those expected; {@code
     *     routine.nobody-present}
     * @throws StaleEditException if somebody saved it since the form was opened
     */
    public void hold(
            long id, long version, RoutineDetails details, Roll roll, @Nullable String text, BranchScope scope) {
        RoutineMeeting meeting = fresh(id, version, scope);
        meeting.change(plan(meeting.getBranch(), details, scope));
        take(meeting, details, roll, text, scope);
        note(RoutineAction.MEETING_HELD, meeting);
    }

    /**
     * Puts right what was written of a meeting.
     *
     * @param why at most 200 characters, read by the branch
     * @throws RuleViolationException as {@link #hold}; {@code routine.record.missing} where a record would be lost
     * @throws StaleEditException if somebody saved it since the form was opened
     */
    public void correct(
            long id,
            long version,
            RoutineDetails details,
            Roll roll,
            @Nullable String text,
            String why,
            Actor actor,
            BranchScope scope) {
        RoutineMeeting meeting = fresh(id, version, scope);
        RoutinePlan next = plan(meeting.getBranch(), details, scope);
        meeting.correct(next, attendees(meeting.getBranch().getId(), details, roll), text, LocalDate.now(clock));
        meeting.noteChange(RoutineChange.Kind.CORRECTED, clock.instant(), actor.displayName(), why);
        note(RoutineAction.MEETING_CORRECTED, meeting);
    }

    /** Writes the text of a record where there is none yet. */
    public void write(long id, long version, String text, BranchScope scope) {
        RoutineMeeting meeting = fresh(id, version, scope);
        if (meeting.getRecord() != null) {
            throw new RuleViolationException("routine.record.there");
        }
        meeting.recorded(text);
        note(RoutineAction.RECORD_WRITTEN, meeting);
    }

    /** Calls a meeting off, or takes out one that was entered by mistake: it stays in the list, with the reason. */
    public void cancel(long id, String reason, Actor actor, BranchScope scope) {
        RoutineMeeting meeting = own(id, scope);
        meeting.cancel(clock.instant(), actor.displayName(), reason);
        note(RoutineAction.MEETING_CANCELLED, meeting);
    }

    /** Those of these members who are enrolled in the branch of a meeting on its day, by id. */
    void requireMember(RoutineMeeting meeting, @Nullable Long memberId, BranchScope scope) {
        requireMembers(meeting.getBranch().getId(), meeting.getPlan().getHeldOn(), scope, memberId);
    }

    void note(RoutineAction action, RoutineMeeting meeting) {
        audit.record(action, TYPE, meeting.getId(), label(meeting));
    }

    private static String label(RoutineMeeting meeting) {
        String kinds = meeting.getPlan().getKinds().stream().map(Enum::name).collect(Collectors.joining("+"));
        return meeting.getBranch().getName() + " " + meeting.getPlan().getHeldOn() + " " + kinds;
    }
}
