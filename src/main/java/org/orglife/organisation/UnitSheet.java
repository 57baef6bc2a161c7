package org.orglife.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit as its page shows it.
 *
 * @param parent null at the top, and where the unit above is not the caller's to see
 * @param seats of the branch committee or of the group's leader, vacant ones among them
 * @param assistants who help out on a seat without holding it
 * @param past times in seats that have ended, newest first
 * @param groups open groups of a branch
 * @param termEnds last day of the committee's term, if it is known
 * @param reminders message codes of what the rules on sizes remind of
 */
public record UnitSheet(
        OrgUnit unit,
        @Nullable OrgUnit parent,
        UnitFigures figures,
        List<Position> seats,
        List<Position> assistants,
        List<Position> past,
        List<UnitRow> groups,
        @Nullable LocalDate termEnds,
        List<String> reminders) {

    public UnitSheet {
        seats = List.copyOf(seats);
        assistants = List.copyOf(assistants);
        past = List.copyOf(past);
        groups = List.copyOf(groups);
        reminders = List.copyOf(reminders);
    }

    /** Whether nobody sits in the first seat: a branch without secretary, a group without leader. */
    public boolean isHeadless() {
        return seats.stream()
                .noneMatch(seat -> !seat.isVacant()
                        && (seat.getKind() == PositionKind.SECRETARY || seat.getKind() == PositionKind.GROUP_LEADER));
    }
}
