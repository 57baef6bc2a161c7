package org.orglife.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.account.SignedInUser;
import org.orglife.shared.RuleViolationException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 积分: off unless a branch wants it, written by a named registrar, corrected by counter-entries, ranked by nobody. */
@FullApplicationTest
class PointsTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    PointsSchemes schemes;

    @Autowired
    PointsBoard board;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
    }

    private MvcTestResult write(String items) {
        return pages.post(
                branch.secretary(),
                "/points/scheme",
                "year",
                "2023",
                "base",
                "60",
                "cap",
                "66",
                "period",
                "MONTH",
                "items",
                items);
    }

    /** A scheme that is announced: the assistant enters, and the colleague is exempt. */
    private PointsScheme running() {
        redirect(write("参加主题党日｜2｜4\n社区服务｜5\n无故缺席｜-3"));
        PointsScheme scheme = scheme();
        redirect(pages.post(
                branch.secretary(),
                "/points/" + scheme.getId() + "/people",
                "registrar",
                String.valueOf(memberOf(branch.assistant())),
                "exempt-" + memberOf(branch.colleague()),
                "RETIRED"));
        redirect(pages.post(branch.secretary(), "/points/" + scheme.getId() + "/announce", "on", "2023-10-01"));
        return scheme();
    }

    private PointsScheme scheme() {
        return schemes.of(branch.unit().getId(), branch.secretary().scope()).orElseThrow();
    }

    private MvcTestResult enter(SignedInUser by, PointsScheme scheme, SignedInUser member, int item, String day) {
        return pages.post(
                by,
                "/points/" + scheme.getId() + "/entries",
                "member",
                String.valueOf(memberOf(member)),
                "item",
                String.valueOf(scheme.getItems().get(item).getId()),
                "onDay",
                day,
                "note",
                "打好的说明");
    }

    @Test
    @DisplayName("Off by default: nobody is shown any, and nothing can be entered before it is announced")
    void off() {
        assertThat(words(pages.get(branch.member(), "/points"))).contains("本支部没有实行积分制");
        assertThat(body(pages.get(branch.member(), "/tasks/" + branch.task() + "/publications")))
                .doesNotContain("href=\"/points\"");
        redirect(write("参加主题党日｜2"));
        PointsScheme scheme = scheme();
        assertThat(words(pages.get(branch.member(), "/points"))).contains("本支部没有实行积分制");
        assertThat(words(pages.post(branch.secretary(), "/points/" + scheme.getId() + "/announce")))
                .contains("请至少定一名登记人");
        redirect(pages.post(
                branch.secretary(),
                "/points/" + scheme.getId() + "/people",
                "registrar",
                String.valueOf(memberOf(branch.assistant()))));
        assertThat(words(enter(branch.assistant(), scheme, branch.member(), 0, "2023-10-10")))
                .contains("积分办法还没有公布");
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(() -> board.published(
                        branch.unit().getId(),
                        LocalDate.of(2023, 10, 1),
                        LocalDate.of(2023, 10, 20),
                        branch.secretary().scope()));
    }

    @Test
    @DisplayName("A line that cannot be read is shown; an announced scheme keeps its items")
    void wrongScheme() {
        MvcTestResult odd = write("参加主题党日｜2\n没有分值的一行");
        assertThat(odd).hasStatus(422);
        assertThat(words(odd)).contains("这一行看不明白：没有分值的一行");
        assertThat(words(write("  \n "))).contains("请至少写一个积分项目");
        assertThat(words(write("大项｜500"))).contains("这一行看不明白");
        running();
        assertThat(words(write("别的项目｜1"))).contains("2023 年已经有积分办法");
        assertThat(pages.post(branch.deputy(), "/points/scheme", "year", "2023", "version", "9"))
                .hasStatus(422);
        assertThat(pages.get(branch.organiser(), "/points/scheme")).hasStatus(403);
    }

    @Test
    @DisplayName("Only the named registrar enters, never his own, never for the exempt, never too much in a month")
    void entering() {
        PointsScheme scheme = running();
        for (SignedInUser other : List.of(branch.secretary(), branch.organiser(), branch.member())) {
            assertThat(words(enter(other, scheme, branch.groupLeader(), 0, "2023-10-10")))
                    .contains("只有登记人能登记积分");
        }
        MvcTestResult own = enter(branch.assistant(), scheme, branch.assistant(), 0, "2023-10-10");
        assertThat(own).hasStatus(422);
        assertThat(words(own)).contains("本人的积分由另一名登记人登记");
        assertThat(body(own)).contains("value=\"打好的说明\"");
        assertThat(words(enter(branch.assistant(), scheme, branch.colleague(), 0, "2023-10-10")))
                .contains("罗颖不作积分要求");
        assertThat(words(enter(branch.assistant(), scheme, branch.member(), 0, "2023-10-21")))
                .contains("日期晚于今天");
        assertThat(words(enter(branch.assistant(), scheme, branch.member(), 0, "2022-10-21")))
                .contains("这是 2023 年的积分办法");
        redirect(enter(branch.assistant(), scheme, branch.member(), 0, "2023-10-10"));
        redirect(enter(branch.assistant(), scheme, branch.member(), 0, "2023-10-11"));
        assertThat(words(enter(branch.assistant(), scheme, branch.member(), 0, "2023-10-12")))
                .contains("周静斌的“参加主题党日”每个周期最多 4 分，已经登记 4 分");
        redirect(enter(branch.assistant(), scheme, branch.member(), 0, "2023-09-12"));
    }

    @Test
    @DisplayName("A mistake is taken back by a counter-entry alone, once; the database lets nobody change an entry")
    void counterEntry() {
        PointsScheme scheme = running();
        redirect(enter(branch.assistant(), scheme, branch.member(), 1, "2023-10-10"));
        long entry = jdbc.sql("select id from points_entry where scheme_id = :id")
                .param("id", scheme.getId())
                .query(Long.class)
                .single();
        String counter = "/points/" + scheme.getId() + "/entries/" + entry + "/counter";
        assertThat(pages.post(branch.secretary(), counter, "reason", "记错了")).hasStatus(409);
        assertThat(pages.post(branch.assistant(), counter)).hasStatus(422);
        redirect(pages.post(branch.assistant(), counter, "reason", "记错了人"));
        assertThat(words(pages.post(branch.assistant(), counter, "reason", "再来")))
                .contains("这一条已经更正过");
        assertThat(words(pages.get(branch.member(), "/points"))).contains("累计 60 分", "记错了人", "更正", "-5");
        for (String change : List.of("update points_entry set points = 100", "delete from points_entry")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql(change + " where id = :id")
                            .param("id", entry)
                            .update());
        }
    }

    @Test
    @DisplayName("Each reads his own passbook; registrar and secretary all, in the order of the roster, up to the cap")
    void whoReads() {
        PointsScheme scheme = running();
        redirect(enter(branch.assistant(), scheme, branch.member(), 1, "2023-10-10"));
        redirect(enter(branch.assistant(), scheme, branch.member(), 1, "2023-10-11"));
        redirect(enter(branch.assistant(), scheme, branch.groupLeader(), 2, "2023-10-11"));
        assertThat(words(pages.get(branch.member(), "/points")))
                .contains("累计 66 分", "社区服务", "不排名")
                .doesNotContain("夏荣涛", "各人积分");
        assertThat(words(pages.get(branch.organiser(), "/points"))).doesNotContain("各人积分", "周静斌");
        assertThat(words(pages.get(branch.colleague(), "/points"))).contains("您不作积分要求（离退休）");
        assertThat(words(pages.get(branch.secretary(), "/points"))).contains("各人积分", "按名册顺序，不排名");
        List<PointsBoard.Line> lines = board.board(scheme(), branch.secretary().scope());
        assertThat(lines)
                .extracting(PointsBoard.Line::name)
                .containsExactly("康国斌", "梁梦清", "罗颖", "欧阳若溪", "夏荣涛", "于光燕", "余庆清", "周静斌");
        assertThat(lines).extracting(PointsBoard.Line::total).contains(66, 57, 60);
        assertThat(pages.get(branch.secretary(), "/points?sort=total")).hasStatusOk();
        assertThat(pages.get(branch.office(), "/points")).hasStatus(403);
        List<PointsBoard.Line> published = board.published(
                branch.unit().getId(),
                LocalDate.of(2023, 10, 11),
                LocalDate.of(2023, 10, 20),
                branch.secretary().scope());
        assertThat(published)
                .extracting(PointsBoard.Line::name)
                .doesNotContain("罗颖")
                .hasSize(7);
        assertThat(published).extracting(PointsBoard.Line::points).contains(5, -3, 0);
    }

    @Test
    @DisplayName("Ended, nothing more is entered, and passbooks stay")
    void ended() {
        PointsScheme scheme = running();
        redirect(enter(branch.assistant(), scheme, branch.member(), 1, "2023-10-10"));
        redirect(pages.post(branch.deputy(), "/points/" + scheme.getId() + "/end"));
        assertThat(words(enter(branch.assistant(), scheme, branch.member(), 1, "2023-10-11")))
                .contains("或者已经结束登记");
        assertThat(words(pages.get(branch.member(), "/points"))).contains("累计 65 分");
        Branch other = branches.branch(branch.committee(), "骨科党支部");
        assertThat(pages.post(other.secretary(), "/points/" + scheme.getId() + "/end"))
                .hasStatus(404);
    }
}
