package org.orglife.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;
import static org.orglife.Pages.hidden;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.redirectedId;
import static org.orglife.Pages.words;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.Statements;
import org.orglife.account.SignedInUser;
import org.orglife.organisation.Member;
import org.orglife.organisation.MemberDetails;
import org.orglife.organisation.MemberFlag;
import org.orglife.organisation.MemberKind;
import org.orglife.organisation.MemberService;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.Standing;
import org.orglife.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of the organisation and its roster, role by role. */
@FullApplicationTest
class OrganisationPageTests {

    /** Statements a page may send however long its list is; none of them belongs to a row. */
    private static final int FEW = 8;

    @Autowired
    Pages pages;

    @Autowired
    People people;

    @Autowired
    MemberService members;

    @Autowired
    JdbcClient jdbc;

    private OrgUnit committee;
    private OrgUnit branch;
    private OrgUnit other;
    private Member secretary;
    private Member plain;
    private Member foreign;
    private SignedInUser office;
    private SignedInUser asSecretary;

    @BeforeEach
    void anOrganisation() {
        committee = people.committee();
        branch = people.branch(committee, "呼吸内科党支部");
        other = people.branch(committee, "急诊科党支部");
        secretary = people.seated(branch, "于光燕", PositionKind.SECRETARY);
        plain = people.member(branch, "龚长莉", MemberFlag.MOBILE);
        foreign = people.member(other, "高庆安");
        office = people.office(committee);
        asSecretary = people.as(Role.SECRETARY, branch, secretary);
    }

    @AfterEach
    void nobodyActs() {
        SecurityContextHolder.clearContext();
    }

    private static int status(MvcTestResult result) {
        return result.getResponse().getStatus();
    }

    @Test
    void theOfficeSeesTheTreeAndABranchItself() {
        assertThat(words(pages.get(office, "/organisation"))).contains(committee.getName(), "呼吸内科党支部", "急诊科党支部", "于光燕");
        assertThat(words(pages.get(office, "/organisation?q={q}", "jzk")))
                .contains("急诊科党支部")
                .doesNotContain("呼吸内科党支部");
        assertThat(words(pages.get(office, "/organisation?q={q}", "没有的"))).contains("没有找到“没有的”");
        assertThat(redirect(pages.get(asSecretary, "/organisation"))).isEqualTo("/organisation/" + branch.getId());
        assertThat(words(pages.get(asSecretary, "/organisation/{id}", branch.getId())))
                .contains("呼吸内科党支部", "于光燕", "支部书记", "2021年1月1日起", "不足 3 人");
        assertThat(status(pages.get(asSecretary, "/organisation/{id}", other.getId())))
                .isEqualTo(404);
        assertThat(status(pages.get(asSecretary, "/organisation/{id}", committee.getId())))
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"LEADER", "SUPERVISOR", "DEPUTY", "COMMITTEE", "ASSISTANT", "GROUP_LEADER", "MEMBER"})
    void everybodySeesTheOwnBranchAndNoButtonThatIsNotHis(Role role) {
        SignedInUser user = people.user(role, branch, null, "某某");
        String page = body(pages.get(user, "/organisation/{id}", branch.getId()));
        assertThat(page).contains("于光燕").doesNotContain("/edit\"", "/move\"", "/dissolve", "/positions/");
        assertThat(page.contains("/members/" + secretary.getId())).isEqualTo(role.sitsOnCommittee());
        assertThat(status(pages.get(user, "/organisation/{id}", other.getId()))).isEqualTo(404);
    }

    @Test
    void aForeignMemberIsNotFound() {
        for (String address : new String[] {"/members/%d", "/members/%d/edit", "/members/%d/leave"}) {
            assertThat(status(pages.get(asSecretary, address.formatted(foreign.getId()))))
                    .as(address)
                    .isEqualTo(404);
            assertThat(status(pages.get(people.office(people.committee()), address.formatted(foreign.getId()))))
                    .as(address)
                    .isEqualTo(404);
        }
        assertThat(status(pages.post(asSecretary, "/members/" + foreign.getId(), "name", "x", "kind", "FULL")))
                .isEqualTo(404);
        assertThat(status(pages.post(asSecretary, "/members/" + foreign.getId() + "/phone")))
                .isEqualTo(404);
        assertThat(words(pages.get(asSecretary, "/members"))).contains("龚长莉").doesNotContain("高庆安");
        assertThat(words(pages.get(asSecretary, "/members?unit={unit}", other.getId())))
                .doesNotContain("高庆安");
        assertThat(words(pages.get(asSecretary, "/members?q={q}", "高庆安"))).contains("没有符合条件的党员", "清除筛选");
    }

    @Test
    void theListIsFilteredAndSortedByItsAddress() {
        assertThat(words(pages.get(office, "/members"))).contains("共 3 名党员", "高庆安", "于光燕", "支部书记");
        assertThat(words(pages.get(office, "/members?flag=MOBILE"))).contains("共 1 名党员", "龚长莉");
        assertThat(words(pages.get(office, "/members?q={q}", "gcl")))
                .contains("龚长莉")
                .doesNotContain("高庆安");
        assertThat(body(pages.get(office, "/members?sort=NAME"))).contains("aria-sort=\"ascending\"");
        assertThat(status(pages.get(office, "/members?kind=NONSENSE&unit=x&page=-1&sort=drop")))
                .as("what makes no sense counts as not there")
                .isEqualTo(200);
        assertThat(words(pages.get(office, "/members?left=true"))).contains("还没有人离开");
    }

    @Test
    void aNewMemberIsOneRecordHoweverOftenItIsSent() {
        String key = hidden(pages.get(asSecretary, "/members/new"), "_once");
        String[] form = {
            "_once",
            key,
            "branchId",
            String.valueOf(branch.getId()),
            "name",
            "安 娜",
            "kind",
            "PROBATIONARY",
            "from",
            "2023-10-01",
            "joinedOn",
            "2023-10-01",
            "flags",
            "CARE",
            "phone",
            "138 1234 5678"
        };
        long id = redirectedId(pages.post(asSecretary, "/members", form));
        assertThat(redirectedId(pages.post(asSecretary, "/members", form))).isEqualTo(id);
        assertThat(words(pages.get(asSecretary, "/members/{id}", id)))
                .contains("安娜", "预备党员", "没有表决权", "行动不便", "2023年10月1日起")
                .contains("138****5678")
                .doesNotContain("13812345678");
        assertThat(words(pages.get(office, "/members/{id}", id)))
                .contains("已登记，只有本支部能看")
                .doesNotContain("138****");
    }

    @Test
    void thePhoneIsShownToTheBranchAndNotedInTheTrail() {
        People.actAs(asSecretary);
        MemberDetails withPhone = new MemberDetails(
                null, "龚长莉", null, null, MemberKind.FULL, Standing.NORMAL, null, null, plain.getFlags(), "13987654321");
        members.change(plain.getId(), plain.getVersion(), null, withPhone, asSecretary.scope());
        SecurityContextHolder.clearContext();
        assertThat(redirect(pages.post(asSecretary, "/members/" + plain.getId() + "/phone")))
                .isEqualTo("/members/" + plain.getId());
        assertThat(jdbc.sql("select count(*) from audit_entry where object_id = :id and action like '%PHONE_SHOWN'")
                        .param("id", String.valueOf(plain.getId()))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(status(pages.post(office, "/members/" + plain.getId() + "/phone")))
                .isEqualTo(404);
        assertThat(jdbc.sql("select string_agg(encode(phone_sealed, 'escape'), '') from member where id = :id")
                        .param("id", plain.getId())
                        .query(String.class)
                        .single())
                .doesNotContain("13987654321");
    }

    @Test
    void aFormWithErrorsComesBackWithEverythingThatWasTyped() {
        MvcTestResult back = pages.post(
                asSecretary,
                "/members",
                "branchId",
                String.valueOf(branch.getId()),
                "name",
                "安娜",
                "kind",
                "PROBATIONARY",
                "from",
                "2023-10-01",
                "bornOn",
                "1999-01-02",
                "joinedOn",
                "2023-13-45",
                "fullOn",
                "2023-10-02",
                "code",
                "B<7>",
                "flags",
                "RETIRED",
                "phone",
                "12");
        assertThat(status(back)).isEqualTo(422);
        assertThat(body(back))
                .contains(
                        "value=\"安娜\"",
                        "value=\"1999-01-02\"",
                        "value=\"2023-10-02\"",
                        "value=\"2023-13-45\"",
                        "value=\"B&lt;7&gt;\"",
                        "value=\"12\"")
                .contains("value=\"PROBATIONARY\" checked", "value=\"RETIRED\" checked")
                .contains("没有这个日期");
    }

    @Test
    void unusualDatesAreAskedAboutOnce() {
        String[] form = {
            "branchId",
            String.valueOf(branch.getId()),
            "name",
            "安娜",
            "kind",
            "FULL",
            "from",
            "2023-10-01",
            "bornOn",
            "1999-01-02",
            "joinedOn",
            "2016-07-01"
        };
        MvcTestResult back = pages.post(asSecretary, "/members", form);
        assertThat(status(back)).isEqualTo(422);
        assertThat(words(back)).contains("入党时不满 18 岁", "已经核对，就这样保存");
        String[] sure = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(form), java.util.stream.Stream.of("sure", "true"))
                .toArray(String[]::new);
        assertThat(status(pages.post(asSecretary, "/members", sure))).isEqualTo(302);
    }

    @Test
    void aNewMemberNeedsAWholeNameAndIsAskedForHisDayOfJoining() {
        String[] short1 = {"branchId", String.valueOf(branch.getId()), "name", "安", "kind", "FULL", "from", "2023-10-01"
        };
        MvcTestResult refused = pages.post(asSecretary, "/members", short1);
        assertThat(status(refused)).isEqualTo(422);
        assertThat(words(refused)).contains("姓名至少两个字");
        String[] whole = short1.clone();
        whole[3] = "阿依·古丽";
        assertThat(words(pages.post(asSecretary, "/members", whole))).contains("没有填入党日期", "已经核对，就这样保存");
        String[] sure = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(whole), java.util.stream.Stream.of("sure", "true"))
                .toArray(String[]::new);
        assertThat(status(pages.post(asSecretary, "/members", sure))).isEqualTo(302);
    }

    @Test
    void somebodyOfTheSameNameIsAskedAbout() {
        String[] form = {
            "branchId",
            String.valueOf(branch.getId()),
            "name",
            "龚长莉",
            "kind",
            "FULL",
            "from",
            "2023-10-01",
            "joinedOn",
            "2010-07-01"
        };
        assertThat(words(pages.post(asSecretary, "/members", form))).contains("“呼吸内科党支部”已有一名龚长莉");
        String[] another = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(form), java.util.stream.Stream.of("another", "true"))
                .toArray(String[]::new);
        assertThat(status(pages.post(asSecretary, "/members", another))).isEqualTo(302);
    }

    @Test
    void aStaleEditShowsBothTexts() {
        String address = "/members/" + plain.getId();
        String version = hidden(pages.get(asSecretary, address + "/edit"), "version");
        assertThat(redirect(pages.post(
                        office, address, "version", version, "name", "龚长丽", "kind", "FULL", "standing", "NORMAL")))
                .isEqualTo(address);
        MvcTestResult stale = pages.post(
                asSecretary, address, "version", version, "name", "龚常莉", "kind", "PROBATIONARY", "flags", "CARE");
        assertThat(status(stale)).isEqualTo(409);
        assertThat(words(stale)).contains("龚常莉", "龚长丽", "预备党员", "正式党员", "行动不便", "用我写的");
    }

    @Test
    void aUnitIsSetUpDescribedMovedAndEnded() {
        MvcTestResult wrong = pages.post(
                office,
                "/organisation",
                "parentId",
                String.valueOf(committee.getId()),
                "kind",
                "BRANCH",
                "name",
                "急诊科党支部",
                "category",
                "医院");
        assertThat(status(wrong)).isEqualTo(422);
        assertThat(body(wrong)).contains("value=\"急诊科党支部\"", "value=\"医院\"", "已经有“急诊科党支部”");
        long general = redirectedId(pages.post(
                office,
                "/organisation",
                "parentId",
                String.valueOf(committee.getId()),
                "kind",
                "GENERAL_BRANCH",
                "name",
                "临床 第一党总支"));
        String address = "/organisation/" + branch.getId();
        assertThat(words(pages.post(asSecretary, address, "version", "0", "kind", "BRANCH", "name", "内科党支部")))
                .as("a branch does not describe itself")
                .contains("支部只管自己的党小组");
        assertThat(words(pages.get(office, address + "/move"))).contains("临床第一党总支");
        assertThat(status(pages.post(office, address + "/move"))).isEqualTo(422);
        assertThat(redirect(pages.post(office, address + "/move", "parentId", String.valueOf(general))))
                .isEqualTo(address);
        assertThat(words(pages.get(office, address))).contains("上级： 临床第一党总支");
        String version = hidden(pages.get(office, address + "/edit"), "version");
        String[] described = {
            "version",
            version,
            "kind",
            "BRANCH",
            "name",
            "呼吸内科党支部",
            "branchKind",
            "JOINT",
            "committeeElectedOn",
            "2020-01-01"
        };
        assertThat(redirect(pages.post(office, address, described))).isEqualTo(address);
        assertThat(words(pages.get(office, address))).contains("联合党支部", "任期到2023年1月1日", "任期已满");
        assertThat(status(pages.post(office, address, described)))
                .as("stale by now")
                .isEqualTo(409);
        assertThat(words(pages.post(office, address + "/dissolve", "on", "2023-10-20")))
                .contains("还有 2 名党员");
    }

    @Test
    void seatsAreFilledAndEmptied() {
        String address = "/organisation/" + branch.getId();
        assertThat(status(pages.get(asSecretary, address + "/positions/new")))
                .as("the office fills the committee")
                .isEqualTo(409);
        MvcTestResult wrong =
                pages.post(office, address + "/positions", "kind", "OTHER", "hold", "HELD", "from", "2023-10-01");
        assertThat(status(wrong)).isEqualTo(422);
        assertThat(words(wrong)).contains("请写明是什么委员", "请选择一名党员");
        String[] youth = {
            "kind",
            "OTHER",
            "title",
            "青年委员",
            "hold",
            "ACTING",
            "memberId",
            String.valueOf(plain.getId()),
            "from",
            "2023-10-01"
        };
        assertThat(redirect(pages.post(office, address + "/positions", youth))).isEqualTo(address);
        pages.post(office, address + "/positions", "kind", "DISCIPLINE", "hold", "VACANT", "from", "2023-10-01");
        assertThat(words(pages.get(asSecretary, address))).contains("青年委员", "临时负责", "纪检委员", "空缺");
        assertThat(words(pages.get(asSecretary, "/members"))).contains("青年委员");
        long seat = jdbc.sql("select id from position where unit_id = :unit and title = '青年委员'")
                .param("unit", branch.getId())
                .query(Long.class)
                .single();
        assertThat(status(pages.post(people.office(people.committee()), "/positions/" + seat + "/end")))
                .isEqualTo(404);
        assertThat(words(pages.post(asSecretary, "/positions/" + seat + "/end")))
                .contains("由党委办公室登记");
        assertThat(redirect(pages.post(office, "/positions/" + seat + "/end", "on", "2023-10-15")))
                .isEqualTo(address);
        assertThat(words(pages.get(asSecretary, address))).contains("历任 1 条", "2023年10月15日");
    }

    @Test
    void aMemberSeesWhatIsKeptOnHim() {
        SignedInUser member = people.as(Role.MEMBER, branch, plain);
        assertThat(words(pages.get(member, "/me/record"))).contains("龚长莉", "呼吸内科党支部", "1980年5月1日", "流动党员", "有表决权");
        assertThat(body(pages.get(member, "/me"))).contains("/me/record");
        assertThat(status(pages.get(office, "/me/record")))
                .as("nobody is behind the account")
                .isEqualTo(404);
        assertThat(status(pages.get(member, "/members"))).isEqualTo(403);
    }

    @Test
    void leavingAndTransferAreAskedForProperly() {
        String address = "/members/" + plain.getId();
        MvcTestResult missing = pages.post(asSecretary, address + "/leave", "on", "2019-01-01");
        assertThat(status(missing)).isEqualTo(422);
        assertThat(body(missing)).contains("请选择离开原因", "value=\"2019-01-01\"");
        assertThat(words(pages.post(asSecretary, address + "/leave", "on", "2019-01-01", "reason", "DECEASED")))
                .contains("日期早于他转入本支部的日期");
        assertThat(redirect(pages.post(
                        office,
                        address + "/transfer",
                        "branchId",
                        String.valueOf(other.getId()),
                        "on",
                        LocalDate.of(2023, 10, 1).toString())))
                .isEqualTo(address);
        assertThat(words(pages.get(office, address))).contains("急诊科党支部", "转到其他支部", "2023年9月30日");
        assertThat(status(pages.get(asSecretary, address))).isEqualTo(404);
    }

    @Test
    @DisplayName("whoever was enrolled by mistake is deleted; of whom something is recorded, he leaves")
    void whoWasEnrolledByMistake() {
        String address = "/members/" + plain.getId();
        assertThat(words(pages.get(asSecretary, address + "/leave"))).contains("录错了人");
        assertThat(words(pages.post(asSecretary, "/members/" + secretary.getId() + "/remove")))
                .contains("已经有记录", "办理离开");
        assertThat(pages.post(asSecretary, "/members/" + foreign.getId() + "/remove"))
                .hasStatus(404);
        assertThat(pages.post(asSecretary, address + "/remove")).hasStatus3xxRedirection();
        assertThat(pages.get(asSecretary, address)).hasStatus(404);
    }

    @Test
    void listsSendFewStatementsHoweverLongTheyAre() {
        for (int number = 0; number < 12; number++) {
            people.member(people.branch(committee, "第" + number + "党支部"), "党员甲" + number);
        }
        for (String address : new String[] {
            "/organisation",
            "/organisation?q=dzb",
            "/organisation/" + committee.getId(),
            "/organisation/" + branch.getId(),
            "/members",
            "/members?q=dyj&sort=NAME",
            "/members?left=true"
        }) {
            Statements.reset();
            assertThat(status(pages.follow(office, address))).as(address).isEqualTo(200);
            assertThat(Statements.count())
                    .as(() -> address + ": " + Statements.texts())
                    .isLessThanOrEqualTo(FEW);
        }
    }
}
