package org.orglife.rectification.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.rectification.OwnHandIns;
import org.orglife.rectification.OwnMeasures;
import org.orglife.shared.BranchScope;
import org.orglife.web.Dates;
import org.orglife.web.Paging;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 我的整改: what is to be reported on and what can be handed in, also once more with what was typed. */
@Component
class OwnWorkPage {

    /** A form of so many lines stays far below what a request may carry. */
    private static final int LINES = 20;

    private final OwnMeasures measures;
    private final OwnHandIns handIns;
    private final Dates dates;

    OwnWorkPage(OwnMeasures measures, OwnHandIns handIns, Dates dates) {
        this.measures = measures;
        this.handIns = handIns;
        this.dates = dates;
    }

    /** The page as it is opened. */
    String draw(@Nullable Integer number, BranchScope scope, Model model) {
        model.addAttribute("wrong", Map.of());
        model.addAttribute("typed", Map.of());
        model.addAttribute("wrongReady", Map.of());
        model.addAttribute("typedReady", Map.of());
        return again(number, scope, model);
    }

    /** The page with the words and the objections that the model holds already. */
    String again(@Nullable Integer number, BranchScope scope, Model model) {
        Paging paging = Paging.of(number, LINES);
        model.addAttribute("measures", measures.open(scope, paging.size(), paging.offset()));
        model.addAttribute("pager", paging.over(measures.countOpen(scope)));
        model.addAttribute("ready", handIns.ready(scope, LINES));
        model.addAttribute("today", dates.today());
        return "rectification/own-measures";
    }
}
