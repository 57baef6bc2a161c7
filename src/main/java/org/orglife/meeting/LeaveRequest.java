package org.orglife.meeting;

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
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.Member;
import org.orglife.shared.RuleViolationException;

/** 请假: a member says that he cannot come, by a reason code; a remark is sealed. */
@Entity
public class LeaveRequest {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long meetingId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "member_id", updatable = false)
    private Member member;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private LeaveReason reason;

    @Column(updatable = false)
    private byte @Nullable [] remarkSealed;

    @Enumerated(EnumType.STRING)
    private LeaveState state;

    @Column(updatable = false)
    private Instant askedAt;

    @Column(updatable = false)
    private String askedBy;

    private @Nullable Instant answeredAt;
    private @Nullable String answeredBy;
    private boolean seen;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected LeaveRequest() {}

    LeaveRequest(
            OrgLifeMeeting meeting,
            Member member,
            LeaveReason reason,
            byte @Nullable [] remarkSealed,
            String askedBy,
            Instant askedAt) {
        this.meetingId = meeting.getId();
        this.branchId = meeting.getBranchId();
        this.member = member;
        this.reason = reason;
        this.remarkSealed = remarkSealed;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
        this.state = LeaveState.OPEN;
    }

    /**
     * Answers it.
     *
     * @throws RuleViolationException {@code meeting.leave.answered} unless it waits
     */
    void answer(boolean accepted, String by, Instant at) {
        if (state != LeaveState.OPEN) {
            throw new RuleViolationException("meeting.leave.answered");
        }
        this.state = accepted ? LeaveState.ACCEPTED : LeaveState.DECLINED;
        this.answeredBy = by;
        this.answeredAt = at;
    }

    /** He comes after all, or the day it was for is gone. Taking it back twice changes nothing. */
    void withdraw() {
        this.state = LeaveState.WITHDRAWN;
    }

    /** He knows that he is asked to come. */
    void see() {
        this.seen = true;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public Long getMeetingId() {
        return meetingId;
    }

    public Member getMember() {
        return member;
    }

    public LeaveReason getReason() {
        return reason;
    }

    /** Opened for the secretary and himself alone; null for none. */
    byte @Nullable [] getRemarkSealed() {
        return remarkSealed;
    }

    public LeaveState getState() {
        return state;
    }

    public Instant getAskedAt() {
        return askedAt;
    }

    public String getAskedBy() {
        return askedBy;
    }

    public @Nullable Instant getAnsweredAt() {
        return answeredAt;
    }

    public @Nullable String getAnsweredBy() {
        return answeredBy;
    }

    /** Whether he has seen that he is asked to come. */
    public boolean isSeen() {
        return seen;
    }

    public long getVersion() {
        return version;
    }
}
