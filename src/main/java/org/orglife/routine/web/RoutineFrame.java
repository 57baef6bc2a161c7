package org.orglife.routine.web;

import java.time.LocalDate;
import java.util.Optional;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.routine.RoutineAccess;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.web.Dates;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Whose meetings a page shows: a branch's own, or those of the branch that a superior has asked for. */
@Component
class RoutineFrame {

    private final OrgUnitService units;
    private final RoutineAccess access;
    private final Dates dates;

    RoutineFrame(OrgUnitService units, RoutineAccess access, Dates dates) {
        this.units = units;
        this.access = access;
        this.dates = dates;
    }

    /** The branch; empty where a superior has named none. */
    Optional<OrgUnit> branch(RoutineParams params, Actor actor, BranchScope scope) {
        Long id = scope.role().isSuperior() ? params.branchId() : actor.unitId();
        return Optional.ofNullable(id).map(known -> units.get(known, scope)).filter(OrgUnit::isBranch);
    }

    /** The branch of whoever belongs to one. */
    OrgUnit own(Actor actor, BranchScope scope) {
        Long id = actor.unitId();
        if (id == null) {
            throw new NotFoundException(OrgUnit.class, "own");
        }
        return units.get(id, scope);
    }

    /** What every page of a branch and a year shows. */
    void fill(OrgUnit branch, RoutineParams params, BranchScope scope, Model model) {
        LocalDate today = dates.today();
        model.addAttribute("branch", branch);
        model.addAttribute("year", params.chosenYear(today));
        model.addAttribute("years", params.years(today));
        model.addAttribute("superior", scope.role().isSuperior());
        model.addAttribute("names", RoutineAccess.readsNames(scope));
        model.addAttribute("committee", scope.role().sitsOnCommittee());
        model.addAttribute("writes", access.writesSome(scope));
    }
}
