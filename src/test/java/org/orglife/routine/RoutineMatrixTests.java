package org.orglife.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.redirectedId;
import static org.orglife.Pages.words;
import static org.orglife.TestClock.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.Statements;
import org.orglife.account.SignedInUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who was at how many meetings, and who reads it. */
@FullApplicationTest
class RoutineMatrixTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    People members;

    @Autowired
    RoutinePeople people;

    @Autowired
    RoutineMatrix matrix;

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

    private String cell(SignedInUser of, MatrixColumn column) {
        return matrix.rows(branch.unit().getId(), 2023, null, branch.secretary().scope(), 100, 0).stream()
                .filter(row -> row.memberId() == memberOf(of))
                .findFirst()
                .orElseThrow()
                .cell(column)
                .text();
    }

    @Test
    @DisplayName("T-ROU-13: present and expected by kind; a member reads his own line, the committee all")
    void counts() {
        routines.held(branch, TODAY, List.of(RoutineKind.GENERAL_MEETING, RoutineKind.LECTURE), branch.member());
        routines.held(branch, TODAY.minusMonths(1), List.of(RoutineKind.LECTURE));
        routines.held(branch, TODAY, List.of(RoutineKind.COMMITTEE));
        assertThat(cell(branch.member(), MatrixColumn.GENERAL_MEETING)).isEqualTo("0/1");
        assertThat(cell(branch.member(), MatrixColumn.LECTURE)).isEqualTo("1/2");
        assertThat(cell(branch.member(), MatrixColumn.COMMITTEE)).isEqualTo("—");
        assertThat(cell(branch.secretary(), MatrixColumn.COMMITTEE)).isEqualTo("1/1");
        assertThat(words(pages.get(branch.organiser(), "/routine/matrix"))).contains("周静斌", "罗颖", "1/2");
        assertThat(words(pages.get(branch.organiser(), "/routine/matrix?q=zjb")))
                .contains("周静斌")
                .doesNotContain("罗颖");
        assertThat(words(pages.get(branch.member(), "/my-routine")))
                .contains("1/2", "0/1", "未到会", "到会")
                .doesNotContain("罗颖");
        assertThat(pages.get(branch.member(), "/routine/matrix")).hasStatus(403);
        assertThat(pages.get(branch.office(), "/routine/matrix")).hasStatus(403);
        MvcTestResult workbook = pages.get(branch.secretary(), "/routine/matrix.xlsx?year=2023");
        assertThat(workbook).hasStatusOk();
        assertThat(workbook.getResponse().getContentAsByteArray()).startsWith('P', 'K');
        assertThat(routines.text("""
                        select count(*)::text from audit_entry
                        where action = 'routine.routineAction.MATRIX_EXPORTED' and object_id = :id::text
                        """, branch.unit().getId())).isEqualTo("1");
    }

    @Test
    @DisplayName("absence for care never counts against anybody")
    void care() {
        jdbc.sql("update member set care = true where id = :id")
                .param("id", memberOf(branch.member()))
                .update();
        routines.held(branch, TODAY, List.of(RoutineKind.THEME_DAY), branch.member());
        assertThat(cell(branch.member(), MatrixColumn.THEME_DAY)).isEqualTo("—");
        routines.held(branch, TODAY.minusDays(1), List.of(RoutineKind.THEME_DAY));
        assertThat(cell(branch.member(), MatrixColumn.THEME_DAY)).isEqualTo("1/1");
        assertThat(words(pages.get(branch.member(), "/my-routine")))
                .contains("不作要求")
                .doesNotContain("未到会");
    }

    @Test
    @DisplayName("T-ROU-14: six months without a word are a hint to the secretary and nobody else")
    void sixMonths() {
        routines.held(
                branch, LocalDate.of(2023, 4, 20), List.of(RoutineKind.THEME_DAY), branch.member(), branch.colleague());
        routines.held(branch, LocalDate.of(2023, 8, 1), List.of(RoutineKind.THEME_DAY), branch.member());
        routines.held(
                branch, LocalDate.of(2023, 8, 2), List.of(RoutineKind.THEME_DAY), branch.member(), branch.colleague());
        assertThat(words(pages.get(branch.secretary(), "/routine/matrix")))
                .contains("请书记了解情况", "从2023年4月20日起", "系统不改变任何人的党籍");
        assertThat(matrix.longAway(branch.unit().getId(), branch.secretary().scope()))
                .extracting(LongAway::name)
                .containsExactly("周静斌");
        assertThat(words(pages.get(branch.deputy(), "/routine/matrix"))).doesNotContain("请书记了解情况");
        assertThat(words(pages.get(branch.member(), "/my-routine"))).doesNotContain("六个月");
        // leave is a word
        long member = memberOf(branch.member());
        redirectedId(routines.send(
                branch.secretary(),
                "/routine",
                routines.fields(
                        branch,
                        null,
                        TODAY,
                        List.of(RoutineKind.LECTURE),
                        Set.of(member),
                        "reasons",
                        member + ":PERSONAL",
                        "reasons",
                        "")));
        assertThat(matrix.longAway(branch.unit().getId(), branch.secretary().scope()))
                .isEmpty();
    }

    @Test
    @DisplayName("The table of attendance, the form and a meeting of 100 members take as many statements as of 9")
    void statementsDoNotGrowWithMembers() {
        long small = routines.held(branch, TODAY, List.of(RoutineKind.LECTURE));
        List<Integer> few = statements(small);
        for (int number = 8; number < 100; number++) {
            members.member(branch.unit(), "党员" + number);
        }
        long large = routines.held(branch, TODAY, List.of(RoutineKind.THEME_DAY));
        assertThat(statements(large)).isEqualTo(few).allMatch(count -> count <= 15);
        assertThat(words(pages.get(branch.secretary(), "/routine/matrix?page=2")))
                .contains("51–100");
    }

    private List<Integer> statements(long meeting) {
        return List.of(
                        "/routine/matrix",
                        "/routine/new",
                        "/routine/" + meeting,
                        "/routine/" + meeting + "/edit",
                        "/routine")
                .stream()
                .map(address -> {
                    Statements.reset();
                    assertThat(pages.get(branch.secretary(), address)).hasStatusOk();
                    return Statements.count();
                })
                .toList();
    }
}
