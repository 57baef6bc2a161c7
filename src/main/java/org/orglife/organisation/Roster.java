package org.orglife.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who belonged to a branch on a day, and who sat on its committee: what every other feature asks about people. */
@Service
@Transactional(readOnly = true)
public class Roster {

    private final JdbcClient jdbc;

    Roster(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody enrolled in a branch.
     *
     * @param name as written on every form
     * @param initials of the name, for finding him by typing
     */
    public record Person(long id, long branchId, String name, String initials, MemberKind kind) {}

    /** The members of a branch on a day, by pinyin. */
    public List<Person> membersOf(long branchId, LocalDate on, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select m.id, ms.branch_id, m.name, m.name_initials initials, m.kind
                        from membership ms
                        join member m on m.id = ms.member_id
                        join org_unit u on u.id = ms.branch_id
                        where ms.branch_id = :branch and ms.from_on <= :on and (ms.until_on is null or ms.until_on >= :on)
                          and %s
                        order by m.name collate zh_pinyin, m.id
                        """.formatted(within.condition()))
                .param("branch", branchId)
                .param("on", on)
                .params(within.parameters())
                .query(Person.class)
                .list();
    }

    /**
     * An enrolment, past or present.
     *
     * @param until null for a present one
     */
    public record Enrolment(
            long memberId,
            long branchId,
            String name,
            @Nullable String code,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** Everybody who was ever enrolled in one of these branches, which must lie within the scope. */
    public List<Enrolment> everEnrolledIn(Collection<Long> branchIds, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return branchIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select m.id member_id, ms.branch_id, m.name, m.code, ms.from_on as "from", ms.until_on as until
                                from membership ms
                                join member m on m.id = ms.member_id
                                join org_unit u on u.id = ms.branch_id
                                where ms.branch_id in (:branches) and %s
                                """.formatted(within.condition()))
                        .param("branches", branchIds)
                        .params(within.parameters())
                        .query(Enrolment.class)
                        .list();
    }

    /** Today's secretaries of these branches, by branch. */
    public Map<Long, Long> secretariesOf(Collection<Long> branchIds, LocalDate on) {
        Map<Long, Long> secretaries = new HashMap<>();
        if (!branchIds.isEmpty()) {
            jdbc.sql("""
                            select unit_id, member_id from position
                            where unit_id in (:branches) and kind = 'SECRETARY' and member_id is not null and not assistant
                              and from_on <= :on and (until_on is null or until_on >= :on)
                            """)
                    .param("branches", branchIds)
                    .param("on", on)
                    .query((row, number) -> secretaries.put(row.getLong(1), row.getLong(2)))
                    .list();
        }
        return secretaries;
    }

    /** Who holds which seat of the branch committee on a day; assistants hold none. */
    public Map<Long, PositionKind> committeeOf(long branchId, LocalDate on) {
        return jdbc
                .sql("""
                        select p.member_id, p.kind from position p
                        where p.unit_id = :branch and p.member_id is not null and not p.assistant
                          and p.from_on <= :on and (p.until_on is null or p.until_on >= :on)
                          and p.kind <> 'GROUP_LEADER'
                        """)
                .param("branch", branchId)
                .param("on", on)
                .query((row, number) -> Map.entry(row.getLong(1), PositionKind.valueOf(row.getString(2))))
                .list()
                .stream()
                // who holds two seats is named by the higher one
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one.compareTo(two) <= 0 ? one : two));
    }
}
