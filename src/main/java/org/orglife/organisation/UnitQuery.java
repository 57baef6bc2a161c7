package org.orglife.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists units with what is counted below them, each list in one statement. */
@Service
@Transactional(readOnly = true)
public class UnitQuery {

    private static final String SELECT = """
            select u.id, u.parent_id, u.name, u.kind, u.branch_kind, u.category, u.dissolved_on,
              length(u.path) - length(replace(u.path, '/', '')) - 2 depth,
              (select count(*) from membership ms join org_unit b on b.id = ms.branch_id
                where ms.until_on is null and (b.path >= u.path and b.path < left(u.path, -1) || '0' or ms.group_id = u.id)) members,
              (select count(*) from org_unit b
                where b.path > u.path and b.path < left(u.path, -1) || '0' and b.kind = 'BRANCH' and b.dissolved_on is null) branches,
              (select m.name from position p join member m on m.id = p.member_id
                where p.unit_id = u.id and p.kind in ('SECRETARY', 'GROUP_LEADER') and p.until_on is null and not p.assistant
                limit 1) secretary
            from org_unit u
            """;

    private final JdbcClient jdbc;

    UnitQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The units directly below a unit, superiors first, then as they were set up; those dissolved come last. */
    public List<UnitRow> children(long unitId, BranchScope scope, int limit, long offset) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql(SELECT + " where u.parent_id = :parent and " + within.condition() + """
                         order by u.dissolved_on is not null, u.kind = 'BRANCH', u.kind = 'GROUP', u.id
                         limit :limit offset :offset
                        """)
                .param("parent", unitId)
                .params(within.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query(UnitRow.class)
                .list();
    }

    public long countChildren(long unitId, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("select count(*) from org_unit u where u.parent_id = :parent and " + within.condition())
                .param("parent", unitId)
                .params(within.parameters())
                .query(Long.class)
                .single();
    }

    /** Committees and general branches of the scope as a tree, top down; branches are listed page by page instead. */
    public List<UnitRow> superiors(BranchScope scope, int limit) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql(SELECT
                        + " where u.kind not in ('BRANCH', 'GROUP') and u.dissolved_on is null and "
                        + within.condition()
                        + " order by u.path limit :limit")
                .params(within.parameters())
                .param("limit", limit)
                .query(UnitRow.class)
                .list();
    }

    /** Open branches of the scope by their place in the tree, for selects; with a text, those whose name holds it. */
    public List<UnitRow> branches(@Nullable String text, BranchScope scope, int limit) {
        return find("u.kind = 'BRANCH'", text, scope, limit);
    }

    /** Open units of any kind whose name or code holds the text. */
    public List<UnitRow> search(String text, BranchScope scope, int limit) {
        return find("true", text, scope, limit);
    }

    private List<UnitRow> find(String kind, @Nullable String text, BranchScope scope, int limit) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql(SELECT + " where " + kind + " and u.dissolved_on is null and " + within.condition()
                        + " and (:text::text is null or strpos(u.name, :text) > 0 or u.code = :text)"
                        + " order by u.path limit :limit")
                .params(within.parameters())
                .param("text", text)
                .param("limit", limit)
                .query(UnitRow.class)
                .list();
    }
}
