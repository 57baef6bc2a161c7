package org.orglife.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.account.SignedInUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Leave from a meeting: asked for on the phone, answered by the secretary, read by whom it concerns. */
@FullApplicationTest
class LeavePageTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private String leave;

    @BeforeEach
    void aBranchThatMeets() {
        branch = branches.branch("呼吸内科党支部");
        leave = "/tasks/" + branch.task() + "/leave";
        pages.post(
                branch.secretary(),
                "/tasks/" + branch.task() + "/meeting/schedule",
                "meetingOn",
                "2023-11-20",
                "startsAt",
                "14:30",
                "place",
                "会议室",
                "chairId",
                String.valueOf(memberOf(branch.secretary())),
                "recorderId",
                String.valueOf(memberOf(branch.organiser())),
                "form",
                "GENERAL_MEETING");
    }

    private MvcTestResult ask(SignedInUser by, SignedInUser member, String reason, String remark, String... more) {
        String[] fields = {"memberId", String.valueOf(memberOf(member)), "reason", reason, "remark", remark};
        String[] all = java.util.stream.Stream.of(fields, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        return pages.post(by, leave, all);
    }

    private List<Long> requests() {
        return jdbc.sql("""
                        select l.id from leave_request l join org_life_meeting m on m.id = l.meeting_id
                        where m.task_id = :task order by l.id
                        """).param("task", branch.task()).query(Long.class).list();
    }

    private String state() {
        return jdbc.sql("select state from leave_request where id = :id")
                .param("id", requests().get(requests().size() - 1))
                .query(String.class)
                .single();
    }

    @Test
    @DisplayName("T-LEAVE-01: asked on the phone, answered by the secretary; both find it among their to-dos")
    void askedAndAnswered() {
        assertThat(words(pages.get(branch.member(), leave))).contains("我不能到会，要请假", "不用写病情");
        assertThat(redirect(ask(branch.member(), branch.member(), "SICK", "在外地就诊")))
                .isEqualTo(leave);
        assertThat(words(pages.get(branch.secretary(), "/"))).contains("答复 1 人请假");
        assertThat(words(pages.get(branch.secretary(), leave))).contains("周静斌", "病假", "在外地就诊", "等答复");
        long request = requests().get(0);
        pages.post(branch.deputy(), leave + "/" + request + "/decline");
        assertThat(words(pages.get(branch.secretary(), "/"))).doesNotContain("人请假");
        assertThat(words(pages.get(branch.member(), "/"))).contains("请假没有同意，请您参加会议");
        pages.post(branch.member(), leave + "/" + request + "/seen");
        assertThat(words(pages.get(branch.member(), "/"))).doesNotContain("请假没有同意");
        assertThat(words(pages.post(branch.secretary(), leave + "/" + request + "/accept")))
                .contains("刚刚已经答复");
        ask(branch.member(), branch.member(), "DUTY", "");
        pages.post(branch.secretary(), leave + "/" + requests().get(1) + "/accept");
        assertThat(words(pages.get(branch.secretary(), "/tasks/" + branch.task() + "/meeting")))
                .contains("请假 1 人");
        pages.post(branch.member(), leave + "/" + requests().get(1) + "/withdraw");
        assertThat(state()).isEqualTo("WITHDRAWN");
    }

    @Test
    @DisplayName("the remark is sealed and for the secretary, the reason for the committee; others read neither")
    void whoReadsWhat() {
        ask(branch.member(), branch.member(), "SICK", "在外地就诊");
        assertThat(jdbc.sql("select encode(remark_sealed, 'escape') from leave_request where id = :id")
                        .param("id", requests().get(0))
                        .query(String.class)
                        .single())
                .doesNotContain("就诊");
        assertThat(words(pages.get(branch.deputy(), leave))).contains("在外地就诊");
        assertThat(words(pages.get(branch.organiser(), leave)))
                .contains("周静斌", "病假")
                .doesNotContain("就诊");
        assertThat(words(pages.get(branch.assistant(), leave)).split("我不能到会")[0])
                .contains("周静斌")
                .doesNotContain("病假", "就诊");
        assertThat(words(pages.get(branch.colleague(), leave)).split("我不能到会")[0])
                .doesNotContain("周静斌", "病假", "就诊");
        assertThat(pages.get(branch.office(), leave)).hasStatus(403);
        assertThat(words(pages.get(branch.office(), "/tasks/" + branch.task() + "/meeting")))
                .contains("请假 1 人")
                .doesNotContain("周静斌", "病假");
        long request = requests().get(0);
        assertThat(pages.post(branch.colleague(), leave + "/" + request + "/withdraw"))
                .hasStatus(404);
        assertThat(pages.post(branch.organiser(), leave + "/" + request + "/accept"))
                .hasStatus(403);
        Branch other = branches.branch(branch.committee(), "急诊科党支部");
        assertThat(pages.post(other.secretary(), "/tasks/" + other.task() + "/leave/" + request + "/accept"))
                .hasStatus(404);
        assertThat(pages.post(other.secretary(), leave + "/" + request + "/accept"))
                .hasStatus(404);
    }

    @Test
    @DisplayName("no leave after the meeting, before its day is settled, for somebody of another branch, or twice")
    void whatIsRefused() {
        MvcTestResult empty = ask(branch.member(), branch.member(), "", "长".repeat(201));
        assertThat(empty).hasStatus(422);
        assertThat(words(empty)).contains("请选择请假类别", "说明太长");
        assertThat(body(empty)).contains("长".repeat(201));
        Branch other = branches.branch(branch.committee(), "急诊科党支部");
        assertThat(words(ask(branch.secretary(), other.member(), "SICK", ""))).contains("不在本支部的应到名单里");
        assertThat(words(ask(branch.member(), branch.colleague(), "SICK", ""))).contains("只能给自己请假");
        assertThat(words(pages.post(
                        other.member(),
                        "/tasks/" + other.task() + "/leave",
                        "memberId",
                        String.valueOf(memberOf(other.member())),
                        "reason",
                        "SICK")))
                .contains("还没有定开会时间");
        String once = UUID.randomUUID().toString();
        ask(branch.member(), branch.member(), "SICK", "", "_once", once);
        assertThat(redirect(ask(branch.member(), branch.member(), "SICK", "", "_once", once)))
                .isEqualTo(leave);
        assertThat(requests()).hasSize(1);
        assertThat(words(ask(branch.member(), branch.member(), "DUTY", ""))).contains("已经请过假");
        jdbc.sql("update branch_plan set meeting_on = '2023-10-19' where id = :task")
                .param("task", branch.task())
                .update();
        assertThat(words(ask(branch.colleague(), branch.colleague(), "SICK", "")))
                .contains("会已经开过，不能再请假");
        assertThat(words(pages.get(branch.colleague(), leave)))
                .contains("会已经开过")
                .doesNotContain("我不能到会");
    }

    @Test
    @DisplayName("written down for somebody it is accepted; one's own is answered by the other who leads the branch")
    void onBehalfAndOnesOwn() {
        ask(branch.secretary(), branch.colleague(), "PERSONAL", "");
        assertThat(state()).isEqualTo("ACCEPTED");
        assertThat(words(pages.get(branch.colleague(), leave))).contains("事假", "已同意", "于光燕 今天 09:30代记");
        ask(branch.secretary(), branch.secretary(), "DUTY", "");
        assertThat(state()).isEqualTo("OPEN");
        String own = leave + "/" + requests().get(1);
        assertThat(words(pages.post(branch.secretary(), own + "/accept"))).contains("请另一位书记、副书记答复");
        pages.post(branch.deputy(), own + "/accept");
        assertThat(state()).isEqualTo("ACCEPTED");
        assertThat(words(pages.get(branch.deputy(), "/tasks/" + branch.task() + "/meeting")))
                .contains("于光燕已请假，请改主持人");
    }

    @Test
    @DisplayName("leave was for a day: when the meeting is moved it is asked for again")
    void movedMeetings() {
        ask(branch.member(), branch.member(), "DUTY", "");
        jdbc.sql("update branch_task set state = 'READY' where id = :task")
                .param("task", branch.task())
                .update();
        pages.post(
                branch.secretary(),
                "/tasks/" + branch.task() + "/meeting/postponement",
                "meetingOn",
                "2023-11-24",
                "startsAt",
                "14:30",
                "reason",
                "全院检查");
        assertThat(state()).isEqualTo("WITHDRAWN");
        assertThat(words(pages.get(branch.member(), leave))).contains("我不能到会，要请假");
    }
}
