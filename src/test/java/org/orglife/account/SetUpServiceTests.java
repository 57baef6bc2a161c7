package org.orglife.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orglife.FullApplicationTest;
import org.orglife.audit.AuditTrail;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.UnitKind;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** The set-up of a system without accounts, in a database that has some: only their number is hidden from it. */
@FullApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class SetUpServiceTests {

    private static int number;

    @Autowired
    SetUpService real;

    @Autowired
    AccountRepository accounts;

    @Autowired
    SignInService signIn;

    @Autowired
    SignedInUsers users;

    @Autowired
    JdbcClient jdbc;

    private SetUpService setUp;
    private List<SetUpService.Person> people;

    @BeforeEach
    void anEmptySystem(
            @Autowired AccountOpeningRepository openings,
            @Autowired RoleAssignmentRepository assignments,
            @Autowired AccountService service,
            @Autowired SignInThrottle throttle,
            @Autowired OrgUnitService units,
            @Autowired AuditTrail audit,
            @Autowired TransactionOperations transaction,
            @Autowired Clock clock) {
        jdbc.sql("delete from failed_sign_in").update();
        AccountRepository empty = mock(AccountRepository.class, delegatesTo(accounts));
        doReturn(0L).when(empty).count();
        setUp = new SetUpService(empty, openings, assignments, service, throttle, units, audit, transaction, clock);
        number++;
        people = SetUpService.FIRST.stream()
                .map(role -> new SetUpService.Person(
                        "first-" + number + "-" + role.name().toLowerCase(java.util.Locale.ROOT), role.name()))
                .toList();
    }

    private String code(CapturedOutput output) {
        setUp.run(new DefaultApplicationArguments());
        Matcher code = Pattern.compile("设置码：([a-z0-9-]{14})").matcher(output.getOut());
        String last = "";
        while (code.find()) {
            last = code.group(1);
        }
        return last;
    }

    @Test
    void theCodeOfTheLogMakesTheTopOfTheTreeAndFourPeople(CapturedOutput output) {
        List<SignInSlip> slips =
                setUp.setUp(code(output), "192.0.2.30", UnitKind.PARTY_COMMITTEE, "第" + number + "人民医院党委", people);
        assertThat(slips).hasSize(4);
        for (int at = 0; at < 4; at++) {
            SessionPrincipal session = signIn.signIn(
                            slips.get(at).username(), slips.get(at).password(), "192.0.2.31")
                    .orElseThrow();
            SignedInUser user = users.of(session, null).orElseThrow();
            assertThat(user.roles()).extracting(HeldRole::role).containsExactly(SetUpService.FIRST.get(at));
            assertThat(user.mustChangePassword()).isTrue();
        }
        assertThat(SetUpService.FIRST)
                .containsExactly(Role.SYS_ADMIN, Role.SEC_ADMIN, Role.AUDIT_ADMIN, Role.PARTY_OFFICE);
    }

    @Test
    void aWrongCodeIsRefusedAndFiveOfThemShutTheDoor(CapturedOutput output) {
        String code = code(output);
        for (int tries = 0; tries < 5; tries++) {
            refused("account.set-up.code", "k3pm-92xq-7tra");
        }
        refused("account.set-up.too-often", code);
    }

    @Test
    void withAccountsThereIsNothingToSetUp(@Autowired SampleAccounts samples, @Autowired MockMvcTester pages) {
        samples.open("somebody-" + number, "某人", null, null, List.of(), "gui hua 66 shu xia");
        assertThat(real.isOpen()).isFalse();
        assertThat(pages.get().uri("/set-up")).hasStatus(302).redirectedUrl().isEqualTo("/login");
        assertThat(pages.get().uri("/login")).bodyText().doesNotContain("/set-up");
    }

    @Test
    void userNamesDiffer(CapturedOutput output) {
        String code = code(output);
        people = List.of(people.get(0), people.get(0), people.get(2), people.get(3));
        refused("account.username.taken", code);
    }

    private void refused(String reason, String code) {
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(
                        () -> setUp.setUp(code, "192.0.2.32", UnitKind.PARTY_COMMITTEE, "第" + number + "卫生院党委", people))
                .extracting(RuleViolationException::code)
                .isEqualTo(reason);
    }
}
