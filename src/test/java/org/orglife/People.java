package org.orglife;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.orglife.account.HeldRole;
import org.orglife.account.SignedInUser;
import org.orglife.organisation.Gender;
import org.orglife.organisation.Member;
import org.orglife.organisation.MemberDetails;
import org.orglife.organisation.MemberFlag;
import org.orglife.organisation.MemberKind;
import org.orglife.organisation.MemberService;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.PositionService;
import org.orglife.organisation.Seat;
import org.orglife.organisation.Standing;
import org.orglife.organisation.UnitDetails;
import org.orglife.organisation.UnitKind;
import org.orglife.shared.BranchScope;
import org.orglife.shared.PathRange;
import org.orglife.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Makes organisations and the people in them, through the services that a user's click reaches. Every test makes a tree
 * of its own, so that tests share a database without meeting each other.
 */
public class People {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final OrgUnitService units;
    private final MemberService members;
    private final PositionService positions;
    private final JdbcClient jdbc;

    public People(OrgUnitService units, MemberService members, PositionService positions, JdbcClient jdbc) {
        this.units = units;
        this.members = members;
        this.positions = positions;
        this.jdbc = jdbc;
    }

    /** The top of a new tree, of a name nobody else has. */
    public OrgUnit committee() {
        return units.createRoot(UnitKind.PARTY_COMMITTEE, "第" + NUMBER.incrementAndGet() + "医院党委");
    }

    public OrgUnit branch(OrgUnit parent, String name) {
        return units.create(parent.getId(), UnitKind.BRANCH, UnitDetails.named(name), above(parent));
    }

    public OrgUnit unit(OrgUnit parent, UnitKind kind, String name) {
        return units.create(parent.getId(), kind, UnitDetails.named(name), above(parent));
    }

    public Member member(OrgUnit branch, String name, MemberFlag... flags) {
        return members.enrol(
                branch.getId(),
                null,
                new MemberDetails(
                        null,
                        name,
                        Gender.FEMALE,
                        LocalDate.of(1980, 5, 1),
                        MemberKind.FULL,
                        Standing.NORMAL,
                        LocalDate.of(2005, 7, 1),
                        LocalDate.of(2006, 7, 1),
                        Set.of(flags),
                        null),
                LocalDate.of(2020, 1, 1),
                above(branch));
    }

    public Member seated(OrgUnit branch, String name, PositionKind seat) {
        Member member = member(branch, name);
        positions.take(branch.getId(), member.getId(), seat, Seat.HELD, LocalDate.of(2021, 1, 1), above(branch));
        return member;
    }

    /** The party office of a unit. */
    public SignedInUser office(OrgUnit unit) {
        return user(Role.PARTY_OFFICE, unit, null, "办公室工作人员");
    }

    /** A member in the role his seat gives him. */
    public SignedInUser as(Role role, OrgUnit branch, Member member) {
        return user(role, branch, member, member.getName());
    }

    /** Somebody in a role over a unit; officers stand over every tree. */
    public SignedInUser user(Role role, @Nullable OrgUnit unit, @Nullable Member member, String name) {
        long account = account(role, member, name);
        List<PathRange> subtrees =
                unit == null ? units.roots().stream().map(OrgUnit::subtree).toList() : List.of(unit.subtree());
        HeldRole held = new HeldRole(
                role, unit == null ? null : unit.getId(), unit == null ? "" : unit.getName(), subtrees, Set.of());
        return new SignedInUser(
                account,
                "user" + account,
                name,
                member == null ? null : member.getId(),
                false,
                false,
                List.of(held),
                held);
    }

    private long account(Role role, @Nullable Member member, String name) {
        return jdbc.sql("""
                        insert into account (id, username, display_name, member_id, officer, state, created_at)
                        values (nextval('account_seq'), 'test' || currval('account_seq'), :name, :member, :officer, 'ACTIVE', now())
                        on conflict (member_id) do update set display_name = excluded.display_name
                        returning id
                        """)
                .param("name", name)
                .param("member", member == null ? null : member.getId())
                .param("officer", role.isOfficer())
                .query(Long.class)
                .single();
    }

    /** For a request of {@code MockMvc}: signed in as that user. */
    public static RequestPostProcessor by(SignedInUser user) {
        return authentication(token(user));
    }

    /** For a call of a service: the actor the trail will name. */
    public static void actAs(SignedInUser user) {
        SecurityContextHolder.getContext().setAuthentication(token(user));
    }

    private static UsernamePasswordAuthenticationToken token(SignedInUser user) {
        return UsernamePasswordAuthenticationToken.authenticated(
                user,
                null,
                AuthorityUtils.createAuthorityList("ROLE_" + user.role().name()));
    }

    /** The scope that sets a tree up, without an account. */
    private static BranchScope above(OrgUnit unit) {
        return new BranchScope(Role.PARTY_OFFICE, 0, null, List.of(unit.subtree()), Set.of());
    }
}
