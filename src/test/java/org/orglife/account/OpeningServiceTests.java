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
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.beans.factory.annotation.Autowired;

@FullApplicationTest
class OpeningServiceTests {

    @Autowired
    OpeningService openings;

    @Autowired
    OpeningQuery openingQuery;

    @Autowired
    AccountQuery accounts;

    @Autowired
    SignInService signIn;

    @Autowired
    People people;

    private OrgUnit branch;
    private SignedInUser system;
    private SignedInUser security;

    @BeforeEach
    void twoOfficersAndABranch() {
        branch = people.branch(people.committee(), "检验科党支部");
        people.member(branch, "章蔚");
        people.member(branch, "张伟");
        people.seated(branch, "欧阳静", PositionKind.SECRETARY);
        system = people.user(Role.SYS_ADMIN, null, null, "系统管理员");
        security = people.user(Role.SEC_ADMIN, null, null, "安全管理员");
        People.actAs(system);
    }

    private AccountOpening open() {
        return openings.openMembers(branch.getId(), false, system, system.scope());
    }

    @Test
    @DisplayName("T-ROLE-03: two persons let somebody in: one asks, the other approves, only then there are slips")
    void twoPersonsLetSomebodyIn() {
        long id = open().getId();
        assertThat(accounts.ofOpening(id, system.scope(), 10, 0))
                .hasSize(3)
                .allMatch(row -> row.state() == AccountState.PENDING);
        refused("account.opening.not-approved", () -> openings.slips(id, system.scope()));

        openings.approve(id, security, security.scope());
        List<SignInSlip> slips = openings.slips(id, system.scope());
        assertThat(slips).extracting(SignInSlip::name).containsExactlyInAnyOrder("章蔚", "张伟", "欧阳静");
        SignInSlip slip = slips.get(0);
        assertThat(signIn.signIn(slip.username(), slip.password(), "192.0.2.7")).isPresent();
    }

    @Test
    void namesThatSoundAlikeGetDifferentUserNames() {
        long id = open().getId();
        assertThat(accounts.ofOpening(id, system.scope(), 10, 0))
                .extracting(AccountRow::username)
                .doesNotHaveDuplicates()
                .allMatch(username -> username.matches("(zhangwei|ouyangjing)[0-9]*"));
    }

    @Test
    void nobodyApprovesWhatHeAskedFor() {
        long id = open().getId();
        BranchScope bothHats = new BranchScope(
                Role.SEC_ADMIN,
                system.accountId(),
                null,
                system.scope().subtrees(),
                system.scope().branches());
        refused("account.own-approval", () -> openings.approve(id, system, bothHats));
        refused("account.own-approval", () -> openings.reject(id, system, bothHats));
    }

    @Test
    void aListIsDecidedOnce() {
        long id = open().getId();
        openings.approve(id, security, security.scope());
        refused("account.opening.decided", () -> openings.reject(id, security, security.scope()));
    }

    @Test
    void aRejectedListLeavesNothingAndMayBeAskedForAgain() {
        long id = open().getId();
        openings.reject(id, security, security.scope());
        assertThat(accounts.ofOpening(id, system.scope(), 10, 0)).isEmpty();
        assertThat(openingQuery.candidates(branch.getId(), false, system.scope(), 10))
                .hasSize(3);
        assertThat(open().getAccounts()).isEqualTo(3);
    }

    @Test
    void newSlipsMakeTheOldOnesWorthlessButSpareWhoeverIsInAlready() {
        long id = open().getId();
        openings.approve(id, security, security.scope());
        List<SignInSlip> first = openings.slips(id, system.scope());
        assertThat(signIn.signIn(first.get(0).username(), first.get(0).password(), "192.0.2.7"))
                .isPresent();
        List<SignInSlip> second = openings.slips(id, system.scope());
        assertThat(second)
                .hasSize(2)
                .extracting(SignInSlip::username)
                .doesNotContain(first.get(0).username());
        assertThat(signIn.signIn(first.get(1).username(), first.get(1).password(), "192.0.2.7"))
                .isEmpty();
    }

    @Test
    void whoeverHasAnAccountGetsNoSecondOne() {
        open();
        refused("account.opening.nobody", this::open);
    }

    @Test
    void onlyThoseWithASeatIfThatIsAskedFor() {
        AccountOpening opening = openings.openMembers(branch.getId(), true, system, system.scope());
        assertThat(accounts.ofOpening(opening.getId(), system.scope(), 10, 0))
                .extracting(AccountRow::displayName)
                .containsExactly("欧阳静");
    }

    @Test
    void aUserNameIsPlainAndTakenOnce() {
        String username = "office." + branch.getId();
        openings.openSingle(branch.getId(), username, "办公室", false, system, system.scope());
        refused(
                "account.username.taken",
                () -> openings.openSingle(
                        branch.getId(),
                        username.toUpperCase(java.util.Locale.ROOT),
                        "另一位",
                        false,
                        system,
                        system.scope()));
        for (String wrong : List.of("1abc", "a", "张伟", "a b", "a".repeat(41), "a/b")) {
            refused(
                    "account.username.form",
                    () -> openings.openSingle(branch.getId(), wrong, "某某", false, system, system.scope()));
        }
    }

    @Test
    void nobodyElseAsksApprovesOrPrints() {
        long id = open().getId();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> openings.openMembers(branch.getId(), false, security, security.scope()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> openings.approve(id, system, system.scope()));
        SignedInUser office = people.office(branch);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> openings.approve(id, office, office.scope()));
        openings.approve(id, security, security.scope());
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> openings.slips(id, security.scope()));
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(work)
                .extracting(RuleViolationException::code)
                .isEqualTo(code);
    }
}
