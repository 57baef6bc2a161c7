package org.orglife.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.words;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.Statements;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.PlanDetails;
import org.orglife.campaign.Preparation;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepPhase;
import org.orglife.campaign.StepRow;
import org.orglife.campaign.StepState;
import org.orglife.shared.BranchScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The heat map: what it shows of a branch is what the branch's own workspace shows. */
@FullApplicationTest
class StepBoardTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    BranchTaskService tasks;

    @Autowired
    Preparation preparation;

    @Autowired
    StepBoards boards;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
    }

    private List<StepCell> cells() {
        return boards.board(branch.campaign(), null, branch.office().scope())
                .rows()
                .get(0)
                .cells();
    }

    private StepCell cell(StepCode step) {
        return cells().stream().filter(cell -> cell.code() == step).findFirst().orElseThrow();
    }

    private List<String> workspace() {
        BranchScope scope = branch.secretary().scope();
        return tasks.steps(tasks.get(branch.task(), scope), scope).stream()
                .filter(row -> row.code().phase() == StepPhase.BEFORE && row.state() != StepState.NOT_REQUIRED)
                .map(StepBoardTests::line)
                .toList();
    }

    private static String line(StepRow row) {
        return row.code() + " " + row.state() + " "
                + (row.progress() == null
                        ? "0/0"
                        : row.progress().done() + "/" + row.progress().total());
    }

    private List<String> board() {
        return cells().stream()
                .map(cell -> cell.code() + " " + cell.state() + " " + cell.done() + "/" + cell.total())
                .toList();
    }

    @Test
    @DisplayName("every cell agrees with the branch's own workspace, whatever is done there")
    void cellsAreTheWorkspace() {
        assertThat(cell(StepCode.PLAN).state()).isEqualTo(StepState.NOT_STARTED);
        BranchScope secretary = branch.secretary().scope();
        People.actAs(branch.secretary());
        preparation.settle(
                branch.task(),
                null,
                new PlanDetails(
                        LocalDate.of(2023, 11, 20),
                        LocalTime.of(14, 30),
                        "会议室",
                        memberOf(branch.secretary()),
                        null,
                        null),
                Map.of(),
                false,
                secretary);
        assertThat(board()).isEqualTo(workspace());
        assertThat(cell(StepCode.PLAN).state()).isEqualTo(StepState.DONE);
        branches.raise(branch.secretary(), branch.task(), true, "等候时间长");
        branches.raise(branch.member(), branch.task(), false, "上班迟到");
        preparation.note(branch.task(), StepCode.COMM_MEETING, LocalDate.of(2023, 10, 19), secretary);
        preparation.waive(branch.task(), StepCode.STUDY, "学习另行安排", branch.secretary(), secretary);
        assertThat(board()).isEqualTo(workspace());
        assertThat(cell(StepCode.COMM_MEETING).state()).isEqualTo(StepState.DONE);
        assertThat(cell(StepCode.STUDY).state()).isEqualTo(StepState.WAIVED);
        assertThat(cell(StepCode.PROB_BRANCH).state()).isEqualTo(StepState.IN_PROGRESS);
    }

    @Test
    @DisplayName("what an earlier release has counted is still read")
    void countedEarlier() {
        jdbc.sql("""
                        update task_figures set steps = '{"STUDY": {"state": "DONE", "done": 1, "total": 0,
                          "code": "study.step.sessions", "arguments": [1], "gone": true}}' where task_id = :task
                        """).param("task", branch.task()).update();
        assertThat(pages.get(branch.secretary(), "/tasks/" + branch.task())).hasStatusOk();
        assertThat(cell(StepCode.STUDY).state()).isEqualTo(StepState.DONE);
    }

    @Test
    @DisplayName("a step past its date and not settled is late")
    void late() {
        assertThat(cell(StepCode.TALK).late()).isFalse();
        jdbc.sql("update step_definition set window_until = '2023-10-18' where campaign_id = :id and code = 'TALK'")
                .param("id", branch.campaign())
                .update();
        assertThat(cell(StepCode.TALK).late()).isTrue();
        assertThat(words(pages.get(branch.office(), "/campaigns/" + branch.campaign() + "/steps")))
                .contains("会前各步骤进度", "呼吸内科党支部", "超期");
    }

    @Test
    @DisplayName("three statements, however many branches there are")
    void threeStatements() {
        Statements.reset();
        cells();
        assertThat(Statements.texts()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void onlyTheBranchesThatLackAStep() {
        People.actAs(branch.secretary());
        assertThat(words(pages.get(branch.office(), "/campaigns/" + branch.campaign() + "/steps?lacking=TALK")))
                .contains("“谈心谈话”还没有办完的支部，1 个");
        Branch foreign = branches.branch("骨科党支部");
        assertThat(pages.get(foreign.office(), "/campaigns/" + branch.campaign() + "/steps"))
                .hasStatus(404);
    }
}
