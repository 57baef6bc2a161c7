package org.orglife.sitting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.PrintedCode;

/** 一次到会: who came together at one time. A meeting has another one after each adjournment, and one for each group. */
@Entity
public class Sitting {

    /** A meeting may go on past midnight; the code of one that nobody has closed is of no use the day after. */
    private static final int CODE_HOURS = 12;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long meetingId;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private @Nullable Long groupId;

    @Column(updatable = false)
    private LocalDate heldOn;

    @Column(updatable = false)
    private Instant begunAt;

    private @Nullable Instant endedAt;

    @Column(updatable = false)
    private String code;

    @SuppressWarnings("NullAway.Init")
    protected Sitting() {}

    /** @param groupId the group that meets; null for the whole branch */
    Sitting(HeldMeeting meeting, int number, @Nullable Long groupId, LocalDate heldOn, Instant begunAt) {
        this.meetingId = meeting.getId();
        this.branchId = meeting.getBranchId();
        this.number = number;
        this.groupId = groupId;
        this.heldOn = heldOn;
        this.begunAt = begunAt;
        this.code = PrintedCode.next();
    }

    void end(Instant now) {
        if (endedAt == null) {
            this.endedAt = now;
        }
    }

    /** Whether people may still sign in with its code: while it lasts, and for {@value #CODE_HOURS} hours at most. */
    public boolean isOpenAt(Instant now) {
        return endedAt == null && now.isBefore(begunAt.plus(Duration.ofHours(CODE_HOURS)));
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

    /** 1 for the first. */
    public int getNumber() {
        return number;
    }

    /** The group that meets; null for the whole branch. */
    public @Nullable Long getGroupId() {
        return groupId;
    }

    public LocalDate getHeldOn() {
        return heldOn;
    }

    public Instant getBegunAt() {
        return begunAt;
    }

    /** Null while it lasts. */
    public @Nullable Instant getEndedAt() {
        return endedAt;
    }

    /** What the sign-in code shown in the room stands for: 26 characters. */
    public String getCode() {
        return code;
    }
}
