package org.orglife.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;
import static org.orglife.Pages.words;
import static org.orglife.TestClock.TODAY;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is recorded in which month and quarter, of one branch and of all. */
@FullApplicationTest
class RoutinePeriodsTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    RoutinePeople people;

    @Autowired
    RoutinePeriods periods;

    @Autowired
    RoutineBoards boards;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private Routines routines;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
        routines = new Routines(pages, jdbc, people);
    }

    private List<PeriodState> states(RoutineKind kind) {
        return periods.rows(branch.unit(), 2023, branch.secretary().scope()).stream()
                .filter(row -> row.kind() == kind)
                .findFirst()
                .map(row -> row.cells().stream().map(PeriodCell::state).toList())
                .orElse(List.of());
    }

    @Test
    @DisplayName("T-ROU-11: recorded, not recorded, still to come; no committee and no group, no line")
    void rows() {
        routines.held(branch, LocalDate.of(2023, 2, 1), List.of(RoutineKind.GENERAL_MEETING, RoutineKind.LECTURE));
        routines.held(branch, LocalDate.of(2023, 9, 30), List.of(RoutineKind.COMMITTEE));
        assertThat(states(RoutineKind.GENERAL_MEETING))
                .containsExactly(
                        PeriodState.RECORDED,
                        PeriodState.NOT_RECORDED,
                        PeriodState.NOT_RECORDED,
                        PeriodState.NOT_RECORDED);
        assertThat(states(RoutineKind.LECTURE)).startsWith(PeriodState.RECORDED).hasSize(4);
        assertThat(states(RoutineKind.COMMITTEE))
                .hasSize(12)
                .startsWith(PeriodState.NOT_RECORDED)
                .contains(PeriodState.RECORDED)
                .endsWith(PeriodState.NOT_RECORDED, PeriodState.AHEAD, PeriodState.AHEAD);
        assertThat(states(RoutineKind.GROUP)).isEmpty();
        routines.group(branch, "第一党小组", branch.groupLeader());
        assertThat(states(RoutineKind.GROUP)).hasSize(12).startsWith(PeriodState.NOT_RECORDED);
        jdbc.sql(
                        "update position set until_on = '2023-03-15' where unit_id = :branch and kind in ('PUBLICITY', 'ORGANISATION')")
                .param("branch", branch.unit().getId())
                .update();
        assertThat(states(RoutineKind.COMMITTEE).subList(0, 4))
                .containsExactly(
                        PeriodState.NOT_RECORDED, PeriodState.NOT_RECORDED, PeriodState.NONE, PeriodState.NONE);
        MvcTestResult page = pages.get(branch.member(), "/routine/periods");
        assertThat(words(page)).contains("第一党小组", "2月1日", "9月30日", "未记录", "未到", "不代表没有开会");
        assertThat(body(page)).doesNotContain("ol-st-red", "ol-st-alarm", "排名");
    }

    @Test
    @DisplayName("组织生活会 counts for the year of its campaign")
    void yearly() {
        jdbc.sql("""
                        with m as (insert into org_life_meeting (id, branch_id, task_id, number, form)
                          values (nextval('org_life_meeting_seq') + 1000000, :branch, :task, 1, 'GENERAL_MEETING') returning id)
                        insert into held_meeting (id, branch_id, task_id, phase, held_on, started_at, ended_at, place, chair_id,
                          committee_size, live_key, recorded_on, source)
                        select id, :branch, :task, 'RECORD_OPEN', '2024-01-10', '2024-01-10', '2024-01-10', '会议室', :chair, 4,
                          'routine' || :task, '2024-01-10', 'x' from m
                        """)
                .param("branch", branch.unit().getId())
                .param("task", branch.task())
                .param("chair", BranchesAtWork.memberOf(branch.secretary()))
                .update();
        assertThat(periods.yearly(branch.unit(), 2023))
                .singleElement()
                .satisfies(one -> assertThat(one.heldOn()).isEqualTo(LocalDate.of(2024, 1, 10)));
        assertThat(periods.yearly(branch.unit(), 2024)).isEmpty();
        assertThat(boards.rows(
                        new RoutineBoards.Filter(2023, null, null),
                        branch.office().scope(),
                        10,
                        0))
                .singleElement()
                .satisfies(row -> assertThat(row.yearly()).isEqualTo(1));
    }

    @Test
    @DisplayName("T-ROU-12: the office sees counts with the meetings behind them, as the tree has them")
    void office() {
        Branch second = branches.branch(branch.committee(), "急诊科党支部");
        routines.held(branch, LocalDate.of(2023, 8, 15), List.of(RoutineKind.THEME_DAY));
        routines.held(branch, LocalDate.of(2023, 8, 20), List.of(RoutineKind.THEME_DAY));
        long lecture =
                routines.held(branch, LocalDate.of(2023, 9, 15), List.of(RoutineKind.THEME_DAY, RoutineKind.LECTURE));
        long cancelled = routines.held(second, TODAY, List.of(RoutineKind.LECTURE));
        pages.post(second.secretary(), "/routine/" + cancelled + "/cancel", "reason", "记错");
        MvcTestResult page = pages.get(branch.office(), "/routine/branches");
        assertThat(words(page)).contains("呼吸内科党支部", "3 次 2个月", "1 次 1个季度", "急诊科党支部", "未记录", "共 2 个支部");
        assertThat(body(pages.get(
                        branch.office(),
                        "/routine?kind=LECTURE&year=2023&branch="
                                + branch.unit().getId())))
                .contains("/routine/" + lecture);
        assertThat(words(pages.get(branch.office(), "/routine/branches?q=急诊"))).contains("共 1 个支部");
        assertThat(words(pages.get(branch.office(), "/routine/branches?q=没有"))).contains("没有符合条件的支部");
        assertThat(words(pages.get(branch.supervisor(), "/routine/branches"))).contains("共 1 个支部");
        assertThat(pages.get(branch.office(), "/routine").getResponse().getRedirectedUrl())
                .isEqualTo("/routine/branches");
        MvcTestResult workbook = pages.get(branch.office(), "/routine/branches.xlsx");
        assertThat(workbook).hasStatusOk();
        assertThat(workbook.getResponse().getContentAsByteArray()).startsWith('P', 'K');
        assertThat(pages.get(branch.secretary(), "/routine/branches")).hasStatus(403);
    }

    @Test
    void statementsDoNotGrowWithMeetingsAndBranches() {
        int few = statements();
        for (int month = 1; month <= 9; month++) {
            routines.held(branch, LocalDate.of(2023, month, 10), List.of(RoutineKind.THEME_DAY, RoutineKind.LECTURE));
        }
        branches.branch(branch.committee(), "急诊科党支部");
        routines.group(branch, "第一党小组", branch.groupLeader());
        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(20);
    }

    private int statements() {
        Statements.reset();
        assertThat(pages.get(branch.secretary(), "/routine")).hasStatusOk();
        assertThat(pages.get(branch.secretary(), "/routine/periods")).hasStatusOk();
        assertThat(pages.get(branch.office(), "/routine/branches")).hasStatusOk();
        return Statements.count();
    }
}
