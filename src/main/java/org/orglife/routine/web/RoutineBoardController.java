package org.orglife.routine.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.UnitKind;
import org.orglife.organisation.UnitQuery;
import org.orglife.organisation.UnitRow;
import org.orglife.routine.RoutineBoards;
import org.orglife.routine.RoutineExport;
import org.orglife.routine.RoutineFile;
import org.orglife.routine.RoutineKind;
import org.orglife.routine.RoutineProperties;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Attachment;
import org.orglife.web.Dates;
import org.orglife.web.Paging;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

/** 各支部三会一课: what the branches have recorded in a year, as counts with the meetings behind them. */
@Controller
class RoutineBoardController {

    private static final int PAGE = 50;
    private static final int MOST_UNITS = 200;

    private final RoutineBoards boards;
    private final RoutineExport export;
    private final RoutineProperties properties;
    private final UnitQuery units;
    private final Dates dates;

    RoutineBoardController(
            RoutineBoards boards, RoutineExport export, RoutineProperties properties, UnitQuery units, Dates dates) {
        this.boards = boards;
        this.export = export;
        this.properties = properties;
        this.units = units;
        this.dates = dates;
    }

    @GetMapping("/routine/branches")
    @PreAuthorize(Allow.SUPERIORS)
    String branches(
            @ModelAttribute("params") RoutineParams params,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            @CurrentScope BranchScope scope,
            Model model) {
        RoutineBoards.Filter filter = filter(params);
        Paging paging = Paging.of(params.pageNumber(), PAGE);
        model.addAttribute("filter", filter);
        model.addAttribute("years", params.years(dates.today()));
        model.addAttribute("kinds", RoutineKind.values());
        model.addAttribute("properties", properties);
        model.addAttribute("units", generalBranches(scope));
        model.addAttribute("rows", boards.rows(filter, scope, paging.size(), paging.offset()));
        model.addAttribute("pager", paging.over(boards.count(filter, scope)));
        return "sheet".equals(target) ? "routine/branches :: sheet" : "routine/branches";
    }

    /** The rows of the list, all pages, as a workbook. */
    @GetMapping("/routine/branches.xlsx")
    @PreAuthorize(Allow.SUPERIORS)
    void workbook(
            @ModelAttribute RoutineParams params,
            Actor actor,
            @CurrentScope BranchScope scope,
            HttpServletResponse response)
            throws IOException {
        try (RoutineFile file = export.boards(filter(params), actor, scope)) {
            Attachment.head(response, Attachment.WORKBOOK, file.name());
            file.write(response.getOutputStream());
        }
    }

    private RoutineBoards.Filter filter(RoutineParams params) {
        return new RoutineBoards.Filter(params.chosenYear(dates.today()), params.unitId(), params.text());
    }

    private List<UnitRow> generalBranches(BranchScope scope) {
        return units.superiors(scope, MOST_UNITS).stream()
                .filter(row -> row.kind() == UnitKind.GENERAL_BRANCH || row.depth() > 0)
                .toList();
    }
}
