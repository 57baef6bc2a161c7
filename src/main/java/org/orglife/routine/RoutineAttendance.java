package org.orglife.routine;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.organisation.Member;
import org.orglife.sitting.AbsenceReason;

/** Somebody who was expected at a meeting, as he was on that day: there or not. */
@Entity
public class RoutineAttendance {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "meeting_id", updatable = false)
    private RoutineMeeting meeting;

    @Column(updatable = false)
    private Long branchId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "member_id", updatable = false)
    private Member member;

    @Enumerated(EnumType.STRING)
    private AttendanceCapacity capacity;

    private boolean votes;
    private boolean care;
    private boolean present;

    @Enumerated(EnumType.STRING)
    private @Nullable AbsenceReason reason;

    @SuppressWarnings("NullAway.Init")
    protected RoutineAttendance() {}

    @SuppressWarnings("NullAway.Init") // was sets the rest
    RoutineAttendance(RoutineMeeting meeting, Member member) {
        this.meeting = meeting;
        this.branchId = meeting.getBranch().getId();
        this.member = member;
    }

    void was(ExpectedMember as, boolean there, @Nullable AbsenceReason why) {
        this.capacity = as.leader() ? AttendanceCapacity.LEADER_AS_ORDINARY_MEMBER : AttendanceCapacity.MEMBER;
        this.votes = as.votes();
        this.care = as.care();
        this.present = there;
        this.reason = there ? null : why;
    }

    public Member getMember() {
        return member;
    }

    public AttendanceCapacity getCapacity() {
        return capacity;
    }

    public boolean hasVote() {
        return votes;
    }

    /** Whether nothing was asked of him: not being there never counts against him (domain 7.6). */
    public boolean isCare() {
        return care;
    }

    public boolean isPresent() {
        return present;
    }

    /** Null for whoever was there, and where nobody wrote down why he was not. */
    public @Nullable AbsenceReason getReason() {
        return reason;
    }

    public RoutineMeeting getMeeting() {
        return meeting;
    }
}
