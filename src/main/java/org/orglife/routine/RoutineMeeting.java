package org.orglife.routine;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.organisation.Member;
import org.orglife.organisation.OrgUnit;
import org.orglife.shared.LateEntry;
import org.orglife.shared.RuleViolationException;

/** 一次会议: an ordinary meeting of a branch, its committee or one of its groups, outside of any campaign. */
@Entity
public class RoutineMeeting {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "branch_id", updatable = false)
    private OrgUnit branch;

    @Embedded
    private RoutinePlan plan;

    @Enumerated(EnumType.STRING)
    private RoutineState state = RoutineState.PLANNED;

    private @Nullable String record;
    private @Nullable LocalDate recordedOn;
    private @Nullable Long recordedBy;

    @Column(name = "study_session_id")
    private @Nullable Long studySessionId;

    @OneToMany(mappedBy = "meeting", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<RoutineAttendance> attendance = new ArrayList<>();

    @OneToMany(mappedBy = "meeting", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<RoutineGuest> guests = new ArrayList<>();

    @OneToMany(mappedBy = "meeting", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<RoutineDecision> decisions = new ArrayList<>();

    @OneToMany(mappedBy = "meeting", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<RoutineChange> changes = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected RoutineMeeting() {}

    /** A meeting is planned. */
    RoutineMeeting(OrgUnit branch, RoutinePlan plan) {
        this.branch = branch;
        this.plan = plan;
    }

    /**
     * Changes a plan. Those who were told of another day, hour or place have to be told again.
     *
     * @throws RuleViolationException {@code routine.no-longer-planned} once it was held
     */
    void change(RoutinePlan next) {
        if (!state.isAhead()) {
            throw new RuleViolationException("routine.no-longer-planned");
        }
        if (state == RoutineState.NOTIFIED && next.isElsewhere(plan)) {
            become(RoutineState.PLANNED);
        }
        this.plan = next;
    }

    /** Those expected have been told. */
    void told() {
        become(RoutineState.NOTIFIED);
    }

    /**
     * It took place: who was there is written down.
     *
     * @param account that enters it
     * @throws RuleViolationException {@code routine.in-future} for a day after today; {@code routine.nobody-present}
     */
    void held(Attendees attendees, LocalDate today, long account) {
        requirePast(plan.getHeldOn(), today);
        become(RoutineState.HELD);
        this.recordedOn = today;
        this.recordedBy = account;
        count(attendees);
    }

    private static void requirePast(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw new RuleViolationException("routine.in-future");
        }
    }

    private void count(Attendees attendees) {
        attendees.requireSomebody();
        Map<Long, RoutineAttendance> known = new HashMap<>();
        attendance.forEach(one -> known.put(one.getMember().getId(), one));
        for (ExpectedMember one : attendees.expected()) {
            RoutineAttendance line = known.remove(one.id());
            if (line == null) {
                line = new RoutineAttendance(this, attendees.member(one));
                attendance.add(line);
            }
            line.was(one, attendees.isPresent(one), attendees.roll().reasons().get(one.id()));
        }
        attendance.removeAll(known.values());
    }

    /**
     * Puts right what was written of a meeting that took place.
     *
     * @param text of the record; null leaves a meeting without one
     * @throws RuleViolationException {@code routine.not-held}; as {@link #held}; {@code routine.record.missing} where a
     *     record would be lost
     */
    void correct(RoutinePlan next, Attendees attendees, @Nullable String text, LocalDate today) {
        requireHeld();
        requirePast(next.getHeldOn(), today);
        if (state == RoutineState.RECORDED && text == null) {
            throw new RuleViolationException("routine.record.missing");
        }
        this.plan = next;
        if (recordedOn != null && recordedOn.isBefore(next.getHeldOn())) {
            this.recordedOn = today;
        }
        count(attendees);
        if (text != null) {
            recorded(text);
        }
    }

    /** The text of the record (会议记录). */
    void recorded(String text) {
        requireHeld();
        this.record = text;
        if (state == RoutineState.HELD) {
            become(RoutineState.RECORDED);
        }
    }

    void requireHeld() {
        if (!state.isHeld()) {
            throw new RuleViolationException("routine.not-held");
        }
    }

    /** It is called off, or was entered by mistake. */
    void cancel(Instant at, String byName, String reason) {
        become(RoutineState.CANCELLED);
        noteChange(RoutineChange.Kind.CANCELLED, at, byName, reason);
    }

    void noteChange(RoutineChange.Kind kind, Instant at, String byName, String reason) {
        changes.add(new RoutineChange(this, kind, at, byName, reason));
    }

    /**
     * Writes down what was decided.
     *
     * @throws RuleViolationException {@code routine.not-held}; of a vote, {@code routine.vote.kind} where nobody votes,
     *     {@code routine.vote.no-quorum} and {@code routine.vote.too-many}
     */
    void decided(DecisionDetails details, @Nullable Member owner) {
        requireHeld();
        ShowOfHands votes = details.votes();
        if (votes != null && !plan.isVoting()) {
            throw new RuleViolationException("routine.vote.kind");
        }
        if (votes != null) {
            votes.require(expectedVoters(), presentVoters());
        }
        decisions.add(new RoutineDecision(this, details, owner));
    }

    void drop(long decisionId) {
        requireHeld();
        decisions.removeIf(one -> one.getId() == decisionId);
    }

    void joinedBy(String name, AttendanceCapacity capacity) {
        requireHeld();
        guests.add(new RoutineGuest(this, name, capacity));
    }

    void leftBy(long guestId) {
        requireHeld();
        guests.removeIf(one -> one.getId() == guestId);
    }

    /**
     * It is a session of study of a campaign too.
     *
     * @throws RuleViolationException {@code routine.study.linked} if it is one already
     */
    void studiedIn(long sessionId) {
        requireHeld();
        if (studySessionId != null) {
            throw new RuleViolationException("routine.study.linked");
        }
        this.studySessionId = sessionId;
    }

    private void become(RoutineState next) {
        if (!state.canBecome(next)) {
            throw new RuleViolationException("routine.state." + state);
        }
        this.state = next;
    }

    /** Fetches what a page shows beside those who were expected, while there is a transaction. */
    void load() {
        Hibernate.initialize(guests);
        Hibernate.initialize(changes);
        decisions.forEach(decision -> Hibernate.initialize(decision.getOwner()));
    }

    /** Those with a vote who were expected. */
    public int expectedVoters() {
        return (int) attendance.stream().filter(RoutineAttendance::hasVote).count();
    }

    /** Of these, whoever was there. */
    public int presentVoters() {
        return (int) attendance.stream()
                .filter(one -> one.hasVote() && one.isPresent())
                .count();
    }

    /** Those who were there, guests not among them. */
    public int present() {
        return (int) attendance.stream().filter(RoutineAttendance::isPresent).count();
    }

    /** Entered more than 7 days after it took place (补记). */
    public boolean isLate() {
        return recordedOn != null && LateEntry.isLate(plan.getHeldOn(), recordedOn);
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public OrgUnit getBranch() {
        return branch;
    }

    public RoutinePlan getPlan() {
        return plan;
    }

    public RoutineState getState() {
        return state;
    }

    /** The text of the record; null while nobody has written it. */
    public @Nullable String getRecord() {
        return record;
    }

    /** The day on which it was entered that it took place; null before. */
    public @Nullable LocalDate getRecordedOn() {
        return recordedOn;
    }

    /** The account that entered it; null before. */
    public @Nullable Long getRecordedBy() {
        return recordedBy;
    }

    /** The session of study that it was too; null for none. */
    public @Nullable Long getStudySessionId() {
        return studySessionId;
    }

    public List<RoutineAttendance> getAttendance() {
        return List.copyOf(attendance);
    }

    public List<RoutineGuest> getGuests() {
        return List.copyOf(guests);
    }

    public List<RoutineDecision> getDecisions() {
        return List.copyOf(decisions);
    }

    public List<RoutineChange> getChanges() {
        return List.copyOf(changes);
    }

    public long getVersion() {
        return version;
    }
}
