package org.orglife.statistics.web;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepState;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.Labels;
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
    private final Labels labels;

    StepBoardController(StepBoards boards, Labels labels) {
        this.boards = boards;
        this.labels = labels;
    }

    /** What each state is called, looked up once for thousands of cells. */
    private Map<StepState, String> words() {
        Map<StepState, String> words = new EnumMap<>(StepState.class);
        for (StepState state : StepState.values()) {
            words.put(state, labels.text(state.labelKey()));
        }
        return words;
    }

    private Map<String, String> signs() {
        Map<String, String> signs = new HashMap<>();
        for (StepState state : StepState.values()) {
            signs.put(state.name(), "○");
        }
        signs.put(StepState.DONE.name(), "✓");
        signs.put(StepState.WAIVED.name(), "—");
        signs.put(StepState.IN_PROGRESS.name(), labels.text("statistics.steps.begun"));
        signs.put("LATE", labels.text("statistics.steps.late"));
        return signs;
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
        model.addAttribute("words", words());
        model.addAttribute("signs", signs());
        model.addAttribute("unit", unit);
        model.addAttribute("lacking", lacking);
        return "statistics/steps";
    }
}
