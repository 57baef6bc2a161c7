package org.orglife.routine.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orglife.routine.RoutineFilter;
import org.orglife.routine.RoutineKind;
import org.orglife.routine.RoutineState;
import org.orglife.shared.TypedText;
import org.orglife.web.ListParams;

/** The addresses of the lists, as they are typed, bookmarked and linked: what makes no sense counts as not there. */
public record RoutineParams(
        @Nullable String branch,
        @Nullable String year,
        @Nullable String kind,
        @Nullable String state,
        @Nullable String unit,
        @Nullable String q,
        @Nullable String page) {

    private static final int LONGEST_SEARCH = 40;
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2100;
    private static final int YEARS_BACK = 4;

    @Nullable
    Long branchId() {
        return ListParams.number(branch);
    }

    @Nullable
    Long unitId() {
        return ListParams.number(unit);
    }

    int chosenYear(LocalDate today) {
        Long asked = ListParams.number(year);
        return asked == null || asked < FIRST_YEAR || asked > LAST_YEAR ? today.getYear() : asked.intValue();
    }

    /** Years to choose from, the latest first. */
    List<Integer> years(LocalDate today) {
        TreeSet<Integer> years = new TreeSet<>();
        for (int back = -1; back <= YEARS_BACK; back++) {
            years.add(today.getYear() - back);
        }
        years.add(chosenYear(today));
        return List.copyOf(years.descendingSet());
    }

    @Nullable
    String text() {
        String text = TypedText.clean(q);
        return text == null || text.length() <= LONGEST_SEARCH ? text : text.substring(0, LONGEST_SEARCH);
    }

    RoutineFilter filter(LocalDate today) {
        return new RoutineFilter(
                chosenYear(today),
                ListParams.constant(RoutineKind.values(), kind),
                ListParams.constant(RoutineState.values(), state),
                text());
    }

    /** Whether something else than the year is asked for. */
    public boolean isNarrow() {
        return ListParams.constant(RoutineKind.values(), kind) != null
                || ListParams.constant(RoutineState.values(), state) != null
                || text() != null;
    }

    @Nullable
    Integer pageNumber() {
        return ListParams.page(page);
    }

    /** The address with one parameter changed, or left out for null; always from the first page. */
    public String with(String base, String name, @Nullable Object value) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("branch", branch);
        all.put("year", year);
        all.put("kind", kind);
        all.put("state", state);
        all.put("unit", unit);
        all.put("q", q);
        all.put(name, value);
        return ListParams.address(base, all);
    }
}
