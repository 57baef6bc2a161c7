package org.orglife.organisation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orglife.shared.BranchScope;
import org.orglife.shared.PathRange;

/**
 * A {@link BranchScope} as a condition on a table of units, for the queries that are written in SQL. An empty scope is
 * a condition that no row meets.
 *
 * @param condition to stand in a {@code where}, in parentheses
 * @param parameters named as in the condition
 */
public record ScopeSql(String condition, Map<String, Object> parameters) {

    /**
     * The condition on a table.
     *
     * @param unit alias of {@code org_unit} in the query; never anything a user typed
     */
    public static ScopeSql on(String unit, BranchScope scope) {
        List<String> any = new ArrayList<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        int number = 0;
        for (PathRange range : scope.subtrees()) {
            any.add("(%1$s.path >= :scopeFrom%2$d and %1$s.path < :scopeUntil%2$d)".formatted(unit, number));
            parameters.put("scopeFrom" + number, range.from());
            parameters.put("scopeUntil" + number, range.until());
            number++;
        }
        if (!scope.branches().isEmpty()) {
            any.add("%s.id in (:scopeBranches)".formatted(unit));
            parameters.put("scopeBranches", scope.branches());
        }
        String condition = any.isEmpty() ? "(false)" : "(" + String.join(" or ", any) + ")";
        return new ScopeSql(condition, Map.copyOf(parameters));
    }
}
