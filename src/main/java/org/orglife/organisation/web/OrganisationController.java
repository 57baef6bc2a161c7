package org.orglife.organisation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.PositionService;
import org.orglife.organisation.UnitKind;
import org.orglife.organisation.UnitQuery;
import org.orglife.organisation.UnitRow;
import org.orglife.organisation.UnitSheet;
import org.orglife.organisation.UnitSheets;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.Role;
import org.orglife.shared.TypedText;
import org.orglife.web.Allow;
import org.orglife.web.Paging;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** 党组织: the tree, and the page of a unit. */
@Controller
class OrganisationController {

    /** Up to so many units the tree is shown as a whole; above it without branches, which their superiors list. */
    private static final int WHOLE_TREE = 200;

    private static final int MOST_SUPERIORS = 500;
    private static final int MOST_FOUND = 100;
    private static final int PAGE = 50;
    private static final int LONGEST_SEARCH = 60;

    private final OrgUnitService units;
    private final UnitQuery query;
    private final UnitSheets sheets;

    OrganisationController(OrgUnitService units, UnitQuery query, UnitSheets sheets) {
        this.units = units;
        this.query = query;
        this.sheets = sheets;
    }

    /**
     * What somebody may do on the page of a unit.
     *
     * @param edit describe it anew
     * @param move hang it elsewhere; a group stays where it is
     * @param dissolve end it
     * @param below kinds of units he may set up below it
     * @param seats fill its seats
     * @param members open the list of its members
     * @param enrol enrol somebody here
     */
    record Rights(
            boolean edit,
            boolean move,
            boolean dissolve,
            List<UnitKind> below,
            boolean seats,
            boolean members,
            boolean enrol) {}

    /** The tree; somebody in a branch comes straight to his branch. */
    @GetMapping("/organisation")
    @PreAuthorize(Allow.ORGANISATION)
    String tree(
            @RequestParam(required = false) @Nullable String q,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model) {
        if (isInBranch(scope) && actor.unitId() != null) {
            return "redirect:/organisation/" + actor.unitId();
        }
        String text = TypedText.cleanName(q);
        if (text != null && text.length() > LONGEST_SEARCH) {
            text = text.substring(0, LONGEST_SEARCH);
        }
        long count = query.count(scope);
        boolean whole = count <= WHOLE_TREE;
        model.addAttribute("text", text);
        model.addAttribute("count", count);
        model.addAttribute("whole", whole);
        model.addAttribute("rows", text == null ? tree(whole, scope) : query.search(text, scope, MOST_FOUND));
        model.addAttribute("mostFound", MOST_FOUND);
        model.addAttribute("mayAdd", units.maySetUp(UnitKind.BRANCH, scope));
        return "sheet".equals(target) ? "organisation/tree :: sheet" : "organisation/tree";
    }

    private List<UnitRow> tree(boolean whole, BranchScope scope) {
        return whole ? query.tree(scope, WHOLE_TREE) : query.superiors(scope, MOST_SUPERIORS);
    }

    private static boolean isInBranch(BranchScope scope) {
        return !scope.role().isSuperior() && !scope.role().isOfficer();
    }

    @GetMapping("/organisation/{id}")
    @PreAuthorize(Allow.ORGANISATION)
    String unit(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer page,
            @CurrentScope BranchScope scope,
            Model model) {
        UnitSheet sheet = sheets.of(id, scope);
        OrgUnit unit = sheet.unit();
        model.addAttribute("sheet", sheet);
        model.addAttribute("unit", unit);
        model.addAttribute("rights", rights(unit, scope));
        if (unit.getKind().isSuperior()) {
            Paging paging = Paging.of(page, PAGE);
            model.addAttribute("children", query.children(id, scope, paging.size(), paging.offset()));
            model.addAttribute("pager", paging.over(query.countChildren(id, scope)));
        }
        return "organisation/unit";
    }

    private Rights rights(OrgUnit unit, BranchScope scope) {
        boolean keeps = units.maySetUp(unit.getKind(), scope) && !unit.isDissolved();
        boolean moves = units.mayMove(unit, scope);
        boolean roster = scope.role() == Role.PARTY_OFFICE || scope.role().sitsOnCommittee();
        boolean seats = !unit.getKind().isSuperior()
                && !unit.isDissolved()
                && PositionService.mayFill(unit.isGroup() ? PositionKind.GROUP_LEADER : PositionKind.SECRETARY, scope);
        return new Rights(
                keeps,
                moves && !unit.isGroup(),
                moves,
                units.kindsBelow(unit, scope),
                seats,
                roster,
                roster && unit.isBranch() && !unit.isDissolved());
    }
}
