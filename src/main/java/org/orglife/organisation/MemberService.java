package org.orglife.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.sealing.Sealer;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enrols members, keeps their records, moves them and lets them go; history stays. */
@Service
@Transactional(readOnly = true)
public class MemberService {

    private static final String PHONE = "member.phone";

    private final MemberRepository members;
    private final MembershipRepository memberships;
    private final PositionRepository positions;
    private final OrgUnitService units;
    private final MemberQuery query;
    private final Sealer sealer;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MemberService(
            MemberRepository members,
            MembershipRepository memberships,
            PositionRepository positions,
            OrgUnitService units,
            MemberQuery query,
            Sealer sealer,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.members = members;
        this.memberships = memberships;
        this.positions = positions;
        this.units = units;
        this.query = query;
        this.sealer = sealer;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    public List<MemberRow> list(MemberFilter filter, MemberSort sort, BranchScope scope, int limit, long offset) {
        return query.rows(filter, sort, scope, limit, offset);
    }

    public long count(MemberFilter filter, BranchScope scope) {
        return query.count(filter, scope);
    }

    /** Hands every row of a list to the taker, one after the other, without keeping them. */
    public void each(MemberFilter filter, MemberSort sort, BranchScope scope, Consumer<MemberRow> taker) {
        try (var rows = query.stream(filter, sort, scope)) {
            rows.forEach(taker);
        }
    }

    /**
     * A person with his history.
     *
     * @throws NotFoundException if there is no such member, or his last branch lies outside the scope
     */
    public MemberRecord get(long id, BranchScope scope) {
        List<Membership> history = memberships.historyOf(id);
        if (history.isEmpty() || !isVisible(history.get(0), scope)) {
            throw new NotFoundException(Member.class, id);
        }
        return new MemberRecord(history.get(0).getMember(), history, positions.ofMember(id));
    }

    private static boolean isVisible(Membership latest, BranchScope scope) {
        return latest.getBranch().isWithin(scope)
                || scope.isOwn(latest.getMember().getId());
    }

    /** The phone number, null if none is kept. That it was looked at is noted in the trail. */
    @Transactional
    public @Nullable String showPhone(long id, BranchScope scope) {
        Member member = get(id, scope).member();
        byte[] sealed = member.getPhoneSealed();
        if (sealed == null) {
            return null;
        }
        audit.record(OrganisationAction.PHONE_SHOWN, "Member", id, member.getName());
        return sealer.open(sealed, PHONE);
    }

    /** Enrols a new member in a branch. */
    @Transactional
    public Member enrol(
            long branchId, @Nullable Long groupId, MemberDetails details, LocalDate from, BranchScope scope) {
        OrgUnit branch = units.get(branchId, scope);
        OrgUnit group = groupId == null ? null : units.get(groupId, scope);
        Member member = members.save(new Member(details, seal(details.phone())));
        memberships.save(new Membership(member, branch, group, from));
        audit.record(OrganisationAction.MEMBER_ENROLLED, "Member", member.getId(), member.getName());
        events.publishEvent(new MembershipChanged(branchId));
        return member;
    }

    /**
     * Changes a member's record and group.
     *
     * @param details with a null phone leaves the number that is kept; an empty one removes it
     * @throws StaleEditException if somebody saved the record since the form was opened
     */
    @Transactional
    public void change(long id, long version, @Nullable Long groupId, MemberDetails details, BranchScope scope) {
        MemberRecord kept = get(id, scope);
        Member member = kept.member();
        if (member.getVersion() != version) {
            throw new StaleEditException(
                    member.getVersion(),
                    List.of(new CurrentText("name", "organisation.member.name", member.getName())));
        }
        byte[] phone = details.phone() == null ? member.getPhoneSealed() : seal(details.phone());
        member.change(details, phone);
        if (kept.latest().isOpen()) {
            kept.latest().join(groupId == null ? null : units.get(groupId, scope));
        }
        audit.record(OrganisationAction.MEMBER_CHANGED, "Member", id, member.getName());
        events.publishEvent(new MembershipChanged(kept.latest().getBranch().getId()));
    }

    /**
     * Moves a member to another branch of the scope; his seats in the old one end.
     *
     * @param on first day in the new branch, not after today
     */
    @Transactional
    public void transfer(long id, long branchId, LocalDate on, BranchScope scope) {
        OrgUnit branch = units.get(branchId, scope);
        MemberRecord kept = get(id, scope);
        if (kept.latest().getBranch().getId() == branchId) {
            throw new RuleViolationException("organisation.member.already-there", branch.getName());
        }
        end(kept, on.minusDays(1), MembershipEnd.TRANSFERRED);
        memberships.save(new Membership(kept.member(), branch, null, on));
        audit.record(
                OrganisationAction.MEMBER_TRANSFERRED,
                "Member",
                id,
                kept.member().getName());
        events.publishEvent(new MembershipChanged(branchId));
    }

    /** Ends a member's enrolment; what he has written and promised stays with the branch. */
    @Transactional
    public void leave(long id, LocalDate on, MembershipEnd reason, BranchScope scope) {
        MemberRecord kept = get(id, scope);
        end(kept, on, reason);
        audit.record(OrganisationAction.MEMBER_LEFT, "Member", id, kept.member().getName(), List.of(reason.name()));
    }

    private void end(MemberRecord kept, LocalDate on, MembershipEnd reason) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new RuleViolationException("organisation.membership.in-future");
        }
        kept.latest().end(on, reason);
        // Written at once: the index on open enrolments must not see two of them in the same flush.
        memberships.save(kept.latest());
        positions
                .openOf(List.of(kept.member().getId()))
                .forEach(position -> position.end(on.isBefore(position.getFromOn()) ? position.getFromOn() : on));
        events.publishEvent(new MembershipChanged(kept.latest().getBranch().getId()));
    }

    private byte @Nullable [] seal(@Nullable String phone) {
        return phone == null || phone.isEmpty() ? null : sealer.seal(phone, PHONE);
    }
}
