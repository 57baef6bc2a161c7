package org.orglife.rectification.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orglife.problem.SubjectKind;
import org.orglife.rectification.DueFilter;
import org.orglife.rectification.LedgerFilter;
import org.orglife.rectification.LedgerSort;
import org.orglife.rectification.LedgerStatus;
import org.orglife.rectification.LedgerView;
import org.springframework.web.util.UriComponentsBuilder;

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
                number(campaign),
                number(branch),
                constant(SubjectKind.values(), subject),
                aspect == null || aspect.isBlank() ? null : aspect,
                constant(LedgerStatus.values(), status),
                constant(DueFilter.values(), due),
                text == null || text.length() <= LONGEST_SEARCH ? text : text.substring(0, LONGEST_SEARCH),
                mine);
    }

    LedgerView chosenView() {
        LedgerView asked = constant(LedgerView.values(), view);
        return asked == null ? LedgerView.PROBLEMS : asked;
    }

    LedgerSort chosenSort() {
        LedgerSort asked = constant(LedgerSort.values(), sort);
        return asked == null ? LedgerSort.NUMBER : asked;
    }

    @Nullable
    Integer pageNumber() {
        Long number = number(page);
        return number == null ? null : (int) Math.min(number, Integer.MAX_VALUE);
    }

    /** Whether all campaigns are asked for in so many words. */
    boolean isAllCampaigns() {
        return "all".equals(campaign);
    }

    /** The address with one parameter changed, or left out for null; always from the first page. */
    public String with(String base, String name, @Nullable String value) {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "campaign", campaign);
        put(all, "branch", branch);
        put(all, "subject", subject);
        put(all, "aspect", aspect);
        put(all, "status", status);
        put(all, "due", due);
        put(all, "q", q);
        put(all, "view", view);
        put(all, "sort", sort);
        all.remove(name);
        put(all, name, value);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(base);
        all.forEach((key, text) -> address.queryParam(key, "{" + key + "}"));
        return address.encode().buildAndExpand(all).toUriString();
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            all.put(name, value);
        }
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] constants, @Nullable String name) {
        Function<E, String> nameOf = Enum::name;
        return Arrays.stream(constants)
                .filter(constant -> nameOf.apply(constant).equals(name))
                .findFirst()
                .orElse(null);
    }
}
