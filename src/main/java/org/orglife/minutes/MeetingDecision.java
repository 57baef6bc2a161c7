package org.orglife.minutes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.Member;
import org.orglife.sitting.HeldMeeting;

/** 决定事项: what a meeting has decided, whose it is, until when. */
@Entity
public class MeetingDecision {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long meetingId;

    @Column(updatable = false)
    private int position;

    private String text;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "owner_id")
    private @Nullable Member owner;

    private @Nullable LocalDate dueOn;

    @SuppressWarnings("NullAway.Init")
    protected MeetingDecision() {}

    MeetingDecision(HeldMeeting held, int position, String text, @Nullable Member owner, @Nullable LocalDate dueOn) {
        this.meetingId = held.getId();
        this.branchId = held.getBranchId();
        this.position = position;
        change(text, owner, dueOn);
    }

    final void change(String words, @Nullable Member whose, @Nullable LocalDate until) {
        this.text = words;
        this.owner = whose;
        this.dueOn = until;
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

    public int getPosition() {
        return position;
    }

    public String getText() {
        return text;
    }

    /** Null for nobody in particular. */
    public @Nullable Member getOwner() {
        return owner;
    }

    /** Null for no date. */
    public @Nullable LocalDate getDueOn() {
        return dueOn;
    }
}
