package org.orglife.talk;

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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.Member;

/** Somebody who took part in a talk. */
@Entity
public class TalkParticipant {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "talk_id", updatable = false)
    @SuppressWarnings("UnusedVariable") // the side of the relation that is written
    private Talk talk;

    @Column(updatable = false)
    private Long branchId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "member_id", updatable = false)
    private Member member;

    @Column(updatable = false)
    private boolean convener;

    @Enumerated(EnumType.STRING)
    private Capacity capacity;

    private @Nullable LocalDate confirmedOn;

    @SuppressWarnings("NullAway.Init")
    protected TalkParticipant() {}

    TalkParticipant(Talk talk, Member member, boolean convener, Capacity capacity) {
        this.talk = talk;
        this.branchId = talk.getBranchId();
        this.member = member;
        this.convener = convener;
        this.capacity = capacity;
    }

    void confirm(LocalDate on) {
        if (confirmedOn == null) {
            this.confirmedOn = on;
        }
    }

    void ask() {
        this.confirmedOn = null;
    }

    void tookPartAs(Capacity newCapacity) {
        this.capacity = newCapacity;
    }

    public Member getMember() {
        return member;
    }

    /** Whether the talk was his to hold; the others were talked with. */
    public boolean isConvener() {
        return convener;
    }

    public Capacity getCapacity() {
        return capacity;
    }

    /** The day he confirmed it; null while he has not. */
    public @Nullable LocalDate getConfirmedOn() {
        return confirmedOn;
    }
}
