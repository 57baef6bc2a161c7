package org.orglife.rectification.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.problem.SubjectKind;
import org.orglife.rectification.DueFilter;
import org.orglife.rectification.LedgerFilter;
import org.orglife.rectification.LedgerSort;
import org.orglife.rectification.LedgerStatus;
import org.orglife.rectification.LedgerView;
import org.orglife.web.ListParams;

/**
 * The ledger's address, as it is typed, bookmarked and linked: what makes no sense in it counts as not there. Its
 * parameters are a contract with other people's scripts.
 */
public record LedgerParams(
        @Nullable String campaign,
        @Nullable String branch,
        @Nullable String subject,
        @Nullable String aspect,
        @Nullable String status,
        @Nullable String due,
        @Nullable String q,
        @Nullable String view,
        @Nullable String sort,
        @Nullable String page) {

    private static final int LONGEST_SEARCH = 100;

    LedgerFilter filter(boolean mine) {
        String text = q == null || q.isBlank() ? null : q.strip();
        return new LedgerFilter(
                ListParams.number(campaign),
                ListParams.number(branch),
                ListParams.constant(SubjectKind.values(), subject),
                aspect == null || aspect.isBlank() ? null : aspect,
                ListParams.constant(LedgerStatus.values(), status),
                ListParams.constant(DueFilter.values(), due),
                text == null || text.length() <= LONGEST_SEARCH ? text : text.substring(0, LONGEST_SEARCH),
                mine);
    }

    LedgerView chosenView() {
        LedgerView asked = ListParams.constant(LedgerView.values(), view);
        return asked == null ? LedgerView.PROBLEMS : asked;
    }

    LedgerSort chosenSort() {
        LedgerSort asked = ListParams.constant(LedgerSort.values(), sort);
        return asked == null ? LedgerSort.NUMBER : asked;
    }

    @Nullable
    Integer pageNumber() {
        return ListParams.page(page);
    }

    /** Whether all campaigns are asked for in so many words. */
    boolean isAllCampaigns() {
        return "all".equals(campaign);
    }

    /** The address with one parameter changed, or left out for null; always from the first page. */
    public String with(String base, String name, @Nullable String value) {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("campaign", campaign);
        all.put("branch", branch);
        all.put("subject", subject);
        all.put("aspect", aspect);
        all.put("status", status);
        all.put("due", due);
        all.put("q", q);
        all.put("view", view);
        all.put("sort", sort);
        all.put(name, value);
        return ListParams.address(base, all);
    }
}
