package org.orglife.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Labelled;
import org.orglife.shared.RuleViolationException;

/** 请示: what the superior was told before the meeting, and what he answered. */
@Entity
public class MeetingApproval {

    /** What the superior answered. */
    public enum Answer implements Labelled {
        /** The meeting may be held. */
        APPROVED,
        /** More is wanted; the reason says what. */
        RETURNED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long meetingId;

    @Column(updatable = false)
    private LocalDate meetingOn;

    @Column(updatable = false)
    private String report;

    @Column(updatable = false)
    private Instant sentAt;

    @Column(updatable = false)
    private String sentBy;

    @Enumerated(EnumType.STRING)
    private @Nullable Answer answer;

    private @Nullable String answerReason;
    private @Nullable Instant answeredAt;
    private @Nullable String answeredBy;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected MeetingApproval() {}

    MeetingApproval(OrgLifeMeeting meeting, LocalDate meetingOn, String report, String sentBy, Instant sentAt) {
        this.meetingId = meeting.getId();
        this.branchId = meeting.getBranchId();
        this.meetingOn = meetingOn;
        this.report = report;
        this.sentBy = sentBy;
        this.sentAt = sentAt;
    }

    void approve(String by, Instant at) {
        answer(Answer.APPROVED, null, by, at);
    }

    void giveBack(String reason, String by, Instant at) {
        answer(Answer.RETURNED, reason, by, at);
    }

    private void answer(Answer given, @Nullable String reason, String by, Instant at) {
        if (answer != null) {
            throw new RuleViolationException("meeting.approval.answered");
        }
        this.answer = given;
        this.answerReason = reason;
        this.answeredBy = by;
        this.answeredAt = at;
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

    /** Day of the meeting as it was asked for. */
    public LocalDate getMeetingOn() {
        return meetingOn;
    }

    public String getReport() {
        return report;
    }

    public Instant getSentAt() {
        return sentAt;
    }

    public String getSentBy() {
        return sentBy;
    }

    /** Null while it waits. */
    public @Nullable Answer getAnswer() {
        return answer;
    }

    public @Nullable String getAnswerReason() {
        return answerReason;
    }

    public @Nullable Instant getAnsweredAt() {
        return answeredAt;
    }

    public @Nullable String getAnsweredBy() {
        return answeredBy;
    }

    public boolean isApproved() {
        return answer == Answer.APPROVED;
    }

    public long getVersion() {
        return version;
    }
}
