package org.orglife.sitting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.organisation.MemberKind;
import org.orglife.organisation.PositionKind;
import org.orglife.shared.RuleViolationException;

/** Somebody who is expected at a sitting, or came to it: as he was on that day, whatever the roster says later. */
@Entity
public class Attendance {

    /** Members before guests; seats in their order, then leaders, then everybody else as the list has them. */
    static final Comparator<Attendance> BY_PLACE = Comparator.comparing(Attendance::isGuest)
            .thenComparing(Attendance::getSeat, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(one -> one.capacity != AttendanceCapacity.LEADER_AS_ORDINARY_MEMBER)
            .thenComparing(Attendance::getCapacity)
            .thenComparing(Attendance::getId);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long sittingId;

    @Column(updatable = false)
    private @Nullable Long memberId;

    private String name;
    private @Nullable String unit;

    @Enumerated(EnumType.STRING)
    private AttendanceCapacity capacity;

    @Enumerated(EnumType.STRING)
    private @Nullable MemberKind kind;

    private boolean votes;

    @Enumerated(EnumType.STRING)
    private @Nullable PositionKind seat;

    private boolean care;

    @Enumerated(EnumType.STRING)
    private AttendanceStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable AbsenceReason reason;

    @Enumerated(EnumType.STRING)
    private @Nullable SignedHow signedHow;

    private @Nullable Instant signedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Attendance() {}

    /** A member of the branch who is expected. */
    Attendance(Sitting sitting, ExpectedPerson person) {
        this.sittingId = sitting.getId();
        this.branchId = sitting.getBranchId();
        this.memberId = person.memberId();
        this.name = person.name();
        this.kind = person.kind();
        this.votes = person.votes() && person.kind() == MemberKind.FULL;
        this.seat = person.seat();
        this.care = person.care();
        this.capacity = person.leader() ? AttendanceCapacity.LEADER_AS_ORDINARY_MEMBER : AttendanceCapacity.MEMBER;
        this.status = AttendanceStatus.EXPECTED;
    }

    /**
     * Somebody who is no member of the branch.
     *
     * @throws RuleViolationException {@code sitting.guest.capacity} for a capacity of members
     */
    Attendance(Sitting sitting, AttendanceCapacity capacity, String name, @Nullable String unit) {
        if (!capacity.isInvited()) {
            throw new RuleViolationException("sitting.guest.capacity");
        }
        this.sittingId = sitting.getId();
        this.branchId = sitting.getBranchId();
        this.name = name;
        this.unit = unit;
        this.capacity = capacity;
        this.status = AttendanceStatus.EXPECTED;
    }

    /**
     * The same person on the list of the next sitting.
     *
     * @param stays whether he is taken to be where he was: on the same day; otherwise he is expected anew
     */
    Attendance again(Sitting sitting, boolean stays) {
        Attendance next = new Attendance();
        next.sittingId = sitting.getId();
        next.branchId = branchId;
        next.memberId = memberId;
        next.name = name;
        next.unit = unit;
        next.capacity = capacity;
        next.kind = kind;
        next.votes = votes;
        next.seat = seat;
        next.care = care;
        next.status = AttendanceStatus.EXPECTED;
        if (stays && status == AttendanceStatus.PRESENT) {
            next.arrive(SignedHow.LIST, sitting.getBegunAt());
        } else if (stays && status == AttendanceStatus.EXCUSED && reason != null) {
            next.excuse(reason);
        }
        return next;
    }

    /**
     * He is there.
     *
     * @throws RuleViolationException {@code sitting.signed-in} if he is signed in already
     */
    void arrive(SignedHow how, Instant now) {
        if (status == AttendanceStatus.PRESENT) {
            throw new RuleViolationException("sitting.signed-in", name);
        }
        this.status = AttendanceStatus.PRESENT;
        this.reason = null;
        this.signedHow = how;
        this.signedAt = now;
    }

    /** He is on leave. */
    void excuse(AbsenceReason why) {
        requireMember();
        if (!why.isLeave()) {
            throw new RuleViolationException("sitting.reason.missing", name);
        }
        away(AttendanceStatus.EXCUSED, why);
    }

    /** He did not come. */
    void miss(@Nullable AbsenceReason why) {
        requireMember();
        away(AttendanceStatus.ABSENT, why);
    }

    /** He was ticked by mistake: still to come. */
    void expectAgain() {
        away(AttendanceStatus.EXPECTED, null);
    }

    private void away(AttendanceStatus newStatus, @Nullable AbsenceReason why) {
        this.status = newStatus;
        this.reason = why;
        this.signedHow = null;
        this.signedAt = null;
    }

    private void requireMember() {
        if (memberId == null) {
            throw new RuleViolationException("sitting.guest.away", name);
        }
    }

    /**
     * A member of the branch is there as a leader in his own branch, or as everybody else.
     *
     * @throws RuleViolationException {@code sitting.guest.capacity} for any other capacity, and for guests
     */
    void countAs(AttendanceCapacity as) {
        if (memberId == null || as.isInvited()) {
            throw new RuleViolationException("sitting.guest.capacity");
        }
        this.capacity = as;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public Long getSittingId() {
        return sittingId;
    }

    /** Null for guests. */
    public @Nullable Long getMemberId() {
        return memberId;
    }

    public boolean isGuest() {
        return memberId == null;
    }

    public String getName() {
        return name;
    }

    /** Where a guest comes from; null where it is not known, and for members. */
    public @Nullable String getUnit() {
        return unit;
    }

    public AttendanceCapacity getCapacity() {
        return capacity;
    }

    /** Null for guests. */
    public @Nullable MemberKind getKind() {
        return kind;
    }

    /** 有表决权 on that day: a full member, not under 留党察看. */
    public boolean isVotes() {
        return votes;
    }

    /** His seat on the branch committee on that day; null for none. */
    public @Nullable PositionKind getSeat() {
        return seat;
    }

    /** Old, ill or far away: not pressed to come. */
    public boolean isCare() {
        return care;
    }

    public AttendanceStatus getStatus() {
        return status;
    }

    public boolean isPresent() {
        return status == AttendanceStatus.PRESENT;
    }

    /** Null for whoever is there or still expected, and while nobody has said why he is absent. */
    public @Nullable AbsenceReason getReason() {
        return reason;
    }

    /** Null for whoever is not there. */
    public @Nullable SignedHow getSignedHow() {
        return signedHow;
    }

    /** Null for whoever is not there. */
    public @Nullable Instant getSignedAt() {
        return signedAt;
    }

    public long getVersion() {
        return version;
    }
}
