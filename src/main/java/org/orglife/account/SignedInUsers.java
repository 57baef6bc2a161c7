package org.orglife.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.PathRange;
import org.orglife.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks up who somebody is today: two statements a request. */
@Service
@Transactional(readOnly = true)
public class SignedInUsers {

    private final JdbcClient jdbc;
    private final Clock clock;

    SignedInUsers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Known(
            long id,
            String username,
            String displayName,
            @Nullable Long memberId,
            boolean officer,
            boolean oneTime,
            boolean largeType) {}

    private record Grant(
            Role role,
            @Nullable Long unitId,
            @Nullable String unitName,
            @Nullable String path,
            @Nullable Long onlyTask) {}

    /** The user of a session; empty if the account is shut or its sessions have been ended. */
    public Optional<SignedInUser> of(SessionPrincipal principal, @Nullable String actingAs) {
        return load(principal.accountId(), principal.epoch(), actingAs);
    }

    /** The owner of a job that runs without a session; empty if the account is shut by now. */
    public Optional<SignedInUser> ofAccount(long accountId, @Nullable String actingAs) {
        return load(accountId, null, actingAs);
    }

    private Optional<SignedInUser> load(long accountId, @Nullable Integer epoch, @Nullable String actingAs) {
        return jdbc.sql("""
                        select id, username, display_name, member_id, officer, one_time, large_type from account
                        where id = :id and state = 'ACTIVE' and (:epoch::int is null or session_epoch = :epoch)
                        """)
                .param("id", accountId)
                .param("epoch", epoch)
                .query(Known.class)
                .optional()
                .map(known -> user(known, actingAs));
    }

    private SignedInUser user(Known known, @Nullable String actingAs) {
        List<HeldRole> roles = held(grants(known));
        HeldRole acting = roles.stream()
                .filter(role -> role.key().equals(actingAs))
                .findFirst()
                .orElse(roles.isEmpty() ? null : roles.get(0));
        return new SignedInUser(
                known.id(),
                known.username(),
                known.displayName(),
                known.memberId(),
                known.largeType(),
                known.oneTime(),
                roles,
                acting);
    }

    /**
     * Assignments, seats and the enrolment of today; officers reach every root of the tree. Who helps for one campaign only
     * does so while it runs: that the rights end needs nobody to think of it.
     */
    private List<Grant> grants(Known known) {
        return jdbc.sql("""
                        select ra.role, u.id unit_id, u.name unit_name, u.path, null::bigint only_task from role_assignment ra
                        left join org_unit u on u.id = ra.unit_id or (ra.officer and u.parent_id is null)
                        where ra.account_id = :account and ra.from_on <= :today and (ra.until_on is null or ra.until_on >= :today)
                        union all
                        select case when p.assistant then 'ASSISTANT'
                            when p.kind = 'SECRETARY' then 'SECRETARY'
                            when p.kind = 'DEPUTY_SECRETARY' then 'DEPUTY'
                            when p.kind = 'GROUP_LEADER' then 'GROUP_LEADER'
                            else 'COMMITTEE' end,
                          b.id, b.name, b.path, p.task_id
                        from position p
                        join org_unit u on u.id = p.unit_id
                        join org_unit b on b.id = case when u.kind = 'GROUP' then u.parent_id else u.id end
                        where p.member_id = :member and p.from_on <= :today and (p.until_on is null or p.until_on >= :today)
                          and (p.task_id is null or exists (select 1 from branch_task t join campaign c on c.id = t.campaign_id
                            where t.id = p.task_id and t.state not in ('DONE', 'EXEMPTED')
                              and c.state in ('ISSUED', 'IN_PROGRESS', 'REPORTING')))
                        union all
                        select 'MEMBER', b.id, b.name, b.path, null
                        from membership ms join org_unit b on b.id = ms.branch_id
                        where ms.member_id = :member and ms.until_on is null
                        """)
                .param("account", known.id())
                .param("member", known.memberId() == null ? -1L : known.memberId())
                .param("today", LocalDate.now(clock))
                .query(SignedInUsers::grant)
                .list();
    }

    private static Grant grant(ResultSet row, int number) throws SQLException {
        long unit = row.getLong("unit_id");
        return new Grant(
                Role.valueOf(row.getString("role")),
                row.wasNull() ? null : unit,
                row.getString("unit_name"),
                row.getString("path"),
                row.getObject("only_task", Long.class));
    }

    private static List<HeldRole> held(List<Grant> grants) {
        List<HeldRole> held = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Grant grant : grants) {
            if (!grant.role().isOfficer() && grant.role() != Role.SUPERVISOR && grant.path() != null) {
                HeldRole role = new HeldRole(
                        grant.role(),
                        grant.unitId(),
                        String.valueOf(grant.unitName()),
                        List.of(new PathRange(grant.path())),
                        Set.of(),
                        grant.onlyTask());
                if (keys.add(role.key())) {
                    held.add(role);
                }
            }
        }
        for (Role role : Role.values()) {
            if (role.isOfficer() || role == Role.SUPERVISOR) {
                together(role, grants).ifPresent(held::add);
            }
        }
        held.sort(Comparator.comparing(HeldRole::role).thenComparing(HeldRole::unitName));
        return held;
    }

    /** An officer works on all trees, a supervision group on all its branches: one role each, not one for every unit. */
    private static Optional<HeldRole> together(Role role, List<Grant> grants) {
        List<Grant> same = grants.stream().filter(grant -> grant.role() == role).toList();
        if (same.isEmpty()) {
            return Optional.empty();
        }
        List<PathRange> subtrees = new ArrayList<>();
        for (Grant grant : same) {
            if (grant.path() != null) {
                subtrees.add(new PathRange(grant.path()));
            }
        }
        boolean one = same.size() == 1 && !role.isOfficer();
        return Optional.of(new HeldRole(
                role,
                one ? same.get(0).unitId() : null,
                one ? String.valueOf(same.get(0).unitName()) : "",
                subtrees,
                Set.of()));
    }
}
