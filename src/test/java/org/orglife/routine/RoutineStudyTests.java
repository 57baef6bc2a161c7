package org.orglife.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.words;
import static org.orglife.TestClock.TODAY;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A meeting that was a session of study too. */
@FullApplicationTest
class RoutineStudyTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    RoutinePeople people;

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

    @Test
    @DisplayName("T-ROU-15: recorded once, shown in the campaign too, with those who make up for it")
    void oneRecordTwoPlaces() {
        long id = routines.held(branch, TODAY, List.of(RoutineKind.LECTURE), branch.member());
        assertThat(words(pages.get(branch.secretary(), "/routine/" + id))).contains("由这次会议登记一次学习", "2023年度专题组织生活会");
        pages.post(branch.secretary(), "/routine/" + id + "/study");
        assertThat(words(pages.get(branch.secretary(), "/routine/" + id)))
                .contains("已登记为集中学习")
                .doesNotContain("由这次会议登记");
        String session = routines.text("select study_session_id::text from routine_meeting where id = :id", id);
        assertThat(words(pages.get(branch.secretary(), "/study/" + session)))
                .contains("党课", "10月20日（周五）", "学习党章；研究工作", "三楼会议室", "缺席 1 人", "周静斌", "待补学");
        assertThat(words(pages.post(branch.secretary(), "/routine/" + id + "/study")))
                .contains("才能登记为集中学习");
        pages.post(branch.secretary(), "/study/" + session + "/delete");
        assertThat(words(pages.get(branch.secretary(), "/routine/" + id))).contains("由这次会议登记一次学习");
    }

    @Test
    void whatIsRecordedAlreadyIsLinked() {
        pages.post(
                branch.organiser(),
                "/tasks/" + branch.task() + "/study",
                "mode",
                "COLLECTIVE",
                "heldOn",
                "2023-10-20",
                "topics",
                "党章第一章");
        long id = routines.held(branch, TODAY, List.of(RoutineKind.THEME_DAY));
        String session = routines.text("select id::text from study_session where task_id = :id", branch.task());
        assertThat(words(pages.get(branch.secretary(), "/routine/" + id))).contains("已登记的学习“党章第一章”");
        pages.post(branch.secretary(), "/routine/" + id + "/study", "session", session);
        assertThat(routines.text("select study_session_id::text from routine_meeting where id = :id", id))
                .isEqualTo(session);
        assertThat(routines.text("select count(*)::text from study_session where task_id = :id", branch.task()))
                .isEqualTo("1");
        long other = routines.held(branch, TODAY.minusDays(1), List.of(RoutineKind.THEME_DAY));
        assertThat(pages.post(branch.secretary(), "/routine/" + other + "/study", "session", session))
                .hasStatus(404);
    }

    @Test
    void aMeetingOfAFewIsNoSessionOfAll() {
        long id = routines.held(branch, RoutineKind.COMMITTEE);
        assertThat(words(pages.get(branch.secretary(), "/routine/" + id))).doesNotContain("由这次会议登记");
        assertThat(pages.post(branch.secretary(), "/routine/" + id + "/study")).hasStatus(409);
        assertThat(pages.post(branch.member(), "/routine/" + id + "/study")).hasStatus(403);
    }
}
