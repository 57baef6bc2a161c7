package org.orglife.organisation.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.MemberFilter;
import org.orglife.organisation.MemberFlag;
import org.orglife.organisation.MemberKind;
import org.orglife.organisation.MemberSort;
import org.orglife.organisation.Standing;
import org.orglife.shared.TypedText;
import org.springframework.web.util.UriComponentsBuilder;

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
                number(unit),
                constant(MemberKind.values(), kind),
                constant(MemberFlag.values(), flag),
                constant(Standing.values(), standing),
                text == null || text.length() <= LONGEST_SEARCH ? text : text.substring(0, LONGEST_SEARCH),
                "true".equals(left));
    }

    MemberSort chosenSort() {
        MemberSort asked = constant(MemberSort.values(), sort);
        return asked == null ? MemberSort.BRANCH : asked;
    }

    @Nullable
    Integer pageNumber() {
        Long number = number(page);
        return number == null ? null : (int) Math.min(number, Integer.MAX_VALUE);
    }

    /** The address with one parameter changed, or left out for null; always from the first page. */
    public String with(String base, String name, @Nullable String value) {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "unit", unit);
        put(all, "kind", kind);
        put(all, "flag", flag);
        put(all, "standing", standing);
        put(all, "q", q);
        put(all, "left", left);
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
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
