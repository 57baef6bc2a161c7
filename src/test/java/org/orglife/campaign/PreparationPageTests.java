package org.orglife.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.account.SignedInUser;
import org.orglife.rectification.ItemState;
import org.orglife.shared.BranchScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The plan of a branch, its steps, and what it still lacks before it may meet. */
@FullApplicationTest
class PreparationPageTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    BranchTaskService tasks;

    @Autowired
    Preparation preparation;

    @Autowired
    Pages pages;

    private Branch branch;
    private String task;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
        task = "/tasks/" + branch.task();
    }

    private MvcTestResult settle(SignedInUser user, String... differing) {
        List<String> fields = new ArrayList<>(List.of(
                "meetingOn", "2023-11-20",
                "startsAt", "14:30",
                "place", "呼吸内科会议室",
                "chairId", String.valueOf(memberOf(branch.secretary())),
                "recorderId", "",
                "lateReason", "",
                "steps[0].code", "TALK",
                "steps[0].ownerId", String.valueOf(memberOf(branch.organiser())),
                "steps[0].until", ""));
        for (int at = 0; at < differing.length; at += 2) {
            int known = fields.indexOf(differing[at]);
            if (known < 0) {
                fields.addAll(Arrays.asList(differing).subList(at, at + 2));
            } else {
                fields.set(known + 1, differing[at + 1]);
            }
        }
        return pages.post(user, task + "/plan", fields.toArray(new String[0]));
    }

    private StepRow step(StepCode code) {
        BranchScope scope = branch.secretary().scope();
        return preparation.row(tasks.get(branch.task(), scope), code, scope);
    }

    private BranchTaskState state() {
        return tasks.get(branch.task(), branch.secretary().scope()).getState();
    }

    @Test
    @DisplayName("T-PREP-01: day, place and people once; the steps are counted back from the day")
    void thePlanCountsBack() {
        assertThat(words(pages.get(branch.secretary(), task))).contains("先定方案和开会时间");
        assertThat(body(pages.get(branch.secretary(), task + "/plan"))).contains("value=\"14:30\"");
        assertThat(redirect(settle(branch.secretary()))).isEqualTo(task);
        assertThat(words(pages.get(branch.secretary(), task)))
                .contains("11月20日（周一） 14:30", "呼吸内科会议室", "主持人 于光燕")
                .doesNotContain("先定方案和开会时间");
        assertThat(step(StepCode.PLAN).state()).isEqualTo(StepState.DONE);
        // the superior's own last day, 10-31, is earlier than the day before the meeting
        assertThat(step(StepCode.TALK).until()).isEqualTo(LocalDate.of(2023, 10, 31));
        assertThat(step(StepCode.TALK).plan()).isNotNull();
        assertThat(state()).isEqualTo(BranchTaskState.PREPARING);
    }

    @Test
    void whatIsWrongComesBackWithEverythingTyped() {
        MvcTestResult past = settle(branch.secretary(), "meetingOn", "2023-10-19", "place", "");
        assertThat(past).hasStatus(422);
        assertThat(words(past)).contains("有 2 处要改", "开会日期早于今天", "请填写地点");
        assertThat(body(past)).contains("value=\"2023-10-19\"");
        MvcTestResult late = settle(branch.secretary(), "meetingOn", "2023-12-10");
        assertThat(late).hasStatus(422);
        assertThat(words(late)).contains("晚于上级要求的期限");
        assertThat(settle(branch.secretary(), "meetingOn", "2023-12-10", "lateReason", "书记住院"))
                .hasStatus3xxRedirection();
        assertThat(words(pages.get(branch.office(), task))).contains("晚于上级期限开会，理由：书记住院");
    }

    @Test
    @DisplayName("no step that must be done may end on the day of the meeting")
    void windowsEndBeforeTheMeeting() {
        MvcTestResult late = settle(branch.secretary(), "steps[0].until", "2023-11-20");
        assertThat(late).hasStatus(422);
        assertThat(words(late)).contains("必做的步骤要在开会前一天办完");
        assertThat(settle(branch.secretary(), "steps[0].until", "2023-11-10")).hasStatus3xxRedirection();
        assertThat(step(StepCode.TALK).until()).isEqualTo(LocalDate.of(2023, 11, 10));
    }

    @Test
    void twoWhoSettleAtOnceSeeBothTexts() {
        settle(branch.secretary());
        MvcTestResult second = settle(branch.deputy(), "place", "二楼会议室");
        assertThat(second).hasStatus(409);
        assertThat(words(second)).contains("呼吸内科会议室");
    }

    @Test
    @DisplayName("T-PREP-02: gate G1 asks for every step that must be done, or for a reason the superior reads")
    void theGate() {
        settle(branch.secretary());
        assertThat(words(pages.get(branch.secretary(), task))).contains("还差什么才能开会", "支委会查摆问题");
        assertThat(words(pages.post(branch.secretary(), task + "/ready"))).contains("必做的步骤还差");
        for (StepRow row : tasks.steps(
                tasks.get(branch.task(), branch.secretary().scope()),
                branch.secretary().scope())) {
            if (row.isMissing() && row.isMust()) {
                String address = task + "/steps/" + row.code();
                assertThat(pages.post(branch.secretary(), address + "/waive", "reason", " "))
                        .hasStatus(422);
                assertThat(pages.post(branch.secretary(), address + "/waive", "reason", "上级另有安排"))
                        .hasStatus3xxRedirection();
            }
        }
        assertThat(redirect(pages.post(branch.secretary(), task + "/ready"))).isEqualTo(task);
        assertThat(state()).isEqualTo(BranchTaskState.READY);
        assertThat(words(pages.get(branch.office(), task))).contains("说明理由后放行", "上级另有安排", "于光燕");
        pages.post(branch.secretary(), task + "/reopen");
        assertThat(state()).isEqualTo(BranchTaskState.PREPARING);
    }

    @Test
    void whatIsDoneOutsideIsNotedByHandAndWhatIsCountedIsNot() {
        settle(branch.secretary());
        assertThat(words(pages.post(branch.organiser(), task + "/steps/KICKOFF/done", "on", "2023-10-21")))
                .contains("晚于今天");
        assertThat(pages.post(branch.organiser(), task + "/steps/KICKOFF/done", "on", "2023-10-18"))
                .hasStatus3xxRedirection();
        assertThat(step(StepCode.KICKOFF).state()).isEqualTo(StepState.DONE);
        pages.post(branch.organiser(), task + "/steps/KICKOFF/undone");
        assertThat(step(StepCode.KICKOFF).state()).isEqualTo(StepState.NOT_STARTED);
        assertThat(words(pages.post(branch.organiser(), task + "/steps/PROB_BRANCH/done", "on", "2023-10-18")))
                .contains("由系统按记录自动统计");
    }

    @Test
    void aBranchAddsStepsOfItsOwn() {
        assertThat(pages.post(branch.secretary(), task + "/own-steps", "title", ""))
                .hasStatus(422);
        pages.post(branch.secretary(), task + "/own-steps", "title", "走访两户老党员", "until", "2023-11-01");
        assertThat(words(pages.get(branch.member(), task))).contains("走访两户老党员", "11月1日前");
        long own = preparation
                .ownSteps(branch.task(), branch.secretary().scope())
                .get(0)
                .getId();
        pages.post(branch.assistant(), task + "/own-steps/" + own + "/done");
        assertThat(preparation
                        .ownSteps(branch.task(), branch.secretary().scope())
                        .get(0)
                        .getDoneOn())
                .isEqualTo(LocalDate.of(2023, 10, 20));
        pages.post(branch.secretary(), task + "/own-steps/" + own + "/drop");
        assertThat(preparation.ownSteps(branch.task(), branch.secretary().scope()))
                .isEmpty();
    }

    @Test
    @DisplayName("another branch's task is not found, and only those who lead the branch settle things")
    void rights() {
        Branch other = branches.branch(branch.committee(), "急诊科党支部");
        assertThat(pages.get(other.secretary(), task + "/plan")).hasStatus(404);
        assertThat(pages.post(other.secretary(), task + "/ready")).hasStatus(404);
        assertThat(settle(branch.organiser())).hasStatus(403);
        branches.item(branch, ItemState.PLANNED);
        assertThat(pages.get(branch.member(), task + "/steps/TALK")).hasStatusOk();
    }
}
