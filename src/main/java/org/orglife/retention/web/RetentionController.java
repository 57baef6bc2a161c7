package org.orglife.retention.web;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.orglife.retention.Material;
import org.orglife.retention.Retention;
import org.orglife.retention.RetentionJob;
import org.orglife.retention.RetentionProperties;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Notice;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 材料保存: how long things are kept, what is due, and its deletion. */
@Controller
@RequestMapping("/retention")
class RetentionController {

    private static final int BRANCHES = 500;
    private static final int MONTHS = 12;

    private final Retention retention;
    private final RetentionJob job;
    private final RetentionProperties properties;

    RetentionController(Retention retention, RetentionJob job, RetentionProperties properties) {
        this.retention = retention;
        this.job = job;
        this.properties = properties;
    }

    /**
     * A material with how long it is kept.
     *
     * @param period key of the sentence that says so of an amount
     */
    record Line(Retention.Due due, String period, long amount) {}

    @GetMapping
    @PreAuthorize(Allow.OFFICE)
    String all(@CurrentScope BranchScope scope, Model model) {
        model.addAttribute(
                "lines", retention.due(scope).stream().map(this::line).toList());
        return "retention/retention";
    }

    private Line line(Retention.Due due) {
        Material material = due.material();
        if (material.isKeptByCycles()) {
            return new Line(due, "retention.cycles", properties.cycles());
        }
        Period period = properties.of(material);
        String since = material == Material.ANONYMOUS_OPINIONS ? "settled" : "over";
        boolean months = period.equals(Period.of(period.getYears(), period.getMonths(), 0));
        if (!months) {
            long days = ChronoUnit.DAYS.between(LocalDate.EPOCH, LocalDate.EPOCH.plus(period));
            return new Line(due, "retention.days." + since, days);
        }
        boolean years = period.toTotalMonths() % MONTHS == 0;
        return years
                ? new Line(due, "retention.years." + since, period.toTotalMonths() / MONTHS)
                : new Line(due, "retention.months." + since, period.toTotalMonths());
    }

    /** 预览: where it is due. */
    @GetMapping("/{material}")
    @PreAuthorize(Allow.OFFICE)
    String one(@PathVariable Material material, @CurrentScope BranchScope scope, Model model) {
        model.addAttribute("material", material);
        model.addAttribute("tasks", retention.tasks(material, scope, BRANCHES));
        model.addAttribute(
                "due",
                retention.due(scope).stream()
                        .filter(each -> each.material() == material)
                        .findFirst()
                        .orElseThrow());
        return "retention/material";
    }

    @PostMapping("/{material}")
    @PreAuthorize(Allow.OFFICE)
    String delete(
            @PathVariable Material material,
            @RequestParam(defaultValue = "0") long pieces,
            Actor actor,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        job.queue(material, pieces, actor, scope);
        Notice.leave(redirect, "retention.queued");
        return "redirect:/downloads";
    }
}
