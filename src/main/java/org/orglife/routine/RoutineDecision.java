package org.orglife.routine;

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

/** 议定事项: what a meeting decided, who sees to it, until when. */
@Entity
public class RoutineDecision {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "meeting_id", updatable = false)
    private RoutineMeeting meeting;

    @Column(updatable = false)
    private Long branchId;

    private String text;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "owner_id")
    private @Nullable Member owner;

    private @Nullable LocalDate dueOn;
    private @Nullable Integer approve;
    private @Nullable Integer against;
    private @Nullable Integer abstained;

    @SuppressWarnings("NullAway.Init")
    protected RoutineDecision() {}

    RoutineDecision(RoutineMeeting meeting, DecisionDetails details, @Nullable Member owner) {
        this.meeting = meeting;
        this.branchId = meeting.getBranch().getId();
        this.text = details.text();
        this.owner = owner;
        this.dueOn = details.dueOn();
        ShowOfHands votes = details.votes();
        if (votes != null) {
            this.approve = votes.approve();
            this.against = votes.against();
            this.abstained = votes.abstained();
        }
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public String getText() {
        return text;
    }

    public @Nullable Member getOwner() {
        return owner;
    }

    public @Nullable LocalDate getDueOn() {
        return dueOn;
    }

    /** Null where there was no vote. */
    public @Nullable ShowOfHands getVotes() {
        return approve == null || against == null || abstained == null
                ? null
                : new ShowOfHands(approve, against, abstained);
    }

    public RoutineMeeting getMeeting() {
        return meeting;
    }
}
