package org.orglife.statistics.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.Campaign;
import org.orglife.campaign.CampaignQuery;
import org.orglife.campaign.CampaignRow;
import org.orglife.campaign.CampaignService;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
import org.orglife.statistics.BoardRow;
import org.orglife.statistics.BoardSort;
import org.orglife.statistics.Boards;
import org.orglife.statistics.BranchFilter;
import org.orglife.statistics.Metric;
import org.orglife.web.Allow;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** 党委总览: the figures of a campaign, its branches, and the rows behind each figure. */
@Controller
class BoardController {

    private static final int MOST_ROWS = 1000;

    private final Boards boards;
    private final CampaignService campaigns;
    private final CampaignQuery query;

    BoardController(Boards boards, CampaignService campaigns, CampaignQuery query) {
        this.boards = boards;
        this.campaigns = campaigns;
        this.query = query;
    }

    /** Figures that others are set against. */
    record Sums(long branches, long held, long problems, long closed, long overdue) {

        static Sums of(Map<Metric, Long> figures) {
            return new Sums(
                    figures.getOrDefault(Metric.M02, 0L),
                    figures.getOrDefault(Metric.M01, 0L),
                    figures.getOrDefault(Metric.M08, 0L)
                            + figures.getOrDefault(Metric.M09, 0L)
                            + figures.getOrDefault(Metric.M10, 0L),
                    figures.getOrDefault(Metric.M16, 0L),
                    figures.getOrDefault(Metric.M17b, 0L));
        }

        /** 完成率 of the meetings with one decimal: M01 of M02. */
        public String heldPercent() {
            return String.format(Locale.ROOT, "%.1f", branches == 0 ? 0.0 : held * 100.0 / branches);
        }
    }

    /** The overview of the campaign whose ledger is being worked on. */
    @GetMapping("/overview")
    @PreAuthorize(Allow.SUPERIORS)
    String overview(@CurrentScope BranchScope scope) {
        Optional<CampaignRow> current = query.withLedger(scope);
        return current.map(row -> "redirect:/campaigns/" + row.id()).orElse("statistics/no-campaign");
    }

    @GetMapping("/campaigns/{id}")
    @PreAuthorize(Allow.BUSINESS)
    String board(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long unit,
            @CurrentScope BranchScope scope,
            Model model) {
        Campaign campaign = campaigns.get(id, scope);
        if (campaign.getState().isDraft()) {
            return "redirect:/campaigns/" + id + "/notice";
        }
        Map<Metric, Long> figures = boards.figures(id, scope);
        boolean all = unit == null && figures.getOrDefault(Metric.M02, 0L) <= Boards.MOST_BRANCHES_AT_ONCE;
        List<BoardRow> rows = all
                ? boards.branches(id, BranchFilter.ALL, BoardSort.OVERDUE, scope, Boards.MOST_BRANCHES_AT_ONCE, 0)
                : boards.units(id, unit, scope);
        model.addAttribute("campaign", campaign);
        model.addAttribute(
                "campaigns",
                query.list(scope).stream().filter(row -> !row.state().isDraft()).toList());
        Map<Metric, Long> tiles = new LinkedHashMap<>(figures);
        tiles.keySet().removeIf(metric -> !metric.isOnBoard());
        model.addAttribute("figures", tiles);
        model.addAttribute("sums", Sums.of(figures));
        model.addAttribute("rows", rows);
        model.addAttribute(
                "late", rows.stream().filter(row -> row.overdue() > 0).limit(8).toList());
        model.addAttribute("unit", unit);
        model.addAttribute("aspects", boards.aspects(id, scope));
        model.addAttribute("superior", isSuperior(scope));
        return "statistics/board";
    }

    static boolean isSuperior(BranchScope scope) {
        return scope.role() == Role.PARTY_OFFICE || scope.role() == Role.LEADER || scope.role() == Role.SUPERVISOR;
    }

    @GetMapping(path = "/campaigns/{id}/figures", produces = MediaType.TEXT_HTML_VALUE)
    @PreAuthorize(Allow.BUSINESS)
    String figures(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        model.addAttribute("campaign", campaigns.get(id, scope));
        model.addAttribute("figures", boards.figures(id, scope));
        return "statistics/figures";
    }

    /** The same as whole numbers under fixed names; an address that stays. */
    @GetMapping(path = "/campaigns/{id}/figures", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(Allow.BUSINESS)
    @ResponseBody
    Map<String, Long> figuresAsJson(@PathVariable long id, @CurrentScope BranchScope scope) {
        campaigns.get(id, scope);
        Map<String, Long> json = new LinkedHashMap<>();
        boards.figures(id, scope).forEach((metric, number) -> {
            if (metric.isForScripts()) {
                json.put(metric.name(), number);
            }
        });
        return json;
    }

    /** The branches behind a figure, each with its share. */
    @GetMapping("/campaigns/{id}/figures/{metric}")
    @PreAuthorize(Allow.BUSINESS)
    String rows(@PathVariable long id, @PathVariable String metric, @CurrentScope BranchScope scope, Model model) {
        Metric asked = List.of(Metric.values()).stream()
                .filter(known -> known.name().equals(metric))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(Metric.class, metric));
        model.addAttribute("campaign", campaigns.get(id, scope));
        model.addAttribute("metric", asked);
        model.addAttribute("total", boards.figures(id, scope).get(asked));
        List<BoardRow> rows = boards.branches(id, BranchFilter.ALL, BoardSort.TREE, scope, MOST_ROWS, 0);
        model.addAttribute("rows", rows);
        model.addAttribute("shares", boards.shares(id, asked, scope));
        model.addAttribute(
                "links",
                rows.stream()
                        .collect(Collectors.toMap(
                                BoardRow::unitId, row -> FigureLinks.of(asked, row, id, isSuperior(scope)))));
        return "statistics/rows";
    }
}
