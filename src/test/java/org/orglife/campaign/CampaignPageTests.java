package org.orglife.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;
import static org.orglife.Pages.hidden;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.redirectedId;
import static org.orglife.Pages.words;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.TestClock;
import org.orglife.account.SignedInUser;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.UnitKind;
import org.orglife.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A campaign from the form to the desks of the branches. */
@FullApplicationTest
class CampaignPageTests {

    @Autowired
    Pages pages;

    @Autowired
    People people;

    @Autowired
    BranchesAtWork branches;

    @Autowired
    CampaignService campaigns;

    @Autowired
    JdbcClient jdbc;

    private OrgUnit committee;
    private OrgUnit first;
    private OrgUnit general;
    private OrgUnit second;
    private SignedInUser office;

    @BeforeEach
    void anOrganisation() {
        committee = people.committee();
        first = people.branch(committee, "急诊科党支部");
        general = people.unit(committee, UnitKind.GENERAL_BRANCH, "外科党总支");
        second = people.branch(general, "骨科党支部");
        office = people.office(committee);
    }

    private String[] form(String... differing) {
        List<String> fields = new ArrayList<>(List.of(
                "_once", UUID.randomUUID().toString(),
                "kind", "THEMATIC",
                "title", "2023年度专题组织生活会",
                "year", "2023",
                "docNumber", "院党发〔2023〕12号",
                "theme", "学思想、强党性",
                "requirementPhrase", "总要求",
                "basis", "上级通知",
                "meetingFrom", "2023-11-01",
                "meetingUntil", "2023-11-30",
                "reportDueOn", "",
                "branchAspects", "联系服务群众｜做了多少\n抓好自身建设",
                "memberAspects", "组织纪律",
                "studyItems", "党章｜必学"));
        for (int at = 0; at < differing.length; at += 2) {
            int place = fields.indexOf(differing[at]);
            if (place < 0) {
                fields.addAll(List.of(differing[at], differing[at + 1]));
            } else {
                fields.set(place + 1, differing[at + 1]);
            }
        }
        return fields.toArray(new String[0]);
    }

    private long draft(String... differing) {
        List<String> fields = new ArrayList<>(List.of(form(differing)));
        fields.addAll(List.of("another", "true"));
        return redirectedId(pages.post(office, "/campaigns", fields.toArray(new String[0])));
    }

    private List<String> tasks(long campaign) {
        return jdbc.sql("""
                        select u.name || ' ' || t.state from branch_task t join org_unit u on u.id = t.branch_id
                        where t.campaign_id = :campaign order by u.path
                        """).param("campaign", campaign).query(String.class).list();
    }

    private String state(long campaign) {
        return jdbc.sql("select state from campaign where id = :id")
                .param("id", campaign)
                .query(String.class)
                .single();
    }

    @Test
    @DisplayName("A second campaign of one title and year is asked about, with everything kept")
    void aNamesakeIsAskedAbout() {
        draft();
        MvcTestResult asked = pages.post(office, "/campaigns", form());
        assertThat(asked).hasStatus(422);
        assertThat(words(asked)).contains("本单位已经有一个2023年度的“2023年度专题组织生活会”", "学思想、强党性");
        draft();
        assertThat(jdbc.sql("select count(*) from campaign where issuer_id = :unit")
                        .param("unit", committee.getId())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("A draft says what is missing, and a refused issue comes back to it")
    void aDraftSaysWhatIsMissing() {
        long campaign = draft("meetingFrom", "", "meetingUntil", "");
        MvcTestResult page = pages.get(office, "/campaigns/{id}/notice", campaign);
        assertThat(words(page)).contains("下发以前，还要补上", "还没有填开会时间").doesNotContain("核对好了就可以下发");
        assertThat(body(page)).contains("/campaigns/" + campaign + "/edit#meetingFrom");
        MvcTestResult refused = pages.post(office, "/campaigns/" + campaign + "/issue");
        assertThat(refused).hasStatus(409);
        assertThat(words(refused)).contains("还没有填开会时间", "学思想、强党性", "下发给支部");
        assertThat(state(campaign)).isEqualTo("DRAFT");
    }

    @Test
    @DisplayName("A draft is the office's; issuing it gives every branch below its task")
    void aCampaignIsIssued() {
        long campaign = draft();
        SignedInUser secretary = people.as(Role.SECRETARY, first, people.seated(first, "高庆安", PositionKind.SECRETARY));
        assertThat(pages.get(secretary, "/campaigns/{id}/notice", campaign)).hasStatus(404);
        assertThat(tasks(campaign)).isEmpty();
        assertThat(words(pages.get(office, "/campaigns/{id}/notice", campaign)))
                .contains("2023年度专题组织生活会", "学思想、强党性", "联系服务群众", "组织纪律", "党章");
        pages.post(office, "/campaigns/" + campaign + "/issue");
        assertThat(tasks(campaign)).containsExactlyInAnyOrder("急诊科党支部 CREATED", "骨科党支部 CREATED");
        assertThat(state(campaign)).isEqualTo("ISSUED");
        assertThat(words(pages.get(secretary, "/campaigns/{id}/notice", campaign)))
                .contains("学思想、强党性");
        assertThat(pages.json(secretary, "/campaigns"))
                .bodyJson()
                .isLenientlyEqualTo(
                        "[{\"id\": %d, \"title\": \"2023年度专题组织生活会\", \"year\": 2023, \"state\": \"ISSUED\"}]"
                                .formatted(campaign));
        assertThat(jdbc.sql(
                                "select count(*) from task_figures f join branch_task t on t.id = f.task_id where t.campaign_id = :c")
                        .param("c", campaign)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(pages.post(office, "/campaigns/" + campaign + "/issue"))
                .as("issued once")
                .hasStatus(409);
        assertThat(tasks(campaign)).hasSize(2);
    }

    @Test
    @DisplayName("Targets narrow a campaign down; dissolved branches get none")
    void targetsAndDissolvedBranches() {
        long narrow = draft("targets", String.valueOf(general.getId()));
        pages.post(office, "/campaigns/" + narrow + "/issue");
        assertThat(tasks(narrow)).containsExactly("骨科党支部 CREATED");
        jdbc.sql("update org_unit set dissolved_on = '2023-01-01' where id = :id")
                .param("id", second.getId())
                .update();
        long wide = draft();
        pages.post(office, "/campaigns/" + wide + "/issue");
        assertThat(tasks(wide)).containsExactly("急诊科党支部 CREATED");
    }

    @Test
    void aCampaignThatReachesNobodyIsNotIssued() {
        OrgUnit lonely = people.committee();
        SignedInUser theirs = people.office(lonely);
        long campaign = redirectedId(pages.post(theirs, "/campaigns", form()));
        assertThat(pages.post(theirs, "/campaigns/" + campaign + "/issue")).hasStatus(409);
        assertThat(state(campaign)).isEqualTo("DRAFT");
    }

    @ParameterizedTest
    @DisplayName("Each mistake is named, and the form comes back with the rest")
    @CsvSource(delimiter = ';', textBlock = """
                    title;          '';                       请填写活动名称
                    year;           '';                       请填写年度
                    year;           1900;                     年度请填 1949 到 2100 之间的年份
                    branchAspects;  '';                       请至少写一个党支部对照方面
                    memberAspects;  '';                       请至少写一个党员对照方面
                    memberAspects;  '甲\\n甲';                有两个方面写得一样
                    meetingUntil;   2023-10-31;               结束日期早于开始日期
                    meetingUntil;   哪天;                     没有这个日期
                    """)
    void mistakesAreNamed(String field, String value, String sentence) {
        MvcTestResult answer = pages.post(office, "/campaigns", form(field, value.replace("\\n", "\n")));
        assertThat(answer).hasStatus(422);
        assertThat(words(answer)).contains(sentence, "学思想、强党性", "总要求");
        assertThat(body(answer))
                .contains("value=\"院党发〔2023〕12号\"")
                .contains("value=\"2023-11-01\"")
                .containsPattern("name=\"kind\" value=\"THEMATIC\" checked")
                .doesNotContainPattern("name=\"kind\" value=\"ANNUAL\" checked");
        assertThat(jdbc.sql("select count(*) from campaign where issuer_id = :id")
                        .param("id", committee.getId())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("A draft is edited with everything in its form; a stale edit shows both texts")
    void aDraftIsEdited() {
        long campaign = draft("targets", String.valueOf(general.getId()));
        MvcTestResult page = pages.get(office, "/campaigns/{id}/edit", campaign);
        assertThat(body(page))
                .contains("value=\"2023年度专题组织生活会\"")
                .containsPattern("name=\"kind\" value=\"THEMATIC\" checked")
                .containsPattern("name=\"targets\" value=\"" + general.getId() + "\" checked");
        String version = hidden(page, "version");
        assertThat(pages.post(office, "/campaigns/" + campaign, form("version", version, "theme", "新主题")))
                .hasStatus(302);
        MvcTestResult stale = pages.post(office, "/campaigns/" + campaign, form("version", version, "theme", "我的主题"));
        assertThat(stale).hasStatus(409);
        assertThat(words(stale)).contains("新主题", "我的主题");
        pages.post(office, "/campaigns/" + campaign + "/issue");
        assertThat(pages.get(office, "/campaigns/{id}/edit", campaign)).hasStatus(409);
        assertThat(pages.post(office, "/campaigns/" + campaign, form("version", "9", "theme", "晚了")))
                .hasStatus(409);
    }

    @Test
    @DisplayName("BR-07, BR-09: how many come at least and what a ballot needs are kept, and stand in the form")
    void whoHasToBeThere() {
        long usual = draft();
        assertThat(attendance(usual)).isEqualTo("HALF true");
        MvcTestResult page = pages.get(office, "/campaigns/{id}/edit", usual);
        assertThat(words(page)).contains("开会最少要到多少人", "应到会的一半", "应到会的三分之二", "应到会的95%", "到会党员超过应到会的一半，才进行民主测评");
        assertThat(body(page))
                .contains("name=\"policy.minAttendance\" value=\"HALF\" checked")
                .contains("name=\"policy.ballotNeedsQuorum\" value=\"true\" checked");
        String version = hidden(page, "version");
        String[] stricter =
                form("version", version, "policy.minAttendance", "TWO_THIRDS", "_policy.ballotNeedsQuorum", "on");
        assertThat(pages.post(office, "/campaigns/" + usual, stricter)).hasStatus(302);
        assertThat(attendance(usual)).isEqualTo("TWO_THIRDS false");
        assertThat(body(pages.get(office, "/campaigns/{id}/edit", usual)))
                .contains("name=\"policy.minAttendance\" value=\"TWO_THIRDS\" checked")
                .doesNotContain("name=\"policy.minAttendance\" value=\"HALF\" checked")
                .contains("name=\"policy.ballotNeedsQuorum\" value=\"true\"")
                .doesNotContain("name=\"policy.ballotNeedsQuorum\" value=\"true\" checked");
        assertThat(attendance(draft("policy.minAttendance", "NINETY_FIVE_PERCENT", "policy.ballotNeedsQuorum", "true")))
                .isEqualTo("NINETY_FIVE_PERCENT true");
    }

    @Test
    @DisplayName("What is answered by yes is ticked in the form, the rest is not")
    void switchesStandAsTheyAre() {
        long campaign = draft();
        String page = body(pages.get(office, "/campaigns/{id}/edit", campaign));
        for (String on : List.of("ballotNeedsQuorum", "probationaryBallot", "leadersGraded")) {
            assertThat(page).contains("name=\"policy." + on + "\" value=\"true\" checked");
        }
        for (String off : List.of("approvalBeforeMeeting", "preAssessment")) {
            assertThat(page)
                    .contains("name=\"policy." + off + "\" value=\"true\"")
                    .doesNotContain("name=\"policy." + off + "\" value=\"true\" checked");
        }
    }

    private String attendance(long campaign) {
        return jdbc.sql("select min_attendance || ' ' || ballot_needs_quorum from campaign where id = :id")
                .param("id", campaign)
                .query(String.class)
                .single();
    }

    @Test
    @DisplayName("Supplements come after issue only, and stand on the branch's page; they are not changed")
    void supplements() {
        long campaign = draft();
        String address = "/campaigns/" + campaign + "/supplements";
        assertThat(pages.post(office, address, "title", "补充通知", "body", "顺延一周"))
                .hasStatus(409)
                .bodyText()
                .contains("活动还没有下发");
        pages.post(office, "/campaigns/" + campaign + "/issue");
        assertThat(pages.post(office, address, "title", "", "body", "顺延一周")).hasStatus(422);
        assertThat(pages.post(office, address, "title", "补充通知", "body", "顺延一周")).hasStatus(302);
        SignedInUser secretary = people.as(Role.SECRETARY, first, people.seated(first, "高庆安", PositionKind.SECRETARY));
        long task = jdbc.sql("select id from branch_task where campaign_id = :c and branch_id = :b")
                .param("c", campaign)
                .param("b", first.getId())
                .query(Long.class)
                .single();
        assertThat(words(pages.get(secretary, "/tasks/{id}", task))).contains("补充通知");
        assertThat(words(pages.get(secretary, "/campaigns/{id}/notice", campaign)))
                .contains("补充通知", "顺延一周");
    }

    @Test
    @DisplayName("A draft can be thrown away, an issued campaign only called off")
    void deletingAndCancelling() {
        long campaign = draft();
        assertThat(redirect(pages.post(office, "/campaigns/" + campaign + "/delete")))
                .isEqualTo("/campaigns");
        assertThat(pages.get(office, "/campaigns/{id}/notice", campaign)).hasStatus(404);
        long issued = draft();
        pages.post(office, "/campaigns/" + issued + "/issue");
        assertThat(pages.post(office, "/campaigns/" + issued + "/delete")).hasStatus(409);
        assertThat(pages.post(office, "/campaigns/" + issued + "/cancel")).hasStatus(302);
        assertThat(state(issued)).isEqualTo("CANCELLED");
        assertThat(tasks(issued)).hasSize(2);
    }

    @Test
    @DisplayName("Another office neither sees nor changes it")
    void foreignCampaignsAreNotFound() {
        long campaign = draft();
        SignedInUser stranger = people.office(people.committee());
        assertThat(pages.get(stranger, "/campaigns/{id}/notice", campaign)).hasStatus(404);
        assertThat(pages.get(stranger, "/campaigns/{id}/edit", campaign)).hasStatus(404);
        for (String action : List.of("", "/issue", "/cancel", "/delete", "/supplements")) {
            assertThat(pages.post(stranger, "/campaigns/" + campaign + action, form("body", "文")))
                    .as(action)
                    .hasStatus(404);
        }
        MvcTestResult foreignTarget =
                pages.post(stranger, "/campaigns", form("targets", String.valueOf(first.getId())));
        assertThat(foreignTarget).hasStatus(404);
    }

    @Test
    @DisplayName("The first work of a branch begins its preparation and the campaign")
    void theFirstWorkBegins() {
        Branch branch = branches.branch("呼吸内科党支部");
        assertThat(tasks(branch.campaign())).containsExactly("呼吸内科党支部 CREATED");
        branches.raise(branch.secretary(), branch.task(), true, "等候时间长");
        assertThat(tasks(branch.campaign())).containsExactly("呼吸内科党支部 PREPARING");
        assertThat(state(branch.campaign())).isEqualTo("IN_PROGRESS");
    }

    @Test
    @DisplayName("The calendar moves a campaign on when the window of its meetings is over")
    void theCalendarMovesItOn() {
        long campaign = draft("meetingFrom", "2023-10-01", "meetingUntil", "2023-10-19");
        pages.post(office, "/campaigns/" + campaign + "/issue");
        campaigns.followCalendar();
        assertThat(state(campaign)).isEqualTo("REPORTING");
        long running = draft("meetingFrom", "2023-10-01", "meetingUntil", TestClock.TODAY.toString());
        pages.post(office, "/campaigns/" + running + "/issue");
        campaigns.followCalendar();
        assertThat(state(running)).isNotEqualTo("REPORTING");
    }

    @Test
    @DisplayName("A double click makes one draft")
    void aDoubleClickMakesOneDraft() {
        String[] form = form();
        assertThat(redirect(pages.post(office, "/campaigns", form)))
                .isEqualTo(redirect(pages.post(office, "/campaigns", form)));
        assertThat(jdbc.sql("select count(*) from campaign where issuer_id = :id")
                        .param("id", committee.getId())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
