package org.orglife.routine.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.orglife.organisation.OrgUnit;
import org.orglife.routine.MatrixColumn;
import org.orglife.routine.RoutineExport;
import org.orglife.routine.RoutineFile;
import org.orglife.routine.RoutineMatrix;
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

/** Who was at how many meetings: the committee reads all lines, everybody else his own. */
@Controller
class RoutineMatrixController {

    private static final int PAGE = 50;

    private final RoutineFrame frame;
    private final RoutineMatrix matrix;
    private final RoutineExport export;
    private final Dates dates;

    RoutineMatrixController(RoutineFrame frame, RoutineMatrix matrix, RoutineExport export, Dates dates) {
        this.frame = frame;
        this.matrix = matrix;
        this.export = export;
        this.dates = dates;
    }

    @GetMapping("/routine/matrix")
    @PreAuthorize(Allow.COMMITTEE)
    String matrix(
            @ModelAttribute("params") RoutineParams params, Actor actor, @CurrentScope BranchScope scope, Model model) {
        OrgUnit branch = frame.own(actor, scope);
        int year = params.chosenYear(dates.today());
        Paging paging = Paging.of(params.pageNumber(), PAGE);
        frame.fill(branch, params, scope, model);
        model.addAttribute("columns", MatrixColumn.values());
        model.addAttribute("text", params.text());
        model.addAttribute(
                "rows", matrix.rows(branch.getId(), year, params.text(), scope, paging.size(), paging.offset()));
        model.addAttribute("pager", paging.over(matrix.count(branch.getId(), year, params.text(), scope)));
        model.addAttribute("away", matrix.longAway(branch.getId(), scope));
        return "routine/matrix";
    }

    @GetMapping("/routine/matrix.xlsx")
    @PreAuthorize(Allow.COMMITTEE)
    void workbook(
            @ModelAttribute RoutineParams params,
            Actor actor,
            @CurrentScope BranchScope scope,
            HttpServletResponse response)
            throws IOException {
        OrgUnit branch = frame.own(actor, scope);
        try (RoutineFile file = export.matrix(branch, params.chosenYear(dates.today()), actor, scope)) {
            Attachment.head(response, Attachment.WORKBOOK, file.name());
            file.write(response.getOutputStream());
        }
    }

    /** 我的组织生活. */
    @GetMapping("/my-routine")
    @PreAuthorize(Allow.BRANCH)
    String own(
            @ModelAttribute("params") RoutineParams params, Actor actor, @CurrentScope BranchScope scope, Model model) {
        OrgUnit branch = frame.own(actor, scope);
        int year = params.chosenYear(dates.today());
        frame.fill(branch, params, scope, model);
        model.addAttribute("columns", MatrixColumn.values());
        model.addAttribute("rows", matrix.own(branch.getId(), year, scope));
        model.addAttribute("meetings", matrix.ownMeetings(branch.getId(), year, scope));
        return "routine/mine";
    }
}
