package org.orglife.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.redirectedId;
import static org.orglife.Pages.words;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Preparation;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepRow;
import org.orglife.campaign.StepState;
import org.orglife.shared.BranchScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Recording a session by naming those who were not there, and what they make up for. */
@FullApplicationTest
class StudyPageTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    BranchTaskService tasks;

    @Autowired
    Preparation preparation;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
    }

    private MvcTestResult record(String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "mode", "COLLECTIVE", "heldOn", "2023-10-18", "topics", "党章；支部工作条例", "place", "", "hours", "1.5"));
        for (int at = 0; at < more.length; at += 2) {
            int known = more[at].equals("absent") ? -1 : fields.indexOf(more[at]);
            if (known >= 0) {
                fields.set(known + 1, more[at + 1]);
            } else {
                fields.addAll(List.of(more[at], more[at + 1]));
            }
        }
        return pages.post(branch.organiser(), "/tasks/" + branch.task() + "/study", fields.toArray(new String[0]));
    }

    private StepRow step(StepCode code) {
        BranchScope scope = branch.secretary().scope();
        return preparation.row(tasks.get(branch.task(), scope), code, scope);
    }

    private List<String> makeUps(long session) {
        return jdbc.sql("select make_up from study_attendance where session_id = :id and not present order by id")
                .param("id", session)
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName("T-STU-01: only those who were not there are named; they have something to make up for")
    void onlyTheAbsentAreNamed() {
        assertThat(body(pages.get(branch.organiser(), "/tasks/" + branch.task() + "/study/new")))
                .contains("周静斌", "罗颖");
        long session = redirectedId(record("absent", String.valueOf(memberOf(branch.member()))));
        assertThat(makeUps(session)).containsExactly("OPEN");
        assertThat(words(pages.get(branch.organiser(), "/study/" + session)))
                .contains("10月18日（周三）", "缺席 1 人", "周静斌", "待补学", "到会 7 人");
        assertThat(step(StepCode.STUDY).state()).isEqualTo(StepState.DONE);
        assertThat(step(StepCode.STUDY_COVER).state()).isEqualTo(StepState.IN_PROGRESS);
    }

    @Test
    @DisplayName("T-STU-02: the member says so himself, or confirms what his branch wrote down")
    void makingUp() {
        long session = redirectedId(record(
                "absent", String.valueOf(memberOf(branch.member())),
                "absent", String.valueOf(memberOf(branch.colleague()))));
        String mine = "/study/" + session + "/make-ups/" + memberOf(branch.member());
        assertThat(words(pages.post(branch.colleague(), mine))).contains("只有支部委员会成员");
        assertThat(words(pages.post(branch.member(), mine, "on", "2023-10-17"))).contains("早于学习日期");
        assertThat(redirect(pages.post(branch.member(), mine, "way", "ONLINE"))).isEqualTo("/study/" + session);
        String other = "/study/" + session + "/make-ups/" + memberOf(branch.colleague());
        pages.post(branch.organiser(), other, "way", "PHONE");
        assertThat(makeUps(session)).containsExactlyInAnyOrder("CONFIRMED", "DONE");
        pages.post(branch.colleague(), "/study/" + session + "/make-ups/confirm");
        assertThat(makeUps(session)).containsOnly("CONFIRMED");
        assertThat(step(StepCode.STUDY_COVER).state()).isEqualTo(StepState.DONE);
        assertThat(words(pages.post(
                        branch.organiser(), "/study/" + session + "/make-ups/" + memberOf(branch.secretary()))))
                .contains("不用补学");
    }

    @Test
    @DisplayName("a member reads of himself who was not there, the office the number")
    void whoReadsWhat() {
        long session = redirectedId(record(
                "absent", String.valueOf(memberOf(branch.member())),
                "absent", String.valueOf(memberOf(branch.colleague()))));
        assertThat(words(pages.get(branch.member(), "/study/" + session)))
                .contains("缺席 2 人", "周静斌")
                .doesNotContain("罗颖");
        assertThat(words(pages.get(branch.office(), "/study/" + session)))
                .contains("缺席 2 人", "已补学或不作要求 0 人")
                .doesNotContain("周静斌", "罗颖");
        assertThat(words(pages.get(branch.office(), "/tasks/" + branch.task() + "/study")))
                .doesNotContain("周静斌");
        Branch other = branches.branch(branch.committee(), "急诊科党支部");
        assertThat(pages.get(other.secretary(), "/study/" + session)).hasStatus(404);
        assertThat(pages.post(other.secretary(), "/study/" + session + "/delete"))
                .hasStatus(404);
    }

    @Test
    void whatIsWrongComesBack() {
        MvcTestResult wrong = record("heldOn", "2023-10-21", "topics", "", "hours", "25");
        assertThat(wrong).hasStatus(422);
        assertThat(words(wrong)).contains("日期晚于今天", "请写学了什么", "学时请填 0.1 到 24 的数");
        assertThat(body(wrong)).contains("value=\"25\"");
        Branch other = branches.branch(branch.committee(), "急诊科党支部");
        assertThat(words(record("absent", String.valueOf(memberOf(other.member())))))
                .contains("不在本支部");
    }

    @Test
    void correctingKeepsWhatWasMadeUp() {
        String absent = String.valueOf(memberOf(branch.member()));
        long session = redirectedId(record("absent", absent));
        pages.post(branch.member(), "/study/" + session + "/make-ups/" + absent);
        assertThat(pages.post(
                        branch.organiser(),
                        "/study/" + session,
                        "mode",
                        "SEMINAR",
                        "heldOn",
                        "2023-10-17",
                        "topics",
                        "党章",
                        "version",
                        version(session),
                        "absent",
                        absent,
                        "absent",
                        String.valueOf(memberOf(branch.colleague()))))
                .hasStatus3xxRedirection();
        assertThat(makeUps(session)).containsExactlyInAnyOrder("CONFIRMED", "OPEN");
        assertThat(pages.post(
                        branch.organiser(),
                        "/study/" + session,
                        "mode",
                        "SEMINAR",
                        "heldOn",
                        "2023-10-17",
                        "topics",
                        "旧文字",
                        "version",
                        "0"))
                .hasStatus(409);
    }

    private String version(long session) {
        return jdbc.sql("select version from study_session where id = :id")
                .param("id", session)
                .query(String.class)
                .single();
    }

    @Test
    void aDoubleClickMakesOneSession() {
        String once = UUID.randomUUID().toString();
        assertThat(redirect(record("_once", once))).isEqualTo(redirect(record("_once", once)));
        assertThat(jdbc.sql("select count(*) from study_session where task_id = :task")
                        .param("task", branch.task())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoeverCannotMoveIsAskedNothing() {
        jdbc.sql("update member set care = true where id = :id")
                .param("id", memberOf(branch.member()))
                .update();
        long session = redirectedId(record("absent", String.valueOf(memberOf(branch.member()))));
        assertThat(makeUps(session)).containsExactly("WAIVED");
        pages.post(branch.organiser(), "/study/" + session + "/make-ups/" + memberOf(branch.member()) + "/ask");
        assertThat(makeUps(session)).containsExactly("OPEN");
        pages.post(branch.organiser(), "/study/" + session + "/delete");
        assertThat(makeUps(session)).isEmpty();
    }
}
