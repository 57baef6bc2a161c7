package org.orglife.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.FullApplicationTest;
import org.orglife.People;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.PositionKind;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FullApplicationTest
class AccountServiceTests {

    private static final String PASSWORD = "he hua chi 408 pang";

    @Autowired
    AccountService accounts;

    @Autowired
    AccountQuery query;

    @Autowired
    SampleAccounts samples;

    @Autowired
    SignInService signIn;

    @Autowired
    SignedInUsers users;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private OrgUnit branch;
    private SignedInUser system;
    private SignedInUser member;

    @BeforeEach
    void anAccount() {
        branch = people.branch(people.committee(), "儿科党支部");
        system = people.user(Role.SYS_ADMIN, null, null, "系统管理员");
        String username = "er" + branch.getId();
        samples.open(username, "陶然", people.member(branch, "陶然").getId(), null, List.of(), PASSWORD);
        member = samples.user(username);
        People.actAs(system);
    }

    @Test
    @DisplayName("T-AUTH-10: a shut account loses its sessions at once, and its password for good")
    void aShutAccountIsOutAtOnce() {
        SessionPrincipal session =
                signIn.signIn(member.username(), PASSWORD, "192.0.2.9").orElseThrow();
        assertThat(users.of(session, null)).isPresent();
        accounts.disable(member.accountId(), system, system.scope());
        assertThat(users.of(session, null)).isEmpty();
        assertThat(signIn.signIn(member.username(), PASSWORD, "192.0.2.9")).isEmpty();

        accounts.enable(member.accountId(), system, system.scope());
        assertThat(signIn.signIn(member.username(), PASSWORD, "192.0.2.9")).isEmpty();
        SignInSlip slip = accounts.issueOneTimePassword(member.accountId(), system, system.scope());
        assertThat(signIn.signIn(member.username(), slip.password(), "192.0.2.9"))
                .isPresent();
    }

    @Test
    @DisplayName("T-AUTH-09: a one-time password ends the sessions and has to be changed")
    void aOneTimePasswordReplacesTheOldOne() {
        SessionPrincipal session =
                signIn.signIn(member.username(), PASSWORD, "192.0.2.9").orElseThrow();
        SignInSlip slip = accounts.issueOneTimePassword(member.accountId(), system, system.scope());
        assertThat(users.of(session, null)).isEmpty();
        assertThat(signIn.signIn(member.username(), PASSWORD, "192.0.2.9")).isEmpty();
        SessionPrincipal next =
                signIn.signIn(member.username(), slip.password(), "192.0.2.9").orElseThrow();
        assertThat(users.of(next, null).orElseThrow().mustChangePassword()).isTrue();
        assertThat(slip.toString()).doesNotContain(slip.password());
    }

    @Test
    void anUnusedOneTimePasswordIsForgottenAfterAWeek(
            @Autowired AccountRepository repository, @Autowired java.time.Clock clock) {
        SignInSlip slip = accounts.issueOneTimePassword(member.accountId(), system, system.scope());
        repository.forgetUnusedPasswords(
                clock.instant().plus(OneTimePassword.VALID).minusSeconds(1));
        assertThat(signIn.signIn(member.username(), slip.password(), "192.0.2.9"))
                .isPresent();
        repository.forgetUnusedPasswords(clock.instant().plus(OneTimePassword.VALID));
        assertThat(signIn.signIn(member.username(), slip.password(), "192.0.2.9"))
                .isEmpty();
    }

    @Test
    void officersAreBeyondTheSystemOfficer() {
        String username = "auditor" + branch.getId();
        samples.open(username, "审计员", null, Role.AUDIT_ADMIN, List.of(), PASSWORD);
        long auditor = samples.user(username).accountId();
        refused("account.officer-password", () -> accounts.issueOneTimePassword(auditor, system, system.scope()));
        refused("account.officer-in-office", () -> accounts.disable(auditor, system, system.scope()));
        refused("account.own", () -> accounts.disable(system.accountId(), system, system.scope()));
    }

    @Test
    void anAccountThatWaitsForApprovalIsNotEnabledByItsMaker() {
        jdbc.sql("update account set state = 'PENDING' where id = :id")
                .param("id", member.accountId())
                .update();
        refused("account.wrong-state", () -> accounts.enable(member.accountId(), system, system.scope()));
        refused("account.wrong-state", () -> accounts.disable(member.accountId(), system, system.scope()));
        refused("account.wrong-state", () -> accounts.issueOneTimePassword(member.accountId(), system, system.scope()));
    }

    @Test
    void aSecretaryHelpsThePlainMembersOfTheOwnBranchOnly() {
        SignedInUser secretary = people.as(Role.SECRETARY, branch, people.seated(branch, "方知", PositionKind.SECRETARY));
        String organiserName = "zu" + branch.getId();
        samples.open(
                organiserName,
                "齐放",
                people.seated(branch, "齐放", PositionKind.ORGANISATION).getId(),
                null,
                List.of(),
                PASSWORD);
        long organiser = samples.user(organiserName).accountId();
        assertThat(query.plainMembers(secretary.scope(), 10))
                .extracting(AccountRow::displayName)
                .containsExactly("陶然");
        assertThat(accounts.issueOneTimePassword(member.accountId(), secretary, secretary.scope())
                        .name())
                .isEqualTo("陶然");
        notFound(() -> accounts.issueOneTimePassword(organiser, secretary, secretary.scope()));
        notFound(() -> accounts.disable(member.accountId(), secretary, secretary.scope()));

        OrgUnit other = people.branch(people.committee(), "骨科党支部");
        SignedInUser stranger = people.as(Role.SECRETARY, other, people.seated(other, "路人", PositionKind.SECRETARY));
        notFound(() -> accounts.issueOneTimePassword(member.accountId(), stranger, stranger.scope()));
        SignedInUser committee = people.as(Role.COMMITTEE, branch, people.seated(branch, "韦编", PositionKind.PUBLICITY));
        notFound(() -> accounts.issueOneTimePassword(member.accountId(), committee, committee.scope()));
    }

    @Test
    @DisplayName("T-AUD-01: every change leaves an entry, without the password")
    void everyChangeLeavesAnEntry() {
        SignInSlip slip = accounts.issueOneTimePassword(member.accountId(), system, system.scope());
        accounts.disable(member.accountId(), system, system.scope());
        accounts.enable(member.accountId(), system, system.scope());
        List<String> entries = jdbc.sql("""
                        select action || ' ' || actor_name || ' ' || object_label || array_to_string(fields, ' ') from audit_entry
                        where object_type = 'Account' and object_id = :id order by id
                        """)
                .param("id", String.valueOf(member.accountId()))
                .query(String.class)
                .list();
        assertThat(entries)
                .containsExactly(
                        "account.accountAction.ONE_TIME_PASSWORD_ISSUED 系统管理员 陶然",
                        "account.accountAction.ACCOUNT_DISABLED 系统管理员 陶然",
                        "account.accountAction.ACCOUNT_ENABLED 系统管理员 陶然")
                .noneMatch(entry -> entry.contains(slip.password()));
        assertThat(jdbc.sql("select password_hash from account where id = :id")
                        .param("id", samples.user(member.username()).accountId())
                        .query(String.class)
                        .optional())
                .isEmpty();
    }

    @Test
    void listsAreForOfficersAndFindByNameAndBranch() {
        AccountFilter filter = new AccountFilter(branch.getName(), AccountState.ACTIVE);
        assertThat(query.rows(filter, AccountSort.UNIT, system.scope(), 100, 0))
                .extracting(AccountRow::username)
                .contains(member.username());
        for (AccountSort sort : AccountSort.values()) {
            assertThat(query.rows(new AccountFilter(member.username(), null), sort, system.scope(), 10, 0))
                    .hasSize(1);
        }
        assertThat(query.count(new AccountFilter("%", null), system.scope())).isZero();
        SignedInUser office = people.office(branch);
        assertThat(query.rows(AccountFilter.ALL, AccountSort.NAME, office.scope(), 10, 0))
                .isEmpty();
    }

    private static void notFound(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(work);
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(work)
                .extracting(RuleViolationException::code)
                .isEqualTo(code);
    }
}
