package org.orglife.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.FullApplicationTest;
import org.orglife.MeetingsAtWork;
import org.orglife.MeetingsAtWork.Meeting;
import org.orglife.Pages;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.meeting.LeaveReason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 会议包: the papers for a meeting on which the network may drop. */
@FullApplicationTest
@Import(MeetingsAtWork.class)
class PackPageTests {

    @Autowired
    private MeetingsAtWork meetings;

    @Autowired
    private BranchesAtWork branches;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    private String words(Meeting meeting, String query) {
        return Pages.words(pages.get(meeting.secretary(), meeting.address() + "/pack" + query));
    }

    @Test
    @DisplayName(
            "before the check-in: who is expected and invited, blanks for the numbers, ballots for those who review")
    void fromThePlan() {
        Meeting meeting = meetings.scheduled(30, true);
        jdbc.sql(
                        "update member set kind = 'PROBATIONARY', full_on = null where name = '党员05' and id in (select member_id"
                                + " from membership where branch_id = :branch)")
                .param("branch", meeting.unit().getId())
                .update();
        meetings.excuse(meeting, meeting.members().get(0), LeaveReason.DUTY);
        meetings.invite(meeting, AttendanceCapacity.SUPERVISOR, "秦玉和", "第二督导组");
        String all = words(meeting, "");
        assertThat(all)
                .contains("会议签到表", "应到 30人", "第二督导组", "党员01（公出）")
                .contains("2023年度专题组织生活会议程", "本支部全体党员")
                .contains("应到党员＿＿＿＿人，实到＿＿＿＿人", "第二督导组秦玉和到会指导", "散会")
                .contains("批评与自我批评发言顺序表", "批评人")
                .contains("预备党员，不定等次", "无记名", "总体评价", "增强政治功能和组织力")
                .contains("散会时间", "主持人签名", "决定事项")
                .contains("测评表请各复印 29 份", "党员测评表一份有 2 张");
        assertThat(all.split("填表说明：每名党员")).as("sheets of 25").hasSize(3);
        assertThat(body(pages.get(meeting.secretary(), meeting.address() + "/pack")))
                .contains("pp-grey")
                .doesNotContain("<svg class=\"pp-qr\"");
    }

    @Test
    @DisplayName("once people have come in: who is there, and the numbers in the host's words")
    void fromTheList() {
        Meeting meeting = meetings.scheduled(7, false);
        meetings.excuse(meeting, meeting.members().get(0), LeaveReason.SICK);
        meetings.open(meeting);
        meetings.arrive(meeting, 5);
        assertThat(words(meeting, ""))
                .contains("应到党员7人，实到5人", "有1名同志请假", "已签到", "党员01（病假）")
                .doesNotContain("民主评议党员测评表", "总体评价");
    }

    @Test
    @DisplayName("parts are chosen by links")
    void parts() {
        Meeting meeting = meetings.scheduled(5, false);
        assertThat(words(meeting, "?parts=AGENDA")).contains("本支部全体党员").doesNotContain("主持人签名", "缺席人员及原因");
        assertThat(body(pages.get(meeting.secretary(), meeting.address() + "/pack?parts=AGENDA,RECORD")))
                .contains("pack?parts=RECORD", "parts=AGENDA,SCRIPT,RECORD");
        assertThat(words(meeting, "?parts=BALLOT,nonsense")).contains("主持人签名");
    }

    @Test
    @DisplayName("F13: the ballot sheet asks for the grade alone, or for six items beside it, of which none is counted")
    void layouts() {
        Meeting meeting = meetings.scheduled(5, true);
        assertThat(words(meeting, "?parts=BALLOT"))
                .contains("存在问题", "分六项评，再评等次")
                .doesNotContain("理想信念");
        assertThat(words(meeting, "?parts=BALLOT&layout=B"))
                .contains("理想信念", "模范作用", "综合评定", "只按“综合评定”计票", "无记名")
                .doesNotContain("存在问题");
        String sheet = body(pages.get(meeting.secretary(), meeting.address() + "/pack?parts=BALLOT&layout=B"));
        assertThat(sheet.split("党员01</td>")[1].split("</tr>")[0].split("<td", -1))
                .as("three boxes for each item, four for the grade")
                .hasSize(6 * 3 + 4 + 1);
        assertThat(sheet).contains("parts=BALLOT&amp;layout=A", "parts=AGENDA,BALLOT&amp;layout=B");
    }

    @Test
    @DisplayName("the papers are for those at the desk of this branch; without a day there is nothing to print")
    void forTheDesk() {
        Meeting meeting = meetings.scheduled(5, false);
        assertThat(Pages.words(pages.get(meeting.recorder(), meeting.address() + "/pack")))
                .contains("会议签到表");
        assertThat(Pages.words(pages.get(meeting.members().get(0), meeting.address() + "/pack")))
                .contains("只有主持人、记录人和支委");
        assertThat(pages.get(meeting.office(), meeting.address() + "/pack")).hasStatus(403);
        Meeting other = meetings.scheduled(5, false);
        assertThat(pages.get(other.secretary(), meeting.address() + "/pack")).hasStatus(404);
        BranchesAtWork.Branch branch = branches.branch("骨科党支部");
        assertThat(Pages.words(pages.get(branch.secretary(), "/tasks/" + branch.task() + "/meeting/pack")))
                .contains("还没有定开会的时间和地点", "去定时间地点");
    }
}
