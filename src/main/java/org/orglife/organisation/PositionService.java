package org.orglife.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills and empties the seats of branches and groups. */
@Service
@Transactional(readOnly = true)
public class PositionService {

    /** Secretary first, assistants last. */
    static final Comparator<Position> BY_SEAT = Comparator.comparing(Position::isAssistant)
            .thenComparing(Position::getKind)
            .thenComparing(Position::getFromOn);

    private final PositionRepository positions;
    private final OrgUnitService units;
    private final MemberService members;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PositionService(
            PositionRepository positions,
            OrgUnitService units,
            MemberService members,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.positions = positions;
        this.units = units;
        this.members = members;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The seats of a unit and its groups on a day: secretary first, assistants last, vacant ones among them. */
    public List<Position> heldIn(long unitId, LocalDate on, BranchScope scope) {
        return positions.heldIn(units.get(unitId, scope).getId(), on).stream()
                .sorted(BY_SEAT)
                .toList();
    }

    /** Everybody who ever held a seat of the unit, newest first. */
    public List<Position> history(long unitId, BranchScope scope) {
        return positions.historyOf(units.get(unitId, scope).getId());
    }

    /**
     * Puts a member into a seat. Of a seat that only one may hold, the former holder leaves the day before.
     *
     * @param memberId null notes the seat as vacant (domain 1.2)
     * @throws RuleViolationException {@code organisation.position.office-only} if a branch fills a committee seat itself,
     *     {@code organisation.position.not-enrolled} if the member is enrolled elsewhere, {@code
     *     organisation.position.already-held} if he is in that seat, {@code organisation.position.before-holder} if the
     *     day lies before the time of the one who makes room
     */
    @Transactional
    public Position take(
            long unitId, @Nullable Long memberId, PositionKind kind, Seat seat, LocalDate from, BranchScope scope) {
        requireRight(kind, seat.taskId() != null, scope);
        OrgUnit unit = units.get(unitId, scope);
        Member member = memberId == null ? null : enrolled(memberId, unit, scope);
        if (from.isAfter(LocalDate.now(clock))) {
            throw new RuleViolationException("organisation.position.in-future");
        }
        Position position = new Position(unit, member, kind, seat, from);
        List<Position> open = positions.openSeats(unit.getId(), kind).stream()
                .filter(held -> Objects.equals(held.getTitle(), position.getTitle()))
                .toList();
        if (open.stream().anyMatch(held -> Objects.equals(id(held.getMember()), id(member)))) {
            throw new RuleViolationException(
                    member == null ? "organisation.position.already-vacant" : "organisation.position.already-held",
                    member == null ? "" : member.getName());
        }
        if (!position.isAssistant()) {
            makeRoom(open, kind, from);
        }
        positions.save(position);
        audit.record(
                OrganisationAction.POSITION_TAKEN,
                "OrgUnit",
                unitId,
                unit.getName(),
                List.of(kind.labelKey(), member == null ? "vacant" : "member " + member.getId()));
        tell(unit);
        return position;
    }

    /**
     * Ends a seat on a day.
     *
     * @return the unit it belongs to
     */
    @Transactional
    public OrgUnit end(long positionId, LocalDate on, BranchScope scope) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new RuleViolationException("organisation.position.ends-in-future");
        }
        Position position = positions
                .findById(positionId)
                .filter(found -> found.getUnit().isWithin(scope))
                .orElseThrow(() -> new NotFoundException(Position.class, positionId));
        requireRight(position.getKind(), position.getTaskId() != null, scope);
        position.end(on);
        audit.record(
                OrganisationAction.POSITION_ENDED,
                "OrgUnit",
                position.getUnit().getId(),
                position.getUnit().getName(),
                List.of(position.getKind().labelKey()));
        tell(position.getUnit());
        return position.getUnit();
    }

    /** Who helps out in a branch task, the first asked first. */
    public List<Position> helpersOf(long taskId, BranchScope scope) {
        return positions.helpersOf(taskId).stream()
                .filter(position -> position.getUnit().isWithin(scope))
                .toList();
    }

    /**
     * Ends the help of somebody in one branch task, at once.
     *
     * @throws NotFoundException if there is none, or it lies outside the scope
     */
    @Transactional
    public void endHelp(long positionId, long taskId, BranchScope scope) {
        Position position = helpersOf(taskId, scope).stream()
                .filter(helper -> helper.getId() == positionId)
                .findFirst()
                .orElseThrow(() -> new NotFoundException(Position.class, positionId));
        requireRight(position.getKind(), true, scope);
        LocalDate today = LocalDate.now(clock);
        if (position.getFromOn().isBefore(today)) {
            position.end(today.minusDays(1));
        } else {
            positions.delete(position);
        }
        audit.record(
                OrganisationAction.POSITION_ENDED,
                "OrgUnit",
                position.getUnit().getId(),
                position.getUnit().getName(),
                List.of(position.getKind().labelKey()));
    }

    /** What is counted by the seats of a branch is counted anew. */
    private void tell(OrgUnit unit) {
        if (unit.isBranch()) {
            events.publishEvent(new MembershipChanged(unit.getId()));
        }
    }

    /** Whether somebody in that role fills seats of that kind: the office all, a branch only its group leaders. */
    public static boolean mayFill(PositionKind kind, BranchScope scope) {
        return scope.role() == Role.PARTY_OFFICE
                || (!kind.sitsOnCommittee() && scope.role().sitsOnCommittee());
    }

    /** Who helps for one campaign only gets fewer rights than a secretary has: the branch may ask somebody itself. */
    private static void requireRight(PositionKind kind, boolean helps, BranchScope scope) {
        if (!mayFill(kind, scope) && !(helps && scope.role().leadsBranch())) {
            throw new RuleViolationException("organisation.position.office-only");
        }
    }

    private static @Nullable Long id(@Nullable Member member) {
        return member == null ? null : member.getId();
    }

    private static @Nullable Long id(@Nullable OrgUnit unit) {
        return unit == null ? null : unit.getId();
    }

    private Member enrolled(long memberId, OrgUnit unit, BranchScope scope) {
        MemberRecord found = members.get(memberId, scope);
        OrgUnit branch = unit.isGroup() ? unit.getParent() : unit;
        if (!found.latest().isOpen() || !Objects.equals(id(found.latest().getBranch()), id(branch))) {
            throw new RuleViolationException(
                    "organisation.position.not-enrolled", found.member().getName(), unit.getName());
        }
        return found.member();
    }

    /** Ends what stands in the way: a vacancy noted for the seat, and the holder of a seat that only one may hold. */
    private void makeRoom(List<Position> open, PositionKind kind, LocalDate from) {
        open.stream()
                .filter(held -> held.isVacant() || (onlyOne(kind) && !held.isAssistant()))
                .forEach(held -> {
                    if (from.isBefore(held.getFromOn())) {
                        throw new RuleViolationException("organisation.position.before-holder", held.getFromOn());
                    }
                    LocalDate lastDay = from.minusDays(1);
                    held.end(lastDay.isBefore(held.getFromOn()) ? held.getFromOn() : lastDay);
                });
        // Written at once: the index on open seats must not see two of them in the same flush.
        positions.flush();
    }

    private static boolean onlyOne(PositionKind kind) {
        return kind == PositionKind.SECRETARY || kind == PositionKind.GROUP_LEADER;
    }
}
