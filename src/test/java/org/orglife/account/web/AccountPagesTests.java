package org.orglife.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.People.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.FullApplicationTest;
import org.orglife.People;
import org.orglife.Statements;
import org.orglife.account.AccountFilter;
import org.orglife.account.AccountQuery;
import org.orglife.account.AccountSort;
import org.orglife.account.SignInService;
import org.orglife.account.SignedInUser;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.PositionKind;
import org.orglife.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@FullApplicationTest
class AccountPagesTests {

    @Autowired
    MockMvcTester pages;

    @Autowired
    AccountQuery accounts;

    @Autowired
    SignInService signIn;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private OrgUnit branch;
    private SignedInUser system;
    private SignedInUser security;

    @BeforeEach
    void twoOfficersAndABranch() {
        branch = people.branch(
                people.committee(), "影像科第" + UUID.randomUUID().toString().substring(0, 6) + "党支部");
        people.member(branch, "钟灵");
        people.seated(branch, "毓秀", PositionKind.SECRETARY);
        system = people.user(Role.SYS_ADMIN, null, null, "系统管理员");
        security = people.user(Role.SEC_ADMIN, null, null, "安全管理员");
    }

    private MvcTestResult get(SignedInUser user, String address, Object... values) {
        return pages.get().uri(address, values).with(by(user)).exchange();
    }

    private MvcTestResult post(SignedInUser user, String address, String... fields) {
        var request = pages.post().uri(address).with(by(user)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    private long opening() {
        return jdbc.sql("select max(id) from account_opening where unit_id = :unit")
                .param("unit", branch.getId())
                .query(Long.class)
                .single();
    }

    @Test
    void fromTheListOfMembersToTheSlipInTheHand() throws Exception {
        assertThat(get(system, "/openings/new")).hasStatusOk().bodyText().contains("批量开通账号");
        assertThat(get(system, "/openings/new?q={name}", branch.getName()))
                .bodyText()
                .contains("/openings/new?unit=" + branch.getId(), "2 名党员");
        assertThat(get(system, "/openings/new?unit={id}", branch.getId()))
                .bodyText()
                .contains("将给 1 个支部的 2 名党员开通账号", "钟灵", "毓秀");
        assertThat(post(system, "/openings", "unit", String.valueOf(branch.getId())))
                .redirectedUrl()
                .isEqualTo("/openings");
        assertThat(get(system, "/openings")).bodyText().contains(branch.getName(), "待审批", "审批后打印");
        assertThat(get(system, "/accounts?state=PENDING&q={name}", branch.getName()))
                .bodyText()
                .contains("钟灵", "zhongling");

        assertThat(get(security, "/approvals")).bodyText().contains(branch.getName());
        assertThat(get(security, "/approvals/{id}", opening())).bodyText().contains("钟灵", "支部书记", "同意开通这 2 个账号？");
        assertThat(post(security, "/approvals/" + opening() + "/approve"))
                .redirectedUrl()
                .isEqualTo("/approvals");

        MvcTestResult slips = post(system, "/openings/" + opening() + "/slips");
        assertThat(slips).hasStatusOk().bodyText().contains("钟灵 同志", "密码只显示这一次", "<path d=\"M");
        String page = slips.getResponse().getContentAsString();
        Matcher password = Pattern.compile("<dd>([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})</dd>")
                .matcher(page);
        Matcher username = Pattern.compile("<dd>([a-z]+[0-9]*)</dd>").matcher(page);
        assertThat(password.find() && username.find()).isTrue();
        assertThat(signIn.signIn(username.group(1), password.group(1), "192.0.2.40"))
                .isPresent();
        assertThat(slips.getResponse().getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void aRejectedListSaysSo() {
        post(system, "/openings", "unit", String.valueOf(branch.getId()), "seated", "true");
        post(security, "/approvals/" + opening() + "/reject");
        assertThat(get(security, "/approvals/{id}", opening())).bodyText().contains("没有同意", "这批账号没有同意开通");
        assertThat(post(system, "/openings/" + opening() + "/slips"))
                .hasStatus(409)
                .bodyText()
                .contains("这批账号还没有审批同意，不能打印登录条");
    }

    @Test
    @DisplayName("T-IDEM-01: a double click asks once")
    void aDoubleClickAsksOnce() {
        String once = UUID.randomUUID().toString();
        for (int click = 0; click < 2; click++) {
            assertThat(post(system, "/openings", "unit", String.valueOf(branch.getId()), "_once", once))
                    .redirectedUrl()
                    .isEqualTo("/openings");
        }
        assertThat(jdbc.sql("select count(*) from account_opening where unit_id = :unit")
                        .param("unit", branch.getId())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aSingleAccountIsAskedForWithWordsBesideEachField() {
        assertThat(get(system, "/openings/single")).hasStatusOk().bodyText().contains("开通单个账号");
        assertThat(post(system, "/openings/single", "name", "周 正", "username", "周正", "unitId", "x"))
                .hasStatus(422)
                .bodyText()
                .contains("用户名要用小写字母开头", "请从列表里选", "value=\"周 正\"", "value=\"周正\"");
        assertThat(post(
                        system,
                        "/openings/single",
                        "name",
                        "周正",
                        "username",
                        "zhou" + branch.getId(),
                        "unitId",
                        String.valueOf(branch.getId())))
                .redirectedUrl()
                .isEqualTo("/openings");
        assertThat(get(security, "/approvals/{id}", opening())).bodyText().contains("周正", "工作人员");
    }

    @Test
    void anAccountHasItsPageItsDrawerAndItsQuestions() {
        post(system, "/openings", "unit", String.valueOf(branch.getId()));
        post(security, "/approvals/" + opening() + "/approve");
        long id = accounts.ofOpening(opening(), system.scope(), 1, 0).get(0).id();
        assertThat(get(system, "/accounts/{id}?ask=password", id))
                .bodyText()
                .startsWith("<!doctype html>")
                .contains("发一次性密码？", "停用账号");
        assertThat(pages.get()
                        .uri("/accounts/{id}", id)
                        .with(by(system))
                        .header("HX-Request", "true")
                        .header("HX-Target", "drawer"))
                .bodyText()
                .doesNotContain("<html")
                .contains("drawer-title");
        assertThat(post(system, "/accounts/" + id + "/disable")).redirectedUrl().isEqualTo("/accounts");
        assertThat(get(system, "/accounts?state=DISABLED&q={name}", branch.getName()))
                .bodyText()
                .contains("恢复账号");
        assertThat(post(system, "/accounts/" + id + "/one-time-password"))
                .hasStatus(409)
                .bodyText()
                .contains("现在的状态不能这样办");
        assertThat(post(system, "/accounts/" + id + "/enable")).hasStatus3xxRedirection();
        assertThat(post(system, "/accounts/" + id + "/one-time-password"))
                .hasStatusOk()
                .bodyText()
                .contains("密码只显示这一次");
        assertThat(get(system, "/accounts/999999999")).hasStatus(404);
    }

    @Test
    void rolesAreGrantedAndTakenBackWithWords() {
        post(system, "/openings", "unit", String.valueOf(branch.getId()));
        post(security, "/approvals/" + opening() + "/approve");
        long id = accounts.ofOpening(opening(), system.scope(), 1, 0).get(0).id();
        assertThat(get(security, "/roles/new")).hasStatusOk().bodyText().contains("授予谁？");
        assertThat(get(security, "/roles/new?q={name}", branch.getName()))
                .bodyText()
                .contains("/roles/new?account=" + id);
        assertThat(get(security, "/roles/new?account={id}", id))
                .hasStatusOk()
                .bodyText()
                .contains("督导组")
                .doesNotContain("value=\"SYS_ADMIN\"");
        String account = String.valueOf(id);
        String unit = String.valueOf(branch.getId());
        assertThat(post(security, "/roles", "account", account, "from", "2023-10-20"))
                .hasStatus(422)
                .bodyText()
                .contains("请选择身份");
        assertThat(post(security, "/roles", "account", account, "role", "LEADER", "unitId", unit, "from", "2023-10-20"))
                .hasStatus(422)
                .bodyText()
                .contains("请选择上级组织");
        assertThat(post(security, "/roles", "account", account, "role", "SYS_ADMIN", "from", "2023-02-31"))
                .hasStatus(422)
                .bodyText()
                .contains("没有这个日期", "value=\"2023-02-31\"");
        assertThat(post(security, "/roles", "account", account, "role", "SYS_ADMIN", "from", "2023-10-20"))
                .hasStatus(422)
                .bodyText()
                .contains("系统、安全、审计三员互不兼任");
        assertThat(post(
                        security,
                        "/roles",
                        "account",
                        account,
                        "role",
                        "SUPERVISOR",
                        "unitId",
                        unit,
                        "from",
                        "2023-10-20"))
                .redirectedUrl()
                .isEqualTo("/roles");
        assertThat(get(security, "/roles?role=SUPERVISOR&q={name}", branch.getName()))
                .bodyText()
                .contains("督导组身份？", "共 1 条");
        long granted = jdbc.sql("select id from role_assignment where account_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
        assertThat(post(security, "/roles/" + granted + "/revoke"))
                .redirectedUrl()
                .isEqualTo("/roles");
        assertThat(post(security, "/roles/" + granted + "/revoke")).hasStatus(409);
    }

    @Test
    void theSecretarySeesThePlainMembersOfTheOwnBranch() {
        post(system, "/openings", "unit", String.valueOf(branch.getId()));
        post(security, "/approvals/" + opening() + "/approve");
        SignedInUser secretary = people.user(Role.SECRETARY, branch, null, "书记");
        assertThat(get(secretary, "/member-accounts"))
                .hasStatusOk()
                .bodyText()
                .contains("钟灵")
                .doesNotContain("毓秀");
        long id = accounts.plainMembers(secretary.scope(), 1).get(0).id();
        assertThat(post(secretary, "/member-accounts/" + id + "/one-time-password"))
                .hasStatusOk()
                .bodyText()
                .contains("钟灵 同志");
        SignedInUser stranger = people.user(Role.SECRETARY, people.branch(people.committee(), "别的党支部"), null, "书记");
        assertThat(post(stranger, "/member-accounts/" + id + "/one-time-password"))
                .hasStatus(404);
    }

    @Test
    void aListTakesAFixedNumberOfStatements() {
        for (int more = 0; more < 2; more++) {
            Statements.reset();
            accounts.rows(AccountFilter.ALL, AccountSort.UNIT, system.scope(), 50, 0);
            accounts.count(AccountFilter.ALL, system.scope());
            accounts.states(system.scope());
            assertThat(Statements.count())
                    .as(() -> Statements.texts().toString())
                    .isEqualTo(3);
            List.of("甲", "乙", "丙").forEach(name -> people.user(Role.PARTY_OFFICE, branch, null, name));
        }
    }
}
