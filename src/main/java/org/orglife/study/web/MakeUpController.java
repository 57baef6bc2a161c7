package org.orglife.study.web;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.study.MakeUpWay;
import org.orglife.study.StudyService;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.Notice;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 补学: noted by the branch or by the member himself. */
@Controller
@RequestMapping("/study/{id}/make-ups")
class MakeUpController {

    private final StudyService study;
    private final Dates dates;

    MakeUpController(StudyService study, Dates dates) {
        this.study = study;
        this.dates = dates;
    }

    @PostMapping("/{memberId}")
    @PreAuthorize(Allow.BRANCH)
    String madeUp(
            @PathVariable long id,
            @PathVariable long memberId,
            @RequestParam(required = false) @Nullable MakeUpWay way,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        study.madeUp(
                id,
                memberId,
                Objects.requireNonNullElse(way, MakeUpWay.SENT_MATERIAL),
                Objects.requireNonNullElse(on, dates.today()),
                scope);
        Notice.leave(redirect, "study.makeUp.saved");
        return "redirect:/study/" + id;
    }

    @PostMapping("/confirm")
    @PreAuthorize(Allow.BRANCH)
    String confirm(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        study.confirm(id, scope);
        Notice.leave(redirect, "study.makeUp.confirmed");
        return "redirect:/study/" + id;
    }

    @PostMapping("/{memberId}/waive")
    @PreAuthorize(Allow.BRANCH_WORK)
    String waive(@PathVariable long id, @PathVariable long memberId, @CurrentScope BranchScope scope) {
        study.waive(id, memberId, true, scope);
        return "redirect:/study/" + id;
    }

    @PostMapping("/{memberId}/ask")
    @PreAuthorize(Allow.BRANCH_WORK)
    String ask(@PathVariable long id, @PathVariable long memberId, @CurrentScope BranchScope scope) {
        study.waive(id, memberId, false, scope);
        return "redirect:/study/" + id;
    }
}
