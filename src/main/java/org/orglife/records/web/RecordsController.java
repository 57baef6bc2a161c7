package org.orglife.records.web;

import org.orglife.records.CorrectionQuery;
import org.orglife.records.OwnRecords;
import org.orglife.records.RecordList;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 关于我的全部记录: for whoever is signed in, about himself; there is no address for anybody else's. */
@Controller
class RecordsController {

    private final OwnRecords records;
    private final CorrectionQuery corrections;
    private final Dates dates;

    RecordsController(OwnRecords records, CorrectionQuery corrections, Dates dates) {
        this.records = records;
        this.corrections = corrections;
        this.dates = dates;
    }

    @GetMapping("/me/records")
    @PreAuthorize(Allow.SIGNED_IN)
    String page(Actor actor, @CurrentScope BranchScope scope, Model model) {
        put(actor, scope, model);
        model.addAttribute("corrections", corrections.own(scope));
        return "records/records";
    }

    /** The same to be printed. */
    @GetMapping("/me/records/print")
    @PreAuthorize(Allow.SIGNED_IN)
    String print(Actor actor, @CurrentScope BranchScope scope, Model model) {
        put(actor, scope, model);
        return "records/print";
    }

    private void put(Actor actor, BranchScope scope, Model model) {
        var all = records.of(scope);
        model.addAttribute("lists", all.stream().filter(list -> !list.isEmpty()).toList());
        model.addAttribute("empty", all.stream().filter(RecordList::isEmpty).toList());
        model.addAttribute("scope", scope);
        model.addAttribute("name", actor.displayName());
        model.addAttribute("today", dates.today());
    }
}
