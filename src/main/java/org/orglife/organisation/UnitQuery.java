package org.orglife.organisation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
              case u.kind
                when 'BRANCH' then (select count(*) from membership ms where ms.branch_id = u.id and ms.until_on is null)
                when 'GROUP' then (select count(*) from membership ms
                  where ms.branch_id = u.parent_id and ms.until_on is null and ms.group_id = u.id)
                else (select count(*) from org_unit b join membership ms on ms.branch_id = b.id and ms.until_on is null
                  where b.path > u.path and b.path < left(u.path, -1) || '0') end members,
              (select count(*) from org_unit b
                where b.path > u.path and b.path < left(u.path, -1) || '0' and b.kind = 'BRANCH' and b.dissolved_on is null) branches,
              (select count(*) from org_unit g where g.parent_id = u.id and g.kind = 'GROUP' and g.dissolved_on is null) groups,
              (select m.name from position p join member m on m.id = p.member_id
                where p.unit_id = u.id and p.kind in ('SECRETARY', 'GROUP_LEADER') and p.until_on is null and not p.assistant
                limit 1) secretary
            from org_unit u
            """;

    /** Superiors before branches, branches before groups, then as they were set up. */
    private static final Comparator<UnitRow> IN_TREE =
            Comparator.comparing((UnitRow row) -> row.kind() == UnitKind.BRANCH).thenComparingLong(UnitRow::id);

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

    /** Open branches of the scope by their place in the tree; with a text, those whose name holds it. */
    public List<UnitRow> branches(@Nullable String text, BranchScope scope, int limit) {
        return find("u.kind = 'BRANCH'", text, scope, limit);
    }

    /** The same as names to choose from; without what is counted in each, it costs little even for a thousand. */
    public List<UnitChoice> branchChoices(BranchScope scope, int limit) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("select u.id, u.name from org_unit u where u.kind = 'BRANCH' and u.dissolved_on is null and "
                        + within.condition() + " order by u.path limit :limit")
                .params(within.parameters())
                .param("limit", limit)
                .query(UnitChoice.class)
                .list();
    }

    /** Open units of any kind whose name or its pinyin initials hold the text, or whose code it is. */
    public List<UnitRow> search(String text, BranchScope scope, int limit) {
        return find("true", text, scope, limit);
    }

    /**
     * Units that members can be looked for in: superiors, branches, and where there is just one branch, its groups.
     *
     * @return in the order of the tree
     */
    public List<UnitRow> places(BranchScope scope, boolean groups, int limit) {
        return find(groups ? "true" : "u.kind <> 'GROUP'", null, scope, limit);
    }

    /** How many units of the scope are open; groups belong to their branch and are not counted. */
    public long count(BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("select count(*) from org_unit u where u.dissolved_on is null and u.kind <> 'GROUP' and "
                        + within.condition())
                .params(within.parameters())
                .query(Long.class)
                .single();
    }

    /** Open units of the scope without groups, top down, units of one level as they were set up. */
    public List<UnitRow> tree(BranchScope scope, int limit) {
        List<UnitRow> rows = find("u.kind <> 'GROUP'", null, scope, limit);
        Set<Long> ids = rows.stream().map(UnitRow::id).collect(Collectors.toSet());
        Map<Long, List<UnitRow>> below = rows.stream()
                .filter(row -> row.parentId() != null && ids.contains(row.parentId()))
                .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.parentId())));
        List<UnitRow> ordered = new ArrayList<>();
        rows.stream()
                .filter(row -> row.parentId() == null || !ids.contains(row.parentId()))
                .sorted(IN_TREE)
                .forEach(top -> descend(top, below, ordered));
        return ordered;
    }

    private static void descend(UnitRow row, Map<Long, List<UnitRow>> below, List<UnitRow> ordered) {
        ordered.add(row);
        below.getOrDefault(row.id(), List.of()).stream().sorted(IN_TREE).forEach(next -> descend(next, below, ordered));
    }

    /** Open units of the scope under which a unit may be hung, itself and its present superior left out. */
    public List<UnitRow> placesFor(OrgUnit unit, BranchScope scope, int limit) {
        return superiors(scope, limit).stream()
                .filter(row -> unit.getKind().mayStandBelow(row.kind()))
                .filter(row -> row.id() != unit.getId()
                        && !Objects.equals(
                                row.id(),
                                unit.getParent() == null
                                        ? null
                                        : unit.getParent().getId()))
                .toList();
    }

    /** One unit as a line; for the head of a list of those below it. */
    public Optional<UnitRow> row(long unitId, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql(SELECT + " where u.id = :unit and " + within.condition())
                .param("unit", unitId)
                .params(within.parameters())
                .query(UnitRow.class)
                .optional();
    }

    /** Who is enrolled within a unit today, counted by what a branch has to know of them. */
    public UnitFigures figures(OrgUnit unit) {
        String within =
                unit.isGroup() ? "ms.group_id = :unit" : "b.path >= :from and b.path < :until and b.kind = 'BRANCH'";
        return jdbc.sql("""
                        select count(*) members, count(*) filter (where m.kind = 'FULL') full_members,
                          count(*) filter (where m.kind = 'PROBATIONARY') probationary,
                          count(*) filter (where m.kind = 'FULL'
                            and m.standing not in ('ON_PROBATION_PENALTY', 'SUSPENDED')) voters,
                          count(*) filter (where m.standing not in ('OUT_OF_CONTACT', 'SUSPENDED')) expected,
                          count(*) filter (where m.leader) leaders, count(*) filter (where m.retired) retired,
                          count(*) filter (where m.mobile) mobile, count(*) filter (where m.care) care,
                          count(*) filter (where m.abroad) abroad,
                          count(*) filter (where ms.group_id is null) without_group
                        from membership ms
                        join member m on m.id = ms.member_id
                        join org_unit b on b.id = ms.branch_id
                        where ms.until_on is null and %s
                        """.formatted(within))
                .param("unit", unit.getId())
                .param("from", unit.subtree().from())
                .param("until", unit.subtree().until())
                .query(UnitFigures.class)
                .single();
    }

    private List<UnitRow> find(String kind, @Nullable String text, BranchScope scope, int limit) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql(SELECT + " where " + kind + " and u.dissolved_on is null and " + within.condition()
                        + " and (:text::text is null or strpos(u.name, :text) > 0"
                        + " or strpos(u.name_initials, lower(:text)) > 0 or u.code = :text)"
                        + " order by u.path limit :limit")
                .params(within.parameters())
                .param("text", text)
                .param("limit", limit)
                .query(UnitRow.class)
                .list();
    }
}
