package org.orglife.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.words;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Opinions;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.TestClock;
import org.orglife.study.StudyDetails;
import org.orglife.study.StudyMode;
import org.orglife.study.StudyService;
import org.orglife.talk.RecordTalk;
import org.orglife.talk.Talk;
import org.orglife.talk.TalkMedium;
import org.orglife.talk.TalkService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 补录: what was entered more than seven days after it happened is marked in every list, and counted. */
@FullApplicationTest
class LateFiguresTests {

    private static final LocalDate IN_TIME = TestClock.TODAY.minusDays(7);
    private static final LocalDate LATE = TestClock.TODAY.minusDays(8);

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Pages pages;

    @Autowired
    TalkService talks;

    @Autowired
    StudyService study;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
    }

    private void talk(LocalDate on) {
        People.actAs(branch.secretary());
        talks.record(
                new RecordTalk(
                        branch.task(),
                        memberOf(branch.secretary()),
                        List.of(memberOf(branch.member())),
                        new Talk.Facts(on, TalkMedium.FACE, null),
                        null),
                branch.secretary().scope());
    }

    private void session(LocalDate on) {
        People.actAs(branch.secretary());
        study.record(
                branch.task(),
                new StudyDetails(StudyMode.COLLECTIVE, on, "学习党章", null, null),
                Set.of(),
                branch.secretary().scope());
    }

    private String page(String address) {
        return words(pages.get(branch.secretary(), address));
    }

    private static int marks(String text) {
        return text.split("补录", -1).length - 1;
    }

    @Test
    @DisplayName(
            "Of two talks, two sessions, an opinion and two problems the late ones are marked in their lists and counted apart")
    void whatIsLateIsMarkedAndCounted() {
        talk(IN_TIME);
        talk(LATE);
        session(IN_TIME);
        session(LATE);
        new Opinions(pages).record(branch.secretary(), branch.task(), "候诊时间长", "SEMINAR");
        branches.raise(branch.secretary(), branch.task(), true, "学习不经常", branch.organiser());
        long taken = branches.raise(branch.secretary(), branch.task(), true, "等候时间长", branch.organiser());
        jdbc.sql("update problem set raised_on = :raised, recorded_on = :recorded where id = :id")
                .param("raised", LATE)
                .param("recorded", TestClock.TODAY)
                .param("id", taken)
                .update();
        talk(TestClock.TODAY);

        String task = "/tasks/" + branch.task();
        assertThat(page("/campaigns/" + branch.campaign() + "/figures"))
                .contains("补录的谈心谈话（事后 7 天以上才登记） 1 场", "补录的学习 1 场", "补录的意见建议 1 条", "补录的问题 1 个");
        assertThat(marks(page(task + "/study"))).isEqualTo(1);
        assertThat(marks(page(task + "/opinions"))).isEqualTo(1);
        assertThat(page(task + "/talks?view=LIST")).contains("补录 1 场");
        assertThat(marks(page("/ledger?campaign=" + branch.campaign()))).isEqualTo(1);
        assertThat(page("/ledger/" + taken)).contains("补录");
        assertThat(body(pages.json(branch.office(), "/campaigns/{id}/figures", branch.campaign())))
                .contains("\"M11b\":3")
                .doesNotContain("LATE");
        assertThat(words(pages.get(
                        branch.office(), "/campaigns/{id}/figures/{m}", branch.campaign(), Metric.LATE_STUDY)))
                .contains("呼吸内科党支部");
    }
}
