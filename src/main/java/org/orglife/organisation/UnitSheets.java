package org.orglife.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the page of a unit shows. */
@Service
@Transactional(readOnly = true)
public class UnitSheets {

    private static final int MOST_GROUPS = 100;

    private final OrgUnitService units;
    private final UnitQuery query;
    private final PositionRepository positions;
    private final Clock clock;

    UnitSheets(OrgUnitService units, UnitQuery query, PositionRepository positions, Clock clock) {
        this.units = units;
        this.query = query;
        this.positions = positions;
        this.clock = clock;
    }

    /**
     * The sheet of a unit.
     *
     * @throws NotFoundException if there is no such unit, or it lies outside the scope
     */
    public UnitSheet of(long id, BranchScope scope) {
        OrgUnit unit = units.get(id, scope);
        LocalDate today = LocalDate.now(clock);
        UnitFigures figures = query.figures(unit);
        List<Position> all = unit.getKind().isSuperior() ? List.of() : positions.historyOf(id);
        List<Position> held = all.stream()
                .filter(position -> !position.getFromOn().isAfter(today))
                .filter(position ->
                        position.getUntilOn() == null || !position.getUntilOn().isBefore(today))
                .sorted(PositionService.BY_SEAT)
                .toList();
        List<Position> seats =
                held.stream().filter(position -> !position.isAssistant()).toList();
        List<UnitRow> groups = unit.isBranch() ? query.children(id, scope, MOST_GROUPS, 0) : List.of();
        List<UnitRow> open =
                groups.stream().filter(group -> group.dissolvedOn() == null).toList();
        return new UnitSheet(
                unit,
                units.above(unit, scope),
                figures,
                seats,
                held.stream().filter(Position::isAssistant).toList(),
                all.stream().filter(position -> !held.contains(position)).toList(),
                open,
                BranchSizes.termEnds(unit.getCategory(), unit.getCommitteeElectedOn()),
                unit.isDissolved() ? List.of() : reminders(unit, figures, seats, open.size(), today));
    }

    private static List<String> reminders(
            OrgUnit unit, UnitFigures figures, List<Position> seats, int groups, LocalDate today) {
        if (!unit.isBranch()) {
            return BranchSizes.reminders(unit.getKind(), figures.members());
        }
        long committee = seats.stream()
                .map(Position::getMember)
                .filter(Objects::nonNull)
                .map(Member::getId)
                .distinct()
                .count();
        return BranchSizes.reminders(
                new BranchSizes.Branch(
                        Objects.requireNonNullElse(unit.getBranchKind(), BranchKind.ORDINARY),
                        (int) figures.fullMembers(),
                        (int) figures.members(),
                        (int) committee,
                        groups,
                        unit.getCategory(),
                        unit.getFoundedOn(),
                        unit.getCommitteeElectedOn()),
                today);
    }
}
