package org.orglife.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.sealing.Sealer;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labelled;
import org.orglife.shared.Labels;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
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
    private static final int MOST_NAMESAKES = 100;

    private final MemberRepository members;
    private final MembershipRepository memberships;
    private final PositionRepository positions;
    private final OrgUnitService units;
    private final MemberQuery query;
    private final RosterLookup lookup;
    private final Sealer sealer;
    private final Labels labels;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MemberService(
            MemberRepository members,
            MembershipRepository memberships,
            PositionRepository positions,
            OrgUnitService units,
            MemberQuery query,
            RosterLookup lookup,
            Sealer sealer,
            Labels labels,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.members = members;
        this.memberships = memberships;
        this.positions = positions;
        this.units = units;
        this.query = query;
        this.lookup = lookup;
        this.sealer = sealer;
        this.labels = labels;
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

    /** What is kept on the caller himself; empty if he is no member. */
    public Optional<MemberRecord> own(BranchScope scope) {
        return Optional.ofNullable(scope.memberId()).map(id -> get(id, scope));
    }

    /** The phone number with its middle hidden; null if none is kept or it is not the caller's to see. */
    public @Nullable String maskedPhone(Member member, BranchScope scope) {
        byte[] sealed = member.getPhoneSealed();
        if (sealed == null || !maySeePhone(member, scope)) {
            return null;
        }
        String phone = sealer.open(sealed, PHONE);
        int shown = phone.length() > 8 ? 3 : 0;
        return phone.substring(0, shown) + "****" + phone.substring(phone.length() - 4);
    }

    /** A phone number is for the committee of the own branch, and for the member himself. */
    private static boolean maySeePhone(Member member, BranchScope scope) {
        return scope.role().sitsOnCommittee() || scope.isOwn(member.getId());
    }

    /**
     * The phone number, null if none is kept. That it was looked at is noted in the trail.
     *
     * @throws NotFoundException if it is not the caller's to see
     */
    @Transactional
    public @Nullable String showPhone(long id, BranchScope scope) {
        Member member = get(id, scope).member();
        if (!maySeePhone(member, scope)) {
            throw new NotFoundException(Member.class, id);
        }
        byte[] sealed = member.getPhoneSealed();
        if (sealed == null) {
            return null;
        }
        audit.record(OrganisationAction.PHONE_SHOWN, "Member", id, member.getName());
        return sealer.open(sealed, PHONE);
    }

    /** The member of the scope who seems to be the same person: of one name, and one day of birth if both are known. */
    public Optional<MemberRow> lookalike(MemberDetails details, BranchScope scope) {
        MemberFilter filter = new MemberFilter(null, null, null, null, details.name(), false);
        return query.rows(filter, MemberSort.NAME, scope, MOST_NAMESAKES, 0).stream()
                .filter(row -> row.name().equals(details.name()))
                .filter(row -> row.bornOn() == null
                        || details.bornOn() == null
                        || row.bornOn().equals(details.bornOn()))
                .findFirst();
    }

    /**
     * Enrols a new member in a branch.
     *
     * @throws RuleViolationException {@code organisation.member.code-taken} if somebody else has his code, {@code
     *     organisation.membership.in-future} if the day is yet to come
     */
    @Transactional
    public Member enrol(
            long branchId, @Nullable Long groupId, MemberDetails details, LocalDate from, BranchScope scope) {
        requireRight(scope);
        OrgUnit branch = units.get(branchId, scope);
        OrgUnit group = groupId == null ? null : units.get(groupId, scope);
        requirePast(from);
        if (details.code() != null && members.existsByCode(details.code())) {
            throw new RuleViolationException("organisation.member.code-taken");
        }
        Member member = members.save(new Member(details, seal(details.phone()), LocalDate.now(clock)));
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
        requireRight(scope);
        MemberRecord kept = get(id, scope);
        Member member = kept.member();
        if (member.getVersion() != version) {
            throw new StaleEditException(member.getVersion(), current(kept, scope));
        }
        if (details.code() != null && members.existsByCodeAndIdNot(details.code(), id)) {
            throw new RuleViolationException("organisation.member.code-taken");
        }
        Set<String> changed = details.changedFrom(member.details());
        if (details.phone() != null) {
            changed.add("phone");
        }
        byte[] phone = details.phone() == null ? member.getPhoneSealed() : seal(details.phone());
        member.change(details, phone, LocalDate.now(clock));
        if (kept.latest().isOpen()) {
            OrgUnit group = groupId == null ? null : units.get(groupId, scope);
            OrgUnit before = kept.latest().getGroup();
            if (!Objects.equals(groupId, before == null ? null : before.getId())) {
                changed.add("group");
            }
            kept.latest().join(group);
        }
        audit.record(OrganisationAction.MEMBER_CHANGED, "Member", id, member.getName(), changed);
        events.publishEvent(new MembershipChanged(kept.latest().getBranch().getId()));
    }

    private List<CurrentText> current(MemberRecord kept, BranchScope scope) {
        Member member = kept.member();
        OrgUnit group = kept.latest().getGroup();
        Map<String, String> groups = units.groups(kept.latest().getBranch().getId(), scope).stream()
                .collect(Collectors.toMap(each -> String.valueOf(each.getId()), OrgUnit::getName));
        List<CurrentText> texts = new ArrayList<>();
        texts.add(new CurrentText("name", "organisation.member.name", member.getName()));
        texts.add(chosen("gender", Gender.values(), labels.of(member.getGender())));
        texts.add(new CurrentText("bornOn", "organisation.member.bornOn", text(member.getBornOn())));
        texts.add(
                new CurrentText("groupId", "organisation.member.group", group == null ? "" : group.getName(), groups));
        texts.add(chosen("kind", MemberKind.values(), labels.of(member.getKind())));
        texts.add(chosen("standing", Standing.values(), labels.of(member.getStanding())));
        texts.add(new CurrentText("joinedOn", "organisation.member.joinedOn", text(member.getJoinedOn())));
        texts.add(new CurrentText("fullOn", "organisation.member.fullOn", text(member.getFullOn())));
        texts.add(chosen(
                "flags",
                MemberFlag.values(),
                member.getFlags().stream().map(labels::of).collect(Collectors.joining("、"))));
        texts.add(new CurrentText("code", "organisation.member.code", text(member.getCode())));
        return texts;
    }

    private <E extends Enum<E> & Labelled> CurrentText chosen(String field, E[] constants, String current) {
        return new CurrentText(
                field,
                "organisation.member." + field,
                current,
                Arrays.stream(constants).collect(Collectors.toMap(Enum::name, labels::of)));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static void requireRight(BranchScope scope) {
        if (scope.role() != Role.PARTY_OFFICE && !scope.role().sitsOnCommittee()) {
            throw new RuleViolationException("organisation.member.roster-only");
        }
    }

    private void requirePast(LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new RuleViolationException("organisation.membership.in-future");
        }
    }

    /**
     * Moves a member to another branch of the scope; his seats in the old one end. Somebody who has left comes back this
     * way.
     *
     * @param on first day in the new branch, not after today
     * @throws RuleViolationException {@code organisation.member.already-there} if he is enrolled in that branch, {@code
     *     organisation.membership.begins-before-end} if he was still enrolled elsewhere on that day
     */
    @Transactional
    public void transfer(long id, long branchId, LocalDate on, BranchScope scope) {
        requireRight(scope);
        OrgUnit branch = units.get(branchId, scope);
        MemberRecord kept = get(id, scope);
        requirePast(on);
        LocalDate until = kept.latest().getUntilOn();
        if (until != null && !on.isAfter(until)) {
            throw new RuleViolationException("organisation.membership.begins-before-end", until);
        }
        if (until == null && kept.latest().getBranch().getId() == branchId) {
            throw new RuleViolationException("organisation.member.already-there", branch.getName());
        }
        if (until == null) {
            end(kept, on.minusDays(1), MembershipEnd.TRANSFERRED);
        }
        memberships.save(new Membership(kept.member(), branch, null, on));
        audit.record(
                OrganisationAction.MEMBER_TRANSFERRED,
                "Member",
                id,
                kept.member().getName());
        events.publishEvent(new MembershipChanged(branchId));
    }

    /**
     * Ends a member's enrolment; what he has written and promised stays with the branch.
     *
     * @throws RuleViolationException {@code organisation.membership.reason} if only the system gives that reason
     */
    @Transactional
    public void leave(long id, LocalDate on, MembershipEnd reason, BranchScope scope) {
        requireRight(scope);
        if (!reason.isLeaving()) {
            throw new RuleViolationException("organisation.membership.reason");
        }
        MemberRecord kept = get(id, scope);
        requirePast(on);
        end(kept, on, reason);
        audit.record(OrganisationAction.MEMBER_LEFT, "Member", id, kept.member().getName(), List.of(reason.labelKey()));
    }

    /**
     * Deletes a member who was enrolled by mistake: one who has been in one branch only, holds no seat, and of whom
     * nothing has been recorded.
     *
     * @throws RuleViolationException {@code organisation.member.in-use} for everybody else: he leaves, and his history
     *     stays
     */
    @Transactional
    public void remove(long id, BranchScope scope) {
        requireRight(scope);
        MemberRecord kept = get(id, scope);
        Member member = kept.member();
        boolean used = kept.memberships().size() > 1
                || !kept.positions().isEmpty()
                || lookup.firstUsed(List.of(id)).isPresent();
        if (used) {
            throw new RuleViolationException("organisation.member.in-use", member.getName());
        }
        audit.record(OrganisationAction.MEMBER_REMOVED, "Member", id, member.getName());
        events.publishEvent(new MembershipChanged(kept.latest().getBranch().getId()));
        memberships.delete(kept.latest());
        members.delete(member);
    }

    private void end(MemberRecord kept, LocalDate on, MembershipEnd reason) {
        kept.latest().end(on, reason);
        // Written at once: the index on open enrolments must not see two of them in the same flush.
        memberships.flush();
        positions
                .openOf(List.of(kept.member().getId()))
                .forEach(position -> position.end(on.isBefore(position.getFromOn()) ? position.getFromOn() : on));
        events.publishEvent(new MembershipChanged(kept.latest().getBranch().getId()));
    }

    private byte @Nullable [] seal(@Nullable String phone) {
        return phone == null || phone.isEmpty() ? null : sealer.seal(phone, PHONE);
    }
}
