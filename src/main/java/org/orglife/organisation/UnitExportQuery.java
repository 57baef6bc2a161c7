package org.orglife.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads units with everything that a roster workbook says of them. */
@Component
class UnitExportQuery {

    private final JdbcClient jdbc;

    UnitExportQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An open unit.
     *
     * @param parent name of the unit above; null at the top of the scope
     */
    record Line(
            String name,
            @Nullable String parent,
            UnitKind kind,
            @Nullable BranchKind branchKind,
            @Nullable LocalDate foundedOn,
            @Nullable LocalDate electedOn,
            @Nullable String category,
            @Nullable String code) {}

    /** The open units of a scope, each below its superior. */
    List<Line> rows(BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        ScopeSql above = ScopeSql.on("p", scope);
        return jdbc.sql("""
                        select u.name, p.name parent, u.kind, u.branch_kind, u.founded_on,
                          u.committee_elected_on elected_on, u.category, u.code
                        from org_unit u
                        left join org_unit p on p.id = u.parent_id and %s
                        where u.dissolved_on is null and %s
                        order by length(u.path) - length(replace(u.path, '/', '')), u.id
                        """.formatted(above.condition(), within.condition()))
                .params(within.parameters())
                .query(Line.class)
                .list();
    }
}
