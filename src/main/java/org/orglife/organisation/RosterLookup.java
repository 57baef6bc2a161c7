package org.orglife.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds, in a handful of statements, everything that a roster may be about. */
@Component
class RosterLookup {

    private final OrgUnitRepository units;
    private final MembershipRepository memberships;
    private final PositionRepository positions;
    private final JdbcClient jdbc;

    RosterLookup(
            OrgUnitRepository units, MembershipRepository memberships, PositionRepository positions, JdbcClient jdbc) {
        this.units = units;
        this.memberships = memberships;
        this.positions = positions;
        this.jdbc = jdbc;
    }

    /** An enrolment with the member's record as it is. */
    record Known(Membership membership, MemberDetails details) {}

    /**
     * What is there.
     *
     * @param branches by name and by code; two of one name are both listed
     * @param byName present enrolments within the scope, by name of the member
     * @param foreignCodes codes of members outside the scope
     * @param groups by branch id and name; those that the import makes are added
     * @param positions open ones by unit
     */
    record Found(
            Map<String, List<OrgUnit>> branches,
            List<String> branchNames,
            Map<String, List<Known>> byName,
            Map<String, Known> byCode,
            Set<String> foreignCodes,
            Map<String, OrgUnit> groups,
            Map<Long, List<Position>> positions) {

        Collection<Long> memberIds() {
            return byName.values().stream()
                    .flatMap(List::stream)
                    .map(known -> known.membership().getMember().getId())
                    .toList();
        }
    }

    Found find(List<RosterRow> rows, BranchScope scope) {
        Set<String> names = rows.stream().map(row -> row.details().name()).collect(Collectors.toSet());
        Set<String> codes = new HashSet<>();
        rows.forEach(row -> {
            if (row.details().code() != null) {
                codes.add(row.details().code());
            }
        });
        List<OrgUnit> within = new ArrayList<>();
        scope.subtrees().forEach(range -> within.addAll(units.openWithin(range.from())));
        Map<String, List<OrgUnit>> branches = new HashMap<>();
        Map<String, OrgUnit> groups = new HashMap<>();
        List<String> branchNames = new ArrayList<>();
        for (OrgUnit unit : within) {
            if (unit.isBranch()) {
                branches.computeIfAbsent(unit.getName(), name -> new ArrayList<>())
                        .add(unit);
                branchNames.add(unit.getName());
                if (unit.getCode() != null) {
                    branches.computeIfAbsent(unit.getCode(), code -> new ArrayList<>())
                            .add(unit);
                }
            } else if (unit.isGroup() && unit.getParent() != null) {
                groups.put(unit.getParent().getId() + "|" + unit.getName(), unit);
            }
        }
        Map<String, List<Known>> byName = new HashMap<>();
        Map<String, Known> byCode = new HashMap<>();
        for (Membership membership : enrolled(names, codes, scope)) {
            Member member = membership.getMember();
            Known known = new Known(membership, member.details());
            byName.computeIfAbsent(member.getName(), name -> new ArrayList<>()).add(known);
            if (member.getCode() != null) {
                byCode.put(member.getCode(), known);
            }
        }
        Set<String> foreign = usedCodes(codes);
        foreign.removeAll(byCode.keySet());
        Map<Long, List<Position>> open = new HashMap<>();
        scope.subtrees()
                .forEach(range -> positions
                        .openWithin(range.from())
                        .forEach(position -> open.computeIfAbsent(
                                        position.getUnit().getId(), unit -> new ArrayList<>())
                                .add(position)));
        return new Found(branches, branchNames, byName, byCode, foreign, groups, open);
    }

    private List<Membership> enrolled(Set<String> names, Set<String> codes, BranchScope scope) {
        if (names.isEmpty()) {
            return List.of();
        }
        ScopeSql within = ScopeSql.on("u", scope);
        List<Long> ids = jdbc.sql("""
                        select ms.id from membership ms
                        join member m on m.id = ms.member_id
                        join org_unit u on u.id = ms.branch_id
                        where ms.until_on is null and (m.name = any(:names) or m.code = any(:codes)) and %s
                        """.formatted(within.condition()))
                .param("names", names.toArray(String[]::new))
                .param("codes", codes.toArray(String[]::new))
                .params(within.parameters())
                .query(Long.class)
                .list();
        return ids.isEmpty() ? List.of() : memberships.findByIdIn(ids);
    }

    private Set<String> usedCodes(Set<String> codes) {
        return codes.isEmpty()
                ? new HashSet<>()
                : new HashSet<>(jdbc.sql("select code from member where code = any(:codes)")
                        .param("codes", codes.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    /** The first of these members whom anything but his enrolment and seats names, if there is one. */
    Optional<Long> firstUsed(Collection<Long> memberIds) {
        return jdbc.sql("""
                        select m.id from unnest(:members) m(id)
                        where exists (select 1 from account a where a.member_id = m.id)
                          or exists (select 1 from problem p where p.subject_member_id = m.id)
                          or exists (select 1 from problem_draft d where d.member_id = m.id)
                          or exists (select 1 from measure s where s.owner_id = m.id)
                          or exists (select 1 from branch_plan b where m.id in (b.chair_id, b.recorder_id))
                          or exists (select 1 from step_plan s where s.owner_id = m.id)
                          or exists (select 1 from study_attendance s where s.member_id = m.id)
                          or exists (select 1 from outline o where o.member_id = m.id)
                          or exists (select 1 from talk_participant t where t.member_id = m.id)
                          or exists (select 1 from expected_member e where e.member_id = m.id)
                          or exists (select 1 from expected_exclusion e where e.member_id = m.id)
                          or exists (select 1 from notice_reading n where n.member_id = m.id)
                          or exists (select 1 from leave_request l where l.member_id = m.id)
                        limit 1
                        """)
                .param("members", memberIds.toArray(Long[]::new))
                .query(Long.class)
                .optional();
    }
}
