package org.orglife.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.words;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BallotsAtWork;
import org.orglife.FullApplicationTest;
import org.orglife.MeetingsAtWork;
import org.orglife.MeetingsAtWork.Meeting;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.ReviewsAtWork;
import org.orglife.account.SignedInUser;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.statistics.Boards;
import org.orglife.statistics.Metric;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A decision that proves wrong: it is taken back by a meeting, kept, made anew and told anew. */
@FullApplicationTest
@Import({MeetingsAtWork.class, BallotsAtWork.class, ReviewsAtWork.class})
class CorrectionTests {

    @Autowired
    ReviewsAtWork reviews;

    @Autowired
    Corrections corrections;

    @Autowired
    Boards boards;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Meeting meeting;
    private SignedInUser member;

    @BeforeEach
    void decided() {
        meeting = reviews.counted(8, 6, 1);
        member = meeting.members().get(0);
        reviews.met(meeting);
        reviews.decided(meeting, member, Grade.EXCELLENT);
    }

    private String page(String rest) {
        return "/tasks/" + meeting.task() + "/review/members/" + memberOf(member) + rest;
    }

    private MemberReview row() {
        ReviewLine line = Objects.requireNonNull(reviews.view(meeting).line(memberOf(member)));
        return Objects.requireNonNull(line.row());
    }

    private void reopen(String reason) {
        People.actAs(meeting.secretary());
        corrections.reopen(
                meeting.task(),
                memberOf(member),
                row().getVersion(),
                reason,
                meeting.secretary(),
                meeting.secretary().scope());
    }

    private static void refused(String code, Runnable what) {
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(what::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private long figure(Metric metric) {
        return boards.figures(meeting.campaign(), meeting.office().scope()).getOrDefault(metric, -1L);
    }

    @Test
    @DisplayName("BR-51: taken back by another meeting with a reason, decided and told anew; what was, he still reads")
    void correct() {
        reviews.told(meeting, member);
        pages.post(member, "/tasks/" + meeting.task() + "/review/mine/acknowledgement");
        pages.post(member, "/tasks/" + meeting.task() + "/review/mine/statement", "statement", "谢谢组织");
        assertThat(figure(Metric.M18b)).isEqualTo(1);
        refused("review.correction.meeting", () -> reopen("材料有误"));
        assertThat(words(pages.get(meeting.secretary(), page("")))).contains("重新评定也要开会决定");
        reviews.met(meeting);
        MvcTestResult silent =
                pages.post(meeting.secretary(), page("/correction"), "version", String.valueOf(row().getVersion()));
        assertThat(silent).hasStatus(422);
        assertThat(words(silent)).contains("请写重新评定的理由");
        assertThat(pages.post(
                        meeting.secretary(),
                        page("/correction"),
                        "why",
                        "年度材料有误",
                        "version",
                        String.valueOf(row().getVersion())))
                .hasStatus(302);

        assertThat(row().isDecided()).isFalse();
        assertThat(figure(Metric.M18b)).isZero();
        String mine = words(pages.get(member, "/tasks/" + meeting.task() + "/review/mine"));
        assertThat(mine).contains("支部正在重新评定", "优秀", "本人表示已知晓", "谢谢组织", "年度材料有误");
        assertThat(words(pages.get(meeting.members().get(1), "/tasks/" + meeting.task() + "/review/mine")))
                .doesNotContain("年度材料有误");

        reviews.decided(meeting, member, Grade.QUALIFIED);
        assertThat(words(pages.get(member, "/tasks/" + meeting.task() + "/review/mine")))
                .as("the new grade is told like the first")
                .contains("支部正在重新评定")
                .doesNotContain("合格");
        reviews.told(meeting, member);
        assertThat(words(pages.get(member, "/"))).contains("评议结果已反馈");
        assertThat(words(pages.get(member, "/tasks/" + meeting.task() + "/review/mine")))
                .contains("合格", "我已知晓", "以前的评定", "优秀");
        assertThat(words(pages.get(meeting.secretary(), page("")))).contains("以前的评定", "谢谢组织", "理由：年度材料有误");
        assertThat(figure(Metric.M18b)).isZero();
        assertThat(figure(Metric.M18c)).isEqualTo(1);
        assertThat(jdbc.sql(
                                "select coalesce(object_label, '') || fields::text from audit_entry where action like '%REOPENED'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(words -> words.contains("材料") || words.contains("优秀"));
    }

    @Test
    @DisplayName("BR-21, BR-25: one 优秀 that is taken back makes room; without room the same grade is refused again")
    void cap() {
        SignedInUser second = meeting.members().get(1);
        SignedInUser third = meeting.members().get(2);
        reviews.decided(meeting, second, Grade.EXCELLENT);
        refused("review.cap.full.FULL_MEMBERS", () -> reviews.decided(meeting, third, Grade.EXCELLENT));
        reviews.met(meeting);
        reopen("材料有误");
        reviews.decided(meeting, third, Grade.EXCELLENT);
        refused("review.cap.full.FULL_MEMBERS", () -> reviews.decided(meeting, member, Grade.EXCELLENT));
    }

    @Test
    @DisplayName("a grade written anew before he was told is kept for the committee, and is not his to read")
    void rewritten() {
        reviews.decided(meeting, member, Grade.BASIC);
        reviews.told(meeting, member);
        assertThat(words(pages.get(meeting.secretary(), page("")))).contains("以前的评定", "优秀", "反馈以前改写");
        assertThat(words(pages.get(member, "/tasks/" + meeting.task() + "/review/mine")))
                .contains("基本合格")
                .doesNotContain("以前的评定", "优秀");
    }

    @Test
    @DisplayName(
            "nothing is taken back that is not decided, from a page that is out of date, or once a case has an outcome")
    void refusals() {
        reviews.met(meeting);
        assertThatExceptionOfType(StaleEditException.class)
                .isThrownBy(() -> corrections.reopen(
                        meeting.task(),
                        memberOf(member),
                        row().getVersion() - 1,
                        "材料有误",
                        meeting.secretary(),
                        meeting.secretary().scope()));
        refused(
                "review.committee-only",
                () -> corrections.reopen(
                        meeting.task(), memberOf(member), row().getVersion(), "材料有误", member, member.scope()));
        reopen("材料有误");
        refused("review.correction.undecided", () -> reopen("材料有误"));
        reviews.decided(meeting, member, Grade.UNQUALIFIED);
        reviews.told(meeting, member);
        pages.post(meeting.secretary(), page("/case"), "voteOn", "2023-10-10", "outcome", "REMOVED");
        reviews.met(meeting);
        refused("review.correction.case", () -> reopen("材料有误"));
    }
}
