package org.orglife.organisation;

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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.RuleViolationException;

/** The enrolment of a member in a branch, from a day until a day. A member has one open enrolment at most. */
@Entity
public class Membership {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "member_id", updatable = false)
    private Member member;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "branch_id", updatable = false)
    private OrgUnit branch;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "group_id")
    private @Nullable OrgUnit group;

    private LocalDate fromOn;
    private @Nullable LocalDate untilOn;

    @Enumerated(EnumType.STRING)
    private @Nullable MembershipEnd endReason;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Membership() {}

    /**
     * Enrols a member.
     *
     * @throws RuleViolationException {@code organisation.membership.not-a-branch} if the unit keeps no members,
     *     {@code organisation.membership.foreign-group} if the group belongs to another branch
     */
    Membership(Member member, OrgUnit branch, @Nullable OrgUnit group, LocalDate fromOn) {
        if (!branch.isBranch() || branch.isDissolved()) {
            throw new RuleViolationException("organisation.membership.not-a-branch", branch.getName());
        }
        this.member = member;
        this.branch = branch;
        this.fromOn = fromOn;
        join(group);
    }

    /** By number: of two proxies of the same unit one is not the other. */
    private boolean isOwnGroup(OrgUnit newGroup) {
        OrgUnit parent = newGroup.getParent();
        return parent != null && Objects.equals(parent.getId(), branch.getId());
    }

    final void join(@Nullable OrgUnit newGroup) {
        if (newGroup != null && (!newGroup.isGroup() || !isOwnGroup(newGroup))) {
            throw new RuleViolationException("organisation.membership.foreign-group", branch.getName());
        }
        this.group = newGroup;
    }

    /**
     * Ends the enrolment.
     *
     * @throws RuleViolationException {@code organisation.membership.ended} if it has ended already,
     *     {@code organisation.membership.ends-before-begin} if the day lies before the enrolment
     */
    void end(LocalDate on, MembershipEnd reason) {
        if (untilOn != null) {
            throw new RuleViolationException("organisation.membership.ended");
        }
        if (on.isBefore(fromOn)) {
            throw new RuleViolationException("organisation.membership.ends-before-begin", fromOn);
        }
        this.untilOn = on;
        this.endReason = reason;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Member getMember() {
        return member;
    }

    public OrgUnit getBranch() {
        return branch;
    }

    public @Nullable OrgUnit getGroup() {
        return group;
    }

    public LocalDate getFromOn() {
        return fromOn;
    }

    public @Nullable LocalDate getUntilOn() {
        return untilOn;
    }

    public @Nullable MembershipEnd getEndReason() {
        return endReason;
    }

    public boolean isOpen() {
        return untilOn == null;
    }

    public long getVersion() {
        return version;
    }
}
