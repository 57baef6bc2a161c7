package org.orglife.audit.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditFilter;
import org.orglife.audit.AuditQuery;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.TypedText;
import org.orglife.web.Allow;
import org.orglife.web.ListParams;
import org.orglife.web.Paging;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** 操作记录: who did what, and when. */
@Controller
class AuditController {

    private static final int PAGE = 50;
    private static final int LONGEST_SEARCH = 60;

    private final AuditQuery query;

    AuditController(AuditQuery query) {
        this.query = query;
    }

    @GetMapping("/audit")
    @PreAuthorize(Allow.AUDIT_ADMIN)
    String list(
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String what,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(defaultValue = "false") boolean refused,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            @CurrentScope BranchScope scope,
            Model model) {
        List<String> actions = query.actions(scope);
        List<String> types = query.types(scope);
        AuditFilter filter = new AuditFilter(
                searched(who),
                searched(what),
                known(action, actions),
                known(type, types),
                day(from),
                day(until),
                refused);
        Paging paging = Paging.of(page, PAGE);
        model.addAttribute("filter", filter);
        model.addAttribute("actions", actions);
        model.addAttribute("types", types);
        model.addAttribute("rows", query.rows(filter, scope, paging.size(), paging.offset()));
        model.addAttribute("pager", paging.over(query.count(filter, scope)));
        model.addAttribute("address", address(filter));
        return "sheet".equals(target) ? "audit/audit :: sheet" : "audit/audit";
    }

    /** The page with the same filter, to which the number of a page is added. */
    private static String address(AuditFilter filter) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("who", filter.who());
        parameters.put("what", filter.what());
        parameters.put("action", filter.action());
        parameters.put("type", filter.type());
        parameters.put("from", filter.from());
        parameters.put("until", filter.until());
        parameters.put("refused", filter.refusedOnly() ? true : null);
        return ListParams.address("/audit", parameters);
    }

    private static @Nullable String searched(@Nullable String typed) {
        String text = TypedText.clean(typed);
        return text != null && text.length() > LONGEST_SEARCH ? text.substring(0, LONGEST_SEARCH) : text;
    }

    private static @Nullable String known(@Nullable String typed, List<String> values) {
        return typed != null && values.contains(typed) ? typed : null;
    }

    /** A date that is none filters nothing. */
    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
