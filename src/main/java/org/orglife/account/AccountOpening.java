package org.orglife.account;

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
import org.orglife.organisation.OrgUnit;
import org.orglife.shared.Labelled;
import org.orglife.shared.RuleViolationException;

/** Accounts opened together (开通账号): the system officer asks, the security officer approves the list once. */
@Entity
public class AccountOpening {

    /** Where an opening stands. */
    public enum State implements Labelled {
        /** Waits for the security officer. */
        REQUESTED,
        /** The accounts may sign in. */
        APPROVED,
        /** The accounts stay shut. */
        REJECTED;

        @Override
        public String labelKey() {
            return "account.openingState." + name();
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "unit_id", updatable = false)
    private OrgUnit unit;

    @Enumerated(EnumType.STRING)
    private State state = State.REQUESTED;

    private Long requestedBy;
    private Instant requestedAt;
    private int accounts;
    private @Nullable Long decidedBy;
    private @Nullable Instant decidedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected AccountOpening() {}

    AccountOpening(OrgUnit unit, int accounts, long requestedBy, Instant requestedAt) {
        this.unit = unit;
        this.accounts = accounts;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
    }

    /**
     * Approves or rejects the list, once.
     *
     * @throws RuleViolationException {@code account.opening.decided} if that has been done already,
     *     {@code account.own-approval} if whoever asked were to decide
     */
    void decide(State decision, long by, Instant at) {
        if (requestedBy == by) {
            throw new RuleViolationException("account.own-approval");
        }
        if (state != State.REQUESTED) {
            throw new RuleViolationException("account.opening.decided");
        }
        this.state = decision;
        this.decidedBy = by;
        this.decidedAt = at;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public OrgUnit getUnit() {
        return unit;
    }

    public State getState() {
        return state;
    }

    public Instant getRequestedAt() {
        return requestedAt;
    }

    public Long getRequestedBy() {
        return requestedBy;
    }

    /** How many accounts were asked for. */
    public int getAccounts() {
        return accounts;
    }

    public @Nullable Long getDecidedBy() {
        return decidedBy;
    }

    public boolean isApproved() {
        return state == State.APPROVED;
    }

    public @Nullable Instant getDecidedAt() {
        return decidedAt;
    }
}
