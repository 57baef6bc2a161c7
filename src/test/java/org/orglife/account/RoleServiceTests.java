package org.orglife.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.FullApplicationTest;
import org.orglife.People;
import org.orglife.TestClock;
import org.orglife.organisation.OrgUnit;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@FullApplicationTest
class RoleServiceTests {

    private static final LocalDate TODAY = TestClock.TODAY;

    @Autowired
    RoleService roles;

    @Autowired
    RoleQuery query;

    @Autowired
    SignedInUsers users;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private OrgUnit committee;
    private OrgUnit branch;
    private SignedInUser security;
    private long staff;
    private long officer;

    @BeforeEach
    void someAccounts() {
        committee = people.committee();
        branch = people.branch(committee, "药学部党支部");
        security = people.user(Role.SEC_ADMIN, null, null, "安全管理员");
        staff = people.office(committee).accountId();
        officer = people.user(Role.AUDIT_ADMIN, null, null, "审计员").accountId();
        People.actAs(security);
    }

    private RoleAssignment grant(long account, Role role, @Nullable OrgUnit unit, @Nullable LocalDate until) {
        return roles.grant(account, role, unit == null ? null : unit.getId(), TODAY, until, security, security.scope());
    }

    private List<Role> held(long account) {
        return users.ofAccount(account, null).orElseThrow().roles().stream()
                .map(HeldRole::role)
                .toList();
    }

    @Test
    void aGrantedRoleHoldsAtOnceAndIsGoneAtOnce() {
        RoleAssignment office = grant(staff, Role.PARTY_OFFICE, committee, null);
        assertThat(held(staff)).containsExactly(Role.PARTY_OFFICE);
        roles.revoke(office.getId(), security, security.scope());
        assertThat(held(staff)).isEmpty();
        refused("account.role.ended", () -> roles.revoke(office.getId(), security, security.scope()));
    }

    @Test
    void aRoleHoldsFromItsFirstDayToItsLast() {
        roles.grant(
                staff,
                Role.SUPERVISOR,
                branch.getId(),
                TODAY.plusDays(1),
                TODAY.plusDays(30),
                security,
                security.scope());
        assertThat(held(staff)).isEmpty();
        grant(staff, Role.LEADER, committee, TODAY);
        assertThat(held(staff)).containsExactly(Role.LEADER);
    }

    @Test
    @DisplayName("T-ROLE-02: the service keeps the three officers apart from each other and from every business role")
    void theServiceKeepsOfficersApart() {
        grant(officer, Role.AUDIT_ADMIN, null, TODAY.plusYears(1));
        refused("account.role.one-officer", () -> grant(officer, Role.SYS_ADMIN, null, null));
        refused("account.role.officers-apart", () -> grant(officer, Role.PARTY_OFFICE, committee, null));
        refused("account.role.officers-apart", () -> grant(staff, Role.SYS_ADMIN, null, null));
    }

    @Test
    @DisplayName("T-ROLE-02: so does the database, whoever writes to it")
    void theDatabaseKeepsOfficersApart() {
        insert(officer, "AUDIT_ADMIN", null, TODAY.plusYears(1));
        violated(() -> insert(officer, "SYS_ADMIN", null, null));
        violated(() -> insert(officer, "PARTY_OFFICE", committee.getId(), null));
        violated(() -> insert(staff, "SEC_ADMIN", null, null));
    }

    @Test
    void anOfficerMayTakeAnotherOfficeOnceTheFirstIsTakenBack() {
        RoleAssignment first = grant(officer, Role.AUDIT_ADMIN, null, null);
        grant(people.user(Role.AUDIT_ADMIN, null, null, "另一位审计员").accountId(), Role.AUDIT_ADMIN, null, null);
        roles.revoke(first.getId(), security, security.scope());
        RoleAssignment second = grant(officer, Role.SYS_ADMIN, null, null);
        assertThat(held(officer)).containsExactly(Role.SYS_ADMIN);
        assertThat(second.getUnit()).isNull();
    }

    @Test
    void somebodyAlwaysDoesAnOfficersWork() {
        jdbc.sql("update role_assignment set until_on = from_on - 1 where role = 'SYS_ADMIN' and until_on is null")
                .update();
        RoleAssignment only = grant(officer, Role.SYS_ADMIN, null, null);
        refused("account.role.last-officer", () -> roles.revoke(only.getId(), security, security.scope()));
        long another = people.user(Role.SYS_ADMIN, null, null, "第二位系统管理员").accountId();
        grant(another, Role.SYS_ADMIN, null, null);
        roles.revoke(only.getId(), security, security.scope());
        assertThat(held(officer)).isEmpty();
    }

    @Test
    void nobodyTouchesHisOwnRoles() {
        refused("account.role.own", () -> grant(security.accountId(), Role.SEC_ADMIN, null, null));
        insert(security.accountId(), "SEC_ADMIN", null, null);
        long own = query.rows(new RoleFilter(null, Role.SEC_ADMIN, false), security.scope(), 100, 0).stream()
                .filter(row -> row.accountId() == security.accountId())
                .findFirst()
                .orElseThrow()
                .id();
        refused("account.role.own", () -> roles.revoke(own, security, security.scope()));
    }

    @Test
    void aRoleNeedsAUnitOfItsKind() {
        refused("account.role.unit", () -> grant(staff, Role.PARTY_OFFICE, null, null));
        refused("account.role.superior-unit", () -> grant(staff, Role.PARTY_OFFICE, branch, null));
        refused("account.role.branch-unit", () -> grant(staff, Role.ASSISTANT, committee, null));
        grant(staff, Role.SUPERVISOR, branch, null);
        refused("account.role.held", () -> grant(staff, Role.SUPERVISOR, branch, null));
        refused("account.role.past", () -> grant(staff, Role.LEADER, committee, TODAY.minusDays(1)));
    }

    @Test
    void onlyTheSecurityOfficerGrantsAndSees() {
        RoleAssignment office = grant(staff, Role.PARTY_OFFICE, committee, null);
        for (Role role : List.of(Role.SYS_ADMIN, Role.AUDIT_ADMIN, Role.PARTY_OFFICE)) {
            SignedInUser other = people.user(role, role.isOfficer() ? null : committee, null, "别人");
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() ->
                            roles.grant(staff, Role.LEADER, committee.getId(), TODAY, null, other, other.scope()));
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> roles.revoke(office.getId(), other, other.scope()));
            assertThat(query.count(new RoleFilter(null, null, false), other.scope()))
                    .isZero();
        }
    }

    private void insert(long account, String role, @Nullable Long unit, @Nullable LocalDate until) {
        jdbc.sql("""
                        insert into role_assignment (id, account_id, role, unit_id, from_on, until_on)
                        values (nextval('role_assignment_seq'), :account, :role, cast(:unit as bigint), :from, cast(:until as date))
                        """)
                .param("account", account)
                .param("role", role)
                .param("unit", unit)
                .param("from", TODAY)
                .param("until", until)
                .update();
    }

    private static void violated(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(work);
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(work)
                .extracting(RuleViolationException::code)
                .isEqualTo(code);
    }
}
