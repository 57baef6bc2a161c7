package org.orglife.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills and empties the seats of branches and groups. */
@Service
@Transactional(readOnly = true)
public class PositionService {

    private static final Comparator<Position> BY_SEAT = Comparator.comparing(Position::isAssistant)
            .thenComparing(Position::getKind)
            .thenComparing(Position::getFromOn);

    private final PositionRepository positions;
    private final OrgUnitService units;
    private final MemberService members;
    private final AuditTrail audit;
    private final Clock clock;

    PositionService(
            PositionRepository positions, OrgUnitService units, MemberService members, AuditTrail audit, Clock clock) {
        this.positions = positions;
        this.units = units;
        this.members = members;
        this.audit = audit;
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
     *     {@code organisation.position.not-enrolled} if the member is enrolled elsewhere
     */
    @Transactional
    public Position take(
            long unitId, @Nullable Long memberId, PositionKind kind, Seat seat, LocalDate from, BranchScope scope) {
        requireRight(kind, scope);
        OrgUnit unit = units.get(unitId, scope);
        Member member = memberId == null ? null : enrolled(memberId, unit, scope);
        if (from.isAfter(LocalDate.now(clock))) {
            throw new RuleViolationException("organisation.position.in-future");
        }
        if (!seat.assistant()) {
            makeRoom(unit, kind, from);
        }
        Position position = positions.save(new Position(unit, member, kind, seat, from));
        audit.record(
                OrganisationAction.POSITION_TAKEN,
                "OrgUnit",
                unitId,
                unit.getName(),
                List.of(kind.name(), member == null ? "vacant" : "member " + member.getId()));
        return position;
    }

    /** Ends a seat on a day. */
    @Transactional
    public void end(long positionId, LocalDate on, BranchScope scope) {
        Position position = positions
                .findById(positionId)
                .filter(found -> found.getUnit().isWithin(scope))
                .orElseThrow(() -> new NotFoundException(Position.class, positionId));
        requireRight(position.getKind(), scope);
        position.end(on);
        audit.record(
                OrganisationAction.POSITION_ENDED,
                "OrgUnit",
                position.getUnit().getId(),
                position.getUnit().getName(),
                List.of(position.getKind().name()));
    }

    private static void requireRight(PositionKind kind, BranchScope scope) {
        if (kind.sitsOnCommittee() && scope.role() != Role.PARTY_OFFICE) {
            throw new RuleViolationException("organisation.position.office-only");
        }
    }

    private Member enrolled(long memberId, OrgUnit unit, BranchScope scope) {
        MemberRecord found = members.get(memberId, scope);
        OrgUnit branch = unit.isGroup() ? unit.getParent() : unit;
        if (!found.latest().isOpen() || found.latest().getBranch() != branch) {
            throw new RuleViolationException(
                    "organisation.position.not-enrolled", found.member().getName(), unit.getName());
        }
        return found.member();
    }

    /** Ends what stands in the way: a vacancy noted for the seat, and the holder of a seat that only one may hold. */
    private void makeRoom(OrgUnit unit, PositionKind kind, LocalDate from) {
        boolean onlyOne = kind == PositionKind.SECRETARY || kind == PositionKind.GROUP_LEADER;
        positions.openSeats(unit.getId(), kind).stream()
                .filter(held -> onlyOne || held.isVacant())
                .forEach(held -> {
                    LocalDate lastDay = from.minusDays(1);
                    held.end(lastDay.isBefore(held.getFromOn()) ? held.getFromOn() : lastDay);
                    positions.save(held);
                });
    }
}
