package org.orglife.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.hidden;
import static org.orglife.Pages.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Preparation;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepRow;
import org.orglife.campaign.StepState;
import org.orglife.organisation.Member;
import org.orglife.organisation.MemberFlag;
import org.orglife.shared.BranchScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who is expected at a meeting: confirmed in one touch, asked for again when somebody joins or leaves. */
@FullApplicationTest
class ExpectedListTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    BranchTaskService tasks;

    @Autowired
    Preparation preparation;

    @Autowired
    Pages pages;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private String list;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
        list = "/tasks/" + branch.task() + "/expected";
    }

    private MvcTestResult confirm(SignedInUser user) {
        return pages.post(user, list + "/confirm", "mark", hidden(pages.get(user, list), "mark"));
    }

    private MvcTestResult exclude(String... differing) {
        List<String> fields = new ArrayList<>(List.of(
                "memberId", String.valueOf(memberOf(branch.colleague())),
                "reason", "BEDRIDDEN",
                "consentNumber", "院党组〔2023〕8号",
                "consentOn", "2023-10-10",
                "decidedOn", "2023-10-16"));
        for (int at = 0; at < differing.length; at += 2) {
            int known = fields.indexOf(differing[at]);
            if (known < 0) {
                fields.addAll(Arrays.asList(differing).subList(at, at + 2));
            } else {
                fields.set(known + 1, differing[at + 1]);
            }
        }
        return pages.post(branch.secretary(), list + "/exclusions", fields.toArray(new String[0]));
    }

    private StepRow step() {
        return row(StepCode.EXPECTED_LIST);
    }

    private StepRow row(StepCode code) {
        BranchScope scope = branch.secretary().scope();
        return preparation.row(tasks.get(branch.task(), scope), code, scope);
    }

    private List<Object> counts(StepCode code) {
        return Objects.requireNonNull(row(code).progress()).arguments();
    }

    private int figure(String column) {
        return jdbc.sql("select " + column + " from task_figures where task_id = :task")
                .param("task", branch.task())
                .query(Integer.class)
                .single();
    }

    private void standing(Member member, String standing) {
        jdbc.sql("update member set standing = :standing where id = :id")
                .param("standing", standing)
                .param("id", member.getId())
                .update();
    }

    @Test
    @DisplayName("T-EXP-01: prefilled from the roster, confirmed in one touch; who is out of contact does not count")
    void confirmedInOneTouch() {
        standing(people.member(branch.unit(), "失联人"), "OUT_OF_CONTACT");
        standing(people.member(branch.unit(), "察看人"), "ON_PROBATION_PENALTY");
        people.member(branch.unit(), "行动不便人", MemberFlag.CARE);
        assertThat(step().state()).isEqualTo(StepState.NOT_STARTED);
        assertThat(words(pages.get(branch.secretary(), list)))
                .contains("应到 10 人，其中有表决权 9 人", "待确认", "行动不便，不要求到会", "失联人（失联）");
        assertThat(confirm(branch.secretary())).hasStatus3xxRedirection();
        assertThat(step().state()).isEqualTo(StepState.DONE);
        assertThat(counts(StepCode.EXPECTED_LIST)).containsExactly(10, 9);
        assertThat(words(pages.get(branch.secretary(), list))).contains("已确认", "于光燕 今天");
        assertThat(figure("members")).isEqualTo(10);
        assertThat(words(pages.get(branch.secretary(), "/tasks/" + branch.task())))
                .contains("应到 10 人，有表决权 9 人");
    }

    @Test
    @DisplayName("T-EXP-02: somebody joins or leaves: it asks again and says what changed; until then the list counts")
    void asksAgain() {
        confirm(branch.secretary());
        people.member(branch.unit(), "新来的人");
        jdbc.sql("update membership set until_on = '2023-10-19', end_reason = 'TRANSFERRED_OUT' where member_id = :id")
                .param("id", memberOf(branch.colleague()))
                .update();
        assertThat(step().state()).isEqualTo(StepState.IN_PROGRESS);
        assertThat(counts(StepCode.EXPECTED_LIST)).containsExactly(1, 1, 0);
        assertThat(words(pages.get(branch.secretary(), list))).contains("名单有变动", "增加 新来的人", "减少 罗颖 已离开支部", "再次确认名单");
        assertThat(figure("members")).isEqualTo(8);
        confirm(branch.deputy());
        assertThat(step().state()).isEqualTo(StepState.DONE);
        assertThat(words(pages.get(branch.secretary(), list)))
                .contains("余庆清 今天")
                .doesNotContain("罗颖");
        pages.post(branch.secretary(), list + "/reopen");
        assertThat(step().state()).isEqualTo(StepState.NOT_STARTED);
    }

    @Test
    @DisplayName("a list that changed since it was read is not confirmed, a second click changes nothing")
    void onlyWhatWasRead() {
        String mark = hidden(pages.get(branch.secretary(), list), "mark");
        people.member(branch.unit(), "新来的人");
        MvcTestResult moved = pages.post(branch.secretary(), list + "/confirm", "mark", mark);
        assertThat(moved).hasStatus(409);
        assertThat(words(moved)).contains("名单刚刚有变动");
        String now = hidden(pages.get(branch.secretary(), list), "mark");
        pages.post(branch.secretary(), list + "/confirm", "mark", now);
        pages.post(branch.deputy(), list + "/confirm", "mark", now);
        assertThat(words(pages.get(branch.secretary(), list))).contains("于光燕 今天");
    }

    @Test
    @DisplayName("BR-05: left out only for a listed reason, with the superior's consent and a decision")
    void leavingOut() {
        MvcTestResult without = exclude("consentNumber", "", "consentOn", "", "decidedOn", "2023-10-21");
        assertThat(without).hasStatus(422);
        assertThat(words(without)).contains("有 3 处要改", "没有上级同意不能不计入应到", "请选择上级同意的日期", "日期晚于今天");
        assertThat(body(without)).contains("value=\"2023-10-21\"", "value=\"BEDRIDDEN\" checked");
        confirm(branch.secretary());
        assertThat(exclude()).hasStatus3xxRedirection();
        assertThat(words(pages.get(branch.secretary(), list)))
                .contains("应到 7 人", "减少 罗颖 不计入应到", "院党组〔2023〕8号", "党员大会 10月16日决定");
        assertThat(words(exclude())).contains("不在应到名单里");
        confirm(branch.secretary());
        assertThat(figure("members")).isEqualTo(7);
        assertThat(figure("talk_members")).isEqualTo(3);
        Branch other = branches.branch(branch.committee(), "急诊科党支部");
        assertThat(words(exclude("memberId", String.valueOf(memberOf(other.member())))))
                .contains("不在应到名单里");
        long exclusion = jdbc.sql("select id from expected_exclusion where task_id = :task")
                .param("task", branch.task())
                .query(Long.class)
                .single();
        assertThat(pages.post(
                        other.secretary(), "/tasks/" + other.task() + "/expected/exclusions/" + exclusion + "/delete"))
                .hasStatus(404);
        pages.post(branch.secretary(), list + "/exclusions/" + exclusion + "/delete");
        assertThat(counts(StepCode.EXPECTED_LIST)).containsExactly(1, 0, 0);
    }

    @Test
    @DisplayName("names are for the branch, reasons for its committee, numbers for superiors")
    void whoReadsWhat() {
        exclude();
        assertThat(words(pages.get(branch.organiser(), list))).contains("长期卧床");
        assertThat(words(pages.get(branch.assistant(), list))).contains("周静斌").doesNotContain("长期卧床", "罗颖");
        assertThat(words(pages.get(branch.member(), list))).contains("周静斌").doesNotContain("长期卧床", "罗颖", "确认名单");
        assertThat(words(pages.get(branch.office(), list)))
                .contains("应到 7 人", "不计入应到 1 人")
                .doesNotContain("周静斌", "长期卧床");
        Branch other = branches.branch(branch.committee(), "急诊科党支部");
        assertThat(pages.get(other.secretary(), list)).hasStatus(404);
        assertThat(pages.post(other.secretary(), list + "/confirm")).hasStatus(404);
    }

    @Test
    void nothingChangesAfterTheMeeting() {
        jdbc.sql("update branch_task set state = 'HELD' where id = :task")
                .param("task", branch.task())
                .update();
        assertThat(words(pages.post(branch.secretary(), list + "/confirm", "mark", "x")))
                .contains("会已经开过");
    }

    @Test
    @DisplayName("study is covered over the confirmed list too")
    void studyCounts() {
        pages.post(
                branch.organiser(),
                "/tasks/" + branch.task() + "/study",
                "mode",
                "COLLECTIVE",
                "heldOn",
                "2023-10-18",
                "topics",
                "党章",
                "absent",
                String.valueOf(memberOf(branch.colleague())));
        assertThat(counts(StepCode.STUDY_COVER)).containsExactly(7, 8);
        exclude();
        confirm(branch.secretary());
        assertThat(counts(StepCode.STUDY_COVER)).containsExactly(7, 7);
    }
}
