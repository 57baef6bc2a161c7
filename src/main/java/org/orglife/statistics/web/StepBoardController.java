package org.orglife.statistics.web;

import org.jspecify.annotations.Nullable;
import org.orglife.campaign.StepCode;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.statistics.StepBoard;
import org.orglife.statistics.StepBoards;
import org.orglife.web.Allow;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 步骤进度: which branch is at which step before the meeting. */
@Controller
class StepBoardController {

    private final StepBoards boards;

    StepBoardController(StepBoards boards) {
        this.boards = boards;
    }

    @GetMapping("/campaigns/{id}/steps")
    @PreAuthorize(Allow.SUPERIORS)
    String steps(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(required = false) @Nullable StepCode lacking,
            @CurrentScope BranchScope scope,
            Model model) {
        StepBoard board = boards.board(id, unit, scope);
        model.addAttribute("campaign", board.campaign());
        model.addAttribute("board", board);
        model.addAttribute(
                "rows", lacking == null ? board.rows() : board.lacking(lacking).rows());
        model.addAttribute("unit", unit);
        model.addAttribute("lacking", lacking);
        return "statistics/steps";
    }
}
