package org.orglife.routine.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.OrgUnit;
import org.orglife.routine.RoutineFilter;
import org.orglife.routine.RoutineKind;
import org.orglife.routine.RoutinePeriods;
import org.orglife.routine.RoutineQuery;
import org.orglife.routine.RoutineState;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.Paging;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

/** 三会一课: the meetings of a branch as a list, and by month and quarter. */
@Controller
class RoutineListController {

    private static final int PAGE = 20;
    private static final String OVERVIEW = "redirect:/routine/branches";

    private final RoutineFrame frame;
    private final RoutineQuery query;
    private final RoutinePeriods periods;
    private final Dates dates;

    RoutineListController(RoutineFrame frame, RoutineQuery query, RoutinePeriods periods, Dates dates) {
        this.frame = frame;
        this.query = query;
        this.periods = periods;
        this.dates = dates;
    }

    @GetMapping("/routine")
    @PreAuthorize(Allow.BUSINESS)
    String list(
            @ModelAttribute("params") RoutineParams params,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model) {
        Optional<OrgUnit> branch = frame.branch(params, actor, scope);
        if (branch.isEmpty()) {
            return OVERVIEW;
        }
        long id = branch.get().getId();
        RoutineFilter filter = params.filter(dates.today());
        Paging paging = Paging.of(params.pageNumber(), PAGE);
        frame.fill(branch.get(), params, scope, model);
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", RoutineKind.values());
        model.addAttribute("states", RoutineState.values());
        model.addAttribute("rows", query.rows(id, filter, scope, paging.size(), paging.offset()));
        model.addAttribute("pager", paging.over(query.count(id, filter, scope)));
        return "sheet".equals(target) ? "routine/list :: sheet" : "routine/list";
    }

    /** What is recorded in which month and quarter. */
    @GetMapping("/routine/periods")
    @PreAuthorize(Allow.BUSINESS)
    String periods(
            @ModelAttribute("params") RoutineParams params, Actor actor, @CurrentScope BranchScope scope, Model model) {
        Optional<OrgUnit> branch = frame.branch(params, actor, scope);
        if (branch.isEmpty()) {
            return OVERVIEW;
        }
        int year = params.chosenYear(dates.today());
        frame.fill(branch.get(), params, scope, model);
        model.addAttribute("rows", periods.rows(branch.get(), year, scope));
        model.addAttribute("months", List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
        model.addAttribute("yearly", periods.yearly(branch.get(), year));
        return "routine/periods";
    }
}
