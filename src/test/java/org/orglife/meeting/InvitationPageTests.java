package org.orglife.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.words;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Policy;
import org.orglife.campaign.Preparation;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepRow;
import org.orglife.campaign.StepState;
import org.orglife.shared.BranchScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who is invited to a meeting and what he answered. */
@FullApplicationTest
class InvitationPageTests {

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
    private String list;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
        list = "/tasks/" + branch.task() + "/invitations";
    }

    private MvcTestResult invite(String capacity, String name, String unit, String... once) {
        String key = once.length == 0 ? UUID.randomUUID().toString() : once[0];
        return pages.post(
                branch.organiser(),
                list,
                "capacity",
                capacity,
                "name",
                name,
                "unit",
                unit,
                "subtype",
                "",
                "_once",
                key);
    }

    private long first() {
        return jdbc.sql("""
                        select min(i.id) from invitation i join org_life_meeting m on m.id = i.meeting_id where m.task_id = :task
                        """).param("task", branch.task()).query(Long.class).single();
    }

    private StepRow step() {
        BranchScope scope = branch.secretary().scope();
        return preparation.row(tasks.get(branch.task(), scope), StepCode.INVITE, scope);
    }

    @Test
    @DisplayName("T-INV-01: invited without an account, answered by hand; the step is done when all have answered")
    void invitedAndAnswered() {
        assertThat(step().state()).isEqualTo(StepState.NOT_STARTED);
        assertThat(invite("OUTSIDE_REP", "患者家属代表", "")).hasStatus3xxRedirection();
        invite("SUPERVISOR", "秦玉和", "第二督导组");
        assertThat(step().state()).isEqualTo(StepState.IN_PROGRESS);
        pages.post(branch.secretary(), list + "/" + first() + "/answer", "answer", "YES");
        assertThat(Objects.requireNonNull(step().progress()).arguments()).containsExactly(2, 1);
        pages.post(branch.secretary(), list + "/" + (first() + 1) + "/answer", "answer", "NO");
        assertThat(step().state()).isEqualTo(StepState.DONE);
        assertThat(words(pages.get(branch.office(), list)))
                .contains("患者家属代表", "服务对象代表", "参加", "秦玉和", "第二督导组", "督导组", "不参加");
        assertThat(words(pages.get(branch.member(), "/tasks/" + branch.task() + "/meeting")))
                .contains("邀请 2 位，参加 1 位，未答复 0 位");
        settle();
        assertThat(body(pages.get(branch.secretary(), "/tasks/" + branch.task() + "/meeting/notice")))
                .contains("列席：患者家属代表。")
                .doesNotContain("秦玉和");
        pages.post(branch.secretary(), list + "/" + first() + "/delete");
        assertThat(words(pages.get(branch.secretary(), list))).doesNotContain("患者家属代表");
    }

    private void settle() {
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

    @Test
    @DisplayName("what is wrong comes back; the same one is not invited twice; a foreign invitation is not found")
    void whatIsRefused() {
        MvcTestResult wrong = invite("MEMBER", "", "某单位");
        assertThat(wrong).hasStatus(422);
        assertThat(words(wrong)).contains("请选择以什么身份参加", "请填写姓名或称呼");
        assertThat(body(wrong)).contains("value=\"某单位\"");
        String once = UUID.randomUUID().toString();
        invite("OBSERVER", "李主任", "护理部", once);
        invite("OBSERVER", "李主任", "护理部", once);
        assertThat(words(invite("OBSERVER", "李主任", "护理部"))).contains("李主任已经在邀请名单里");
        Branch other = branches.branch(branch.committee(), "急诊科党支部");
        assertThat(pages.post(other.secretary(), list + "/" + first() + "/answer", "answer", "YES"))
                .hasStatus(404);
        assertThat(pages.post(other.secretary(), "/tasks/" + other.task() + "/invitations/" + first() + "/delete"))
                .hasStatus(404);
        assertThat(pages.post(branch.member(), list + "/" + first() + "/delete"))
                .hasStatus(403);
    }

    @Test
    @DisplayName("whoever came the last time is invited again in one touch, once")
    void likeTheLastTime() {
        invite("OUTSIDE_REP", "患者家属代表", "门诊");
        invite("SUPERVISOR", "第三督导组", "");
        long next = branches.issued(branch.office(), branch.committee(), branch.unit(), Policy.defaults())
                .getId();
        String other = "/tasks/"
                + tasks.find(next, branch.unit().getId(), branch.office().scope())
                        .orElseThrow()
                        .getId()
                + "/invitations";
        assertThat(words(pages.get(branch.organiser(), other))).contains("上次邀请了：患者家属代表、第三督导组");
        pages.post(branch.organiser(), other + "/like-last");
        pages.post(branch.organiser(), other + "/like-last");
        assertThat(words(pages.get(branch.organiser(), other)).split("患者家属代表")).hasSize(2);
        assertThat(words(pages.get(branch.organiser(), list))).doesNotContain("上次邀请了");
    }
}
