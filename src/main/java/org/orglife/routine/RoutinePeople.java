package org.orglife.routine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.UnitChoice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is expected at a meeting of a branch that the caller has got by its scope, and what bodies the branch has. */
@Component
@Transactional(readOnly = true)
public class RoutinePeople {

    /** Filled seats from which on there is a committee to meet; below, the general meeting decides (BR-12, BR-13). */
    private static final int COMMITTEE = 3;

    /** Holders of seats of the branch {@code :branch} on the day {@code :on}. */
    private static final String SEATED = """
            select p.member_id from position p
            where p.unit_id = :branch and p.member_id is not null and not p.assistant and p.kind <> 'GROUP_LEADER'
              and p.from_on <= :on and (p.until_on is null or p.until_on >= :on)
            """;

    private final JdbcClient jdbc;

    RoutinePeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Everybody expected (domain 1.3), by pinyin: the members of the branch, of its group, or of its committee.
     *
     * @param groupId the group that meets; null for no group
     * @param committee whether the committee meets by itself
     */
    public List<ExpectedMember> expected(long branchId, @Nullable Long groupId, boolean committee, LocalDate on) {
        return jdbc.sql("""
                        select m.id, m.name, m.name_initials initials, m.leader, m.care,
                          m.kind = 'FULL' and m.standing = 'NORMAL' votes
                        from membership ms join member m on m.id = ms.member_id
                        where ms.branch_id = :branch and ms.from_on <= :on and (ms.until_on is null or ms.until_on >= :on)
                          and m.standing in ('NORMAL', 'ON_PROBATION_PENALTY')
                          and (:group::bigint is null or ms.group_id = :group)
                          and (not :committee or m.id in (%s))
                        order by m.name collate zh_pinyin, m.id
                        """.formatted(SEATED))
                .param("branch", branchId)
                .param("on", on)
                .param("group", groupId)
                .param("committee", committee)
                .query(ExpectedMember.class)
                .list();
    }

    /** The same for what is written in a plan. */
    public List<ExpectedMember> expected(long branchId, RoutineDetails details) {
        return expected(branchId, details.groupId(), details.ofCommittee(), details.heldOn());
    }

    /** Whether the branch has a committee on a day. */
    public boolean hasCommittee(long branchId, LocalDate on) {
        return jdbc.sql("select count(distinct s.member_id) >= :least from (%s) s".formatted(SEATED))
                .param("branch", branchId)
                .param("on", on)
                .param("least", COMMITTEE)
                .query(Boolean.class)
                .single();
    }

    /** The groups of a branch that are not dissolved, as they were set up. */
    public List<UnitChoice> groups(long branchId) {
        return jdbc.sql("""
                        select id, name from org_unit
                        where parent_id = :branch and kind = 'GROUP' and dissolved_on is null order by id
                        """).param("branch", branchId).query(UnitChoice.class).list();
    }

    /** The groups somebody leads on a day. */
    public Set<Long> ledBy(@Nullable Long memberId, LocalDate on) {
        return memberId == null
                ? Set.of()
                : Set.copyOf(jdbc.sql("""
                                select unit_id from position
                                where member_id = :member and kind = 'GROUP_LEADER' and not assistant
                                  and from_on <= :on and (until_on is null or until_on >= :on)
                                """)
                        .params(Map.of("member", memberId, "on", on))
                        .query(Long.class)
                        .list());
    }

    /** The secretary of a branch on a day; null while the seat is vacant. */
    public @Nullable Long secretary(long branchId, LocalDate on) {
        return jdbc.sql("""
                        select member_id from position
                        where unit_id = :branch and kind = 'SECRETARY' and member_id is not null and not assistant
                          and from_on <= :on and (until_on is null or until_on >= :on) limit 1
                        """)
                .param("branch", branchId)
                .param("on", on)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** The branch of a condition on filled seats, for statements over many branches: {@code true} where there is a committee. */
    static String committeeOf(String branch, String day) {
        return """
                (select count(distinct p.member_id) >= %d from position p
                 where p.unit_id = %s and p.member_id is not null and not p.assistant and p.kind <> 'GROUP_LEADER'
                   and p.from_on <= %s and (p.until_on is null or p.until_on >= %3$s))
                """.formatted(COMMITTEE, branch, day);
    }
}
