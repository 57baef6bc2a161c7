package org.orglife.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.MemberFilter;
import org.orglife.organisation.MemberFlag;
import org.orglife.organisation.MemberKind;
import org.orglife.organisation.MemberService;
import org.orglife.organisation.MemberSort;
import org.orglife.organisation.RosterExport;
import org.orglife.organisation.RosterFile;
import org.orglife.organisation.Standing;
import org.orglife.organisation.UnitQuery;
import org.orglife.organisation.UnitRow;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.Labels;
import org.orglife.shared.Role;
import org.orglife.web.Allow;
import org.orglife.web.Attachment;
import org.orglife.web.Paging;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

/** 党员名册: the list of members, on the page and as a workbook. */
@Controller
class MemberListController {

    private static final int MOST_PLACES = 1000;
    private static final int SMALL = 20;
    private static final int LARGE = 50;
    private static final int SMALL_LIST = 200;

    private final MemberService members;
    private final UnitQuery units;
    private final RosterExport export;
    private final Labels labels;

    MemberListController(MemberService members, UnitQuery units, RosterExport export, Labels labels) {
        this.members = members;
        this.units = units;
        this.export = export;
        this.labels = labels;
    }

    /** A filter in use, and the address without it. */
    record Tag(String text, String without) {}

    @GetMapping("/members")
    @PreAuthorize(Allow.ROSTER)
    String list(
            @ModelAttribute("params") MemberParams params,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model) {
        MemberFilter filter = params.filter();
        MemberSort sort = params.chosenSort();
        boolean office = scope.role() == Role.PARTY_OFFICE;
        long count = members.count(filter, scope);
        Paging paging = Paging.of(params.pageNumber(), count <= SMALL_LIST ? SMALL : LARGE);
        List<UnitRow> places = units.places(scope, !office, MOST_PLACES);
        model.addAttribute("filter", filter);
        model.addAttribute("sort", sort);
        model.addAttribute("office", office);
        model.addAttribute("rows", members.list(filter, sort, scope, paging.size(), paging.offset()));
        model.addAttribute("pager", paging.over(count));
        model.addAttribute("places", places);
        model.addAttribute("kinds", MemberKind.values());
        model.addAttribute("flags", MemberFlag.values());
        model.addAttribute("standings", Standing.values());
        model.addAttribute("tags", tags(params, filter, places));
        model.addAttribute("branch", office ? null : actor.unitId());
        return "sheet".equals(target) ? "organisation/members :: sheet" : "organisation/members";
    }

    private List<Tag> tags(MemberParams params, MemberFilter filter, List<UnitRow> places) {
        List<Tag> tags = new ArrayList<>();
        if (filter.unit() != null) {
            String name = places.stream()
                    .filter(place -> filter.unit().equals(place.id()))
                    .map(UnitRow::name)
                    .findFirst()
                    .orElse("");
            if (!name.isEmpty()) {
                tags.add(new Tag(name, params.with("/members", "unit", null)));
            }
        }
        if (filter.kind() != null) {
            tags.add(new Tag(labels.of(filter.kind()), params.with("/members", "kind", null)));
        }
        if (filter.flag() != null) {
            tags.add(new Tag(labels.of(filter.flag()), params.with("/members", "flag", null)));
        }
        if (filter.standing() != null) {
            tags.add(new Tag(labels.of(filter.standing()), params.with("/members", "standing", null)));
        }
        if (filter.text() != null) {
            tags.add(new Tag("“" + filter.text() + "”", params.with("/members", "q", null)));
        }
        return tags;
    }

    /** The rows of the list as a workbook that can be imported again. */
    @GetMapping("/members.xlsx")
    @PreAuthorize(Allow.ROSTER)
    void workbook(
            @ModelAttribute MemberParams params,
            Actor actor,
            @CurrentScope BranchScope scope,
            HttpServletResponse response)
            throws IOException {
        try (RosterFile file = export.roster(params.filter(), params.chosenSort(), actor, scope)) {
            Attachment.head(response, Attachment.WORKBOOK, file.name());
            file.write(response.getOutputStream());
        }
    }
}
