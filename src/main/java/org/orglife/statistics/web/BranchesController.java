package org.orglife.statistics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTaskState;
import org.orglife.campaign.Campaign;
import org.orglife.campaign.CampaignQuery;
import org.orglife.campaign.CampaignRow;
import org.orglife.campaign.CampaignService;
import org.orglife.organisation.UnitKind;
import org.orglife.organisation.UnitQuery;
import org.orglife.organisation.UnitRow;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.TypedText;
import org.orglife.statistics.BoardSort;
import org.orglife.statistics.Boards;
import org.orglife.statistics.BranchFilter;
import org.orglife.statistics.BranchesExport;
import org.orglife.web.Allow;
import org.orglife.web.Attachment;
import org.orglife.web.Paging;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** 各支部进度: where each branch stands, who has gone quiet. */
@Controller
class BranchesController {

    private static final int PAGE = 50;
    private static final int MOST_UNITS = 200;
    private static final int LONGEST_SEARCH = 60;

    private final Boards boards;
    private final CampaignQuery query;
    private final CampaignService campaigns;
    private final UnitQuery units;
    private final BranchesExport export;

    BranchesController(
            Boards boards, CampaignQuery query, CampaignService campaigns, UnitQuery units, BranchesExport export) {
        this.boards = boards;
        this.query = query;
        this.campaigns = campaigns;
        this.units = units;
        this.export = export;
    }

    @GetMapping("/branches")
    @PreAuthorize(Allow.SUPERIORS)
    String branches(
            @RequestParam(required = false) @Nullable Long campaign,
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            @CurrentScope BranchScope scope,
            Model model) {
        Optional<Long> id =
                Optional.ofNullable(campaign).or(() -> query.withLedger(scope).map(CampaignRow::id));
        if (id.isEmpty()) {
            return "statistics/no-campaign";
        }
        BranchFilter filter = filter(unit, state, q, late);
        BoardSort order =
                Optional.ofNullable(constant(BoardSort.values(), sort)).orElse(BoardSort.TREE);
        long count = boards.countBranches(id.get(), filter, scope);
        Paging paging = Paging.of(page, PAGE);
        model.addAttribute("campaign", campaigns.get(id.get(), scope));
        model.addAttribute(
                "campaigns",
                query.list(scope).stream().filter(row -> !row.state().isDraft()).toList());
        model.addAttribute("states", boards.states(id.get(), scope));
        model.addAttribute("filter", filter);
        model.addAttribute("sort", order);
        model.addAttribute("rows", boards.branches(id.get(), filter, order, scope, paging.size(), paging.offset()));
        model.addAttribute("pager", paging.over(count));
        model.addAttribute("units", generalBranches(scope));
        return "sheet".equals(target) ? "statistics/branches :: sheet" : "statistics/branches";
    }

    /** The rows of the list, all pages, as a workbook. */
    @GetMapping("/branches.xlsx")
    @PreAuthorize(Allow.SUPERIORS)
    void workbook(
            @RequestParam(required = false) @Nullable Long campaign,
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) @Nullable String sort,
            Actor actor,
            @CurrentScope BranchScope scope,
            HttpServletResponse response)
            throws IOException {
        long id = Optional.ofNullable(campaign)
                .or(() -> query.withLedger(scope).map(CampaignRow::id))
                .orElseThrow(() -> new NotFoundException(Campaign.class, "current"));
        String title = campaigns.get(id, scope).getTitle();
        BoardSort order =
                Optional.ofNullable(constant(BoardSort.values(), sort)).orElse(BoardSort.TREE);
        BranchFilter filter = filter(unit, state, q, late);
        try (BranchesExport.File file = export.branches(id, title, filter, order, actor, scope)) {
            Attachment.head(response, Attachment.WORKBOOK, file.name());
            file.write(response.getOutputStream());
        }
    }

    private static BranchFilter filter(@Nullable Long unit, @Nullable String state, @Nullable String q, boolean late) {
        String text = TypedText.clean(q);
        return new BranchFilter(
                unit,
                constant(BranchTaskState.values(), state),
                text != null && text.length() > LONGEST_SEARCH ? text.substring(0, LONGEST_SEARCH) : text,
                late);
    }

    private List<UnitRow> generalBranches(BranchScope scope) {
        return units.superiors(scope, MOST_UNITS).stream()
                .filter(row -> row.kind() == UnitKind.GENERAL_BRANCH || row.depth() > 0)
                .toList();
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] constants, @Nullable String name) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
