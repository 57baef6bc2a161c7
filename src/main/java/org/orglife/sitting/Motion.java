package org.orglife.sitting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import org.orglife.shared.RuleViolationException;
import org.springframework.data.domain.Persistable;

/** 表决: what came of a vote in a general meeting (BR-01, BR-02). */
@Entity
public class Motion implements Persistable<Long> {

    /** The item's. */
    @Id
    private Long id;

    @Column(updatable = false)
    private Long branchId;

    private int expectedVoters;
    private int presentVoters;
    private int approve;
    private int against;
    private int abstain;

    @Transient
    private boolean fresh;

    @SuppressWarnings("NullAway.Init")
    protected Motion() {}

    Motion(AgendaItem item) {
        this.id = item.getId();
        this.branchId = item.getBranchId();
        this.fresh = true;
    }

    /**
     * Notes the result; voters are counted, not typed.
     *
     * @throws RuleViolationException {@code sitting.vote.sum} unless the three add up to the voters present
     */
    void count(int expected, int present, VoteResult result) {
        if (result.isNegative() || result.sum() != present) {
            throw new RuleViolationException("sitting.vote.sum", result.sum(), present);
        }
        this.expectedVoters = expected;
        this.presentVoters = present;
        this.approve = result.approve();
        this.against = result.against();
        this.abstain = result.abstain();
    }

    /** Carried by more than half of those who have a vote and were expected, not of those present (BR-02). */
    public boolean isCarried() {
        return 2 * approve > expectedVoters;
    }

    @Override
    public Long getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    public Long getBranchId() {
        return branchId;
    }

    public int getExpectedVoters() {
        return expectedVoters;
    }

    public int getPresentVoters() {
        return presentVoters;
    }

    public int getApprove() {
        return approve;
    }

    public int getAgainst() {
        return against;
    }

    public int getAbstain() {
        return abstain;
    }
}
