package org.orglife.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.orglife.imports.SheetReport;

/** Seats as the sheet fills them, against those that are filled. */
final class RosterSeats {

    private final RosterLookup.Found found;
    private final LocalDate today;
    private final Map<String, RosterRow> only = new HashMap<>();
    private final List<Position> taken = new ArrayList<>();
    private final Set<Position> ending = new LinkedHashSet<>();

    RosterSeats(RosterLookup.Found found, LocalDate today) {
        this.found = found;
        this.today = today;
    }

    /** Whether a seat changes hands by this row. */
    boolean take(RosterRow row, Member member, Membership membership, SheetReport report) {
        boolean changed = false;
        for (HeldSeat seat : row.seats()) {
            OrgUnit unit = seat.kind() == PositionKind.GROUP_LEADER ? membership.getGroup() : membership.getBranch();
            if (unit == null) {
                report.problem(row.record().problem(RosterRow.SEAT, "organisation.import.leader-without-group"));
            } else if (isFirst(row, seat, unit, report) && !isHeld(seat, unit, member)) {
                LocalDate from = makesRoom(seat, unit) ? today : membership.getFromOn();
                taken.add(new Position(unit, member, seat.kind(), new Seat(seat.title(), false, false), from));
                changed = true;
            }
        }
        return changed;
    }

    private boolean isFirst(RosterRow row, HeldSeat seat, OrgUnit unit, SheetReport report) {
        boolean onlyOne = seat.kind() == PositionKind.SECRETARY || seat.kind() == PositionKind.GROUP_LEADER;
        RosterRow first = onlyOne ? only.putIfAbsent(unit.getId() + "|" + seat.kind(), row) : null;
        if (first != null && first.record().row() != row.record().row()) {
            report.problem(row.record()
                    .problem(
                            RosterRow.SEAT,
                            "organisation.import.seat-twice",
                            first.details().name()));
            return false;
        }
        return true;
    }

    private boolean isHeld(HeldSeat seat, OrgUnit unit, Member member) {
        return open(unit)
                .anyMatch(held -> held.getKind() == seat.kind()
                        && Objects.equals(held.getTitle(), seat.title())
                        && held.getMember() != null
                        && member.getId() != null
                        && held.getMember().getId().equals(member.getId()));
    }

    /** Whether somebody held the seat until now: he leaves it, and the new one begins today. */
    private boolean makesRoom(HeldSeat seat, OrgUnit unit) {
        boolean onlyOne = seat.kind() == PositionKind.SECRETARY || seat.kind() == PositionKind.GROUP_LEADER;
        List<Position> before = open(unit)
                .filter(held -> held.getKind() == seat.kind() && !held.isAssistant())
                .filter(held -> onlyOne || (held.isVacant() && Objects.equals(held.getTitle(), seat.title())))
                .toList();
        ending.addAll(before);
        return !before.isEmpty();
    }

    private Stream<Position> open(OrgUnit unit) {
        return found.positions().getOrDefault(unit.getId(), List.of()).stream();
    }

    void end() {
        ending.forEach(held -> {
            LocalDate yesterday = today.minusDays(1);
            held.end(yesterday.isBefore(held.getFromOn()) ? held.getFromOn() : yesterday);
        });
    }

    List<Position> taken() {
        return taken;
    }
}
