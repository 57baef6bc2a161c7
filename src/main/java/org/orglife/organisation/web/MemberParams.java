package org.orglife.organisation.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.MemberFilter;
import org.orglife.organisation.MemberFlag;
import org.orglife.organisation.MemberKind;
import org.orglife.organisation.MemberSort;
import org.orglife.organisation.Standing;
import org.orglife.shared.TypedText;
import org.orglife.web.ListParams;

/** The roster's address, as it is typed, bookmarked and linked: what makes no sense in it counts as not there. */
public record MemberParams(
        @Nullable String unit,
        @Nullable String kind,
        @Nullable String flag,
        @Nullable String standing,
        @Nullable String q,
        @Nullable String left,
        @Nullable String sort,
        @Nullable String page) {

    private static final int LONGEST_SEARCH = 40;

    MemberFilter filter() {
        String text = TypedText.cleanName(q);
        return new MemberFilter(
                ListParams.number(unit),
                ListParams.constant(MemberKind.values(), kind),
                ListParams.constant(MemberFlag.values(), flag),
                ListParams.constant(Standing.values(), standing),
                text == null || text.length() <= LONGEST_SEARCH ? text : text.substring(0, LONGEST_SEARCH),
                "true".equals(left));
    }

    MemberSort chosenSort() {
        MemberSort asked = ListParams.constant(MemberSort.values(), sort);
        return asked == null ? MemberSort.BRANCH : asked;
    }

    @Nullable
    Integer pageNumber() {
        return ListParams.page(page);
    }

    /** The address with one parameter changed, or left out for null; always from the first page. */
    public String with(String base, String name, @Nullable String value) {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("unit", unit);
        all.put("kind", kind);
        all.put("flag", flag);
        all.put("standing", standing);
        all.put("q", q);
        all.put("left", left);
        all.put("sort", sort);
        all.put(name, value);
        return ListParams.address(base, all);
    }
}
