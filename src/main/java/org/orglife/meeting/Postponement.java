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
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Labelled;
import org.orglife.shared.RuleViolationException;

/** 改期: a meeting is moved to another day, beyond the superior's last day with his consent only. */
@Entity
public class Postponement {

    /** What became of it. */
    public enum Answer implements Labelled {
        /** The branch moved it itself, within the superior's last day. */
        DONE,
        /** The superior agreed. */
        CONSENTED,
        /** The superior did not agree: the former day holds. */
        REFUSED,
        /** The branch asked for another day instead. */
        WITHDRAWN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long meetingId;

    @Column(updatable = false)
    private LocalDate fromOn;

    @Column(updatable = false)
    private LocalDate toOn;

    @Column(updatable = false)
    private LocalTime startsAt;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private Instant askedAt;

    @Column(updatable = false)
    private String askedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable Answer answer;

    private @Nullable String answerReason;
    private @Nullable Instant answeredAt;
    private @Nullable String answeredBy;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Postponement() {}

    Postponement(OrgLifeMeeting meeting, LocalDate fromOn, MoveMeeting move, String askedBy, Instant askedAt) {
        this.meetingId = meeting.getId();
        this.branchId = meeting.getBranchId();
        this.fromOn = fromOn;
        this.toOn = move.to();
        this.startsAt = move.at();
        this.reason = move.reason();
        this.askedBy = askedBy;
        this.askedAt = askedAt;
    }

    /**
     * It is settled.
     *
     * @param why only where it is refused
     * @throws RuleViolationException {@code meeting.postpone.answered} if it was settled before
     */
    void settle(Answer given, @Nullable String why, String by, Instant at) {
        if (answer != null) {
            throw new RuleViolationException("meeting.postpone.answered");
        }
        this.answer = given;
        this.answerReason = why;
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

    public LocalDate getFromOn() {
        return fromOn;
    }

    public LocalDate getToOn() {
        return toOn;
    }

    public LocalTime getStartsAt() {
        return startsAt;
    }

    public String getReason() {
        return reason;
    }

    public Instant getAskedAt() {
        return askedAt;
    }

    public String getAskedBy() {
        return askedBy;
    }

    /** Null while the superior has not answered. */
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

    public long getVersion() {
        return version;
    }
}
