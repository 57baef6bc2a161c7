package org.orglife.account;

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
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.OrgUnit;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;

/** A role that no position brings, held over a unit from a day until a day. */
@Entity
public class RoleAssignment {

    /** Roles that somebody grants; all others come with a seat or an enrolment. */
    public static final List<Role> GRANTABLE = List.of(
            Role.PARTY_OFFICE,
            Role.LEADER,
            Role.SUPERVISOR,
            Role.ASSISTANT,
            Role.SYS_ADMIN,
            Role.SEC_ADMIN,
            Role.AUDIT_ADMIN);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id", updatable = false)
    private Account account;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Role role;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "unit_id", updatable = false)
    private @Nullable OrgUnit unit;

    private LocalDate fromOn;
    private @Nullable LocalDate untilOn;

    @Column(updatable = false)
    private @Nullable Long grantedBy;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected RoleAssignment() {}

    /**
     * Grants a role.
     *
     * @param unit over which it is held; null for the officers, and for them alone
     * @param untilOn last day; null for no end
     * @throws RuleViolationException {@code account.role.officers-apart} if an officer were to get a business role or
     *     the other way round, {@code account.role.unit} if the unit is missing or too much,
     *     {@code account.role.superior-unit} or {@code account.role.branch-unit} if it is of the wrong kind,
     *     {@code account.role.ends-before-begin} if it would end before it begins
     */
    RoleAssignment(
            Account account,
            Role role,
            @Nullable OrgUnit unit,
            LocalDate fromOn,
            @Nullable LocalDate untilOn,
            @Nullable Long grantedBy) {
        if (role.isOfficer() != account.isOfficer()) {
            throw new RuleViolationException("account.role.officers-apart", account.getDisplayName());
        }
        if (role.isOfficer() != (unit == null)) {
            throw new RuleViolationException("account.role.unit");
        }
        if (unit != null && (role == Role.PARTY_OFFICE || role == Role.LEADER) && (unit.isBranch() || unit.isGroup())) {
            throw new RuleViolationException("account.role.superior-unit");
        }
        if (unit != null && role == Role.ASSISTANT && !unit.isBranch()) {
            throw new RuleViolationException("account.role.branch-unit");
        }
        if (untilOn != null && untilOn.isBefore(fromOn)) {
            throw new RuleViolationException("account.role.ends-before-begin");
        }
        this.account = account;
        this.role = role;
        this.unit = unit;
        this.fromOn = fromOn;
        this.untilOn = untilOn;
        this.grantedBy = grantedBy;
    }

    /** Takes the role away; from the next request on it is gone. What was granted today was never held. */
    void revoke(LocalDate today) {
        LocalDate lastDay = today.minusDays(1);
        LocalDate never = fromOn.minusDays(1);
        this.untilOn = lastDay.isBefore(never) ? never : lastDay;
    }

    /** Whether it has not ended before that day; a role that begins later counts. */
    boolean isOpenOn(LocalDate day) {
        return untilOn == null || !untilOn.isBefore(day);
    }

    /** Whether it is the same role over the same unit. */
    boolean isSameAs(RoleAssignment other) {
        return role == other.role
                && (unit == null
                        ? other.unit == null
                        : other.unit != null && unit.getId().equals(other.unit.getId()));
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Account getAccount() {
        return account;
    }

    public Role getRole() {
        return role;
    }

    public @Nullable OrgUnit getUnit() {
        return unit;
    }

    public LocalDate getFromOn() {
        return fromOn;
    }

    public @Nullable LocalDate getUntilOn() {
        return untilOn;
    }

    public @Nullable Long getGrantedBy() {
        return grantedBy;
    }

    public boolean isHeldOn(LocalDate day) {
        return !fromOn.isAfter(day) && (untilOn == null || !untilOn.isBefore(day));
    }
}
