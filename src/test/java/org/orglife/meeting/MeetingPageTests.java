package org.orglife.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.hidden;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.BranchTaskState;
import org.orglife.campaign.Preparation;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepState;
import org.orglife.shared.BranchScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From READY to SCHEDULED: day and place, the superior's word where it is asked for, the notice, another day. */
@FullApplicationTest
class MeetingPageTests {

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
    private long task;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
        task = branch.task();
    }

    private String at(String page) {
        return "/tasks/" + task + "/meeting" + page;
    }

    /** The strict policy of a superior who wants to be asked first. */
    private void askedFirst() {
        jdbc.sql("update campaign set approval_before_meeting = true, personal_text = 'NONE' where id = :id")
                .param("id", branch.campaign())
                .update();
    }

    private MvcTestResult settle(String... differing) {
        return send(
                branch.secretary(),
                at("/schedule"),
                List.of(
                        "meetingOn", "2023-11-20",
                        "startsAt", "14:30",
                        "place", "呼吸内科会议室",
                        "chairId", String.valueOf(memberOf(branch.secretary())),
                        "recorderId", String.valueOf(memberOf(branch.organiser())),
                        "form", "GENERAL_MEETING",
                        "lateReason", ""),
                differing);
    }

    private MvcTestResult send(SignedInUser user, String address, List<String> usual, String... differing) {
        List<String> fields = new ArrayList<>(usual);
        for (int at = 0; at < differing.length; at += 2) {
            int known = fields.indexOf(differing[at]);
            if (known < 0) {
                fields.addAll(Arrays.asList(differing).subList(at, at + 2));
            } else {
                fields.set(known + 1, differing[at + 1]);
            }
        }
        return pages.post(user, address, fields.toArray(new String[0]));
    }

    private MvcTestResult notice(SignedInUser user, String... differing) {
        return send(user, at("/notice"), List.of("title", "关于开会的通知", "body", "请准时参加", "send", "true"), differing);
    }

    private void ready() {
        settle();
        jdbc.sql("update branch_task set state = 'READY' where id = :task")
                .param("task", task)
                .update();
    }

    private BranchTaskState state() {
        return tasks.get(task, branch.secretary().scope()).getState();
    }

    private StepState step(StepCode code) {
        BranchScope scope = branch.secretary().scope();
        return preparation.row(tasks.get(task, scope), code, scope).state();
    }

    @Test
    @DisplayName("T-MEET-01: day, place and people settled, notice written by itself, sent, read by the members")
    void fromReadyToScheduled() {
        assertThat(redirect(settle())).isEqualTo(at(""));
        assertThat(words(pages.get(branch.secretary(), at("")))).contains("会前准备还没有办完", "呼吸内科会议室", "支部党员大会");
        assertThat(words(notice(branch.secretary()))).contains("现在的状态不能这样办");
        ready();
        assertThat(words(pages.get(branch.secretary(), "/"))).contains("发会议通知");
        String draft = body(pages.get(branch.secretary(), at("/notice")));
        assertThat(draft)
                .contains(
                        "关于召开2023年度专题组织生活会的通知",
                        "2023年11月20日（周一） 14:30，呼吸内科会议室",
                        "学思想、强党性",
                        "（一）通报上次整改情况",
                        "发言提纲自愿准备",
                        "主持人：于光燕");
        assertThat(redirect(notice(branch.secretary()))).isEqualTo(at(""));
        assertThat(state()).isEqualTo(BranchTaskState.SCHEDULED);
        assertThat(step(StepCode.NOTICE)).isEqualTo(StepState.DONE);
        assertThat(words(pages.get(branch.secretary(), at(""))))
                .contains("1/8 人已确认收到", "周静斌", "【会议通知】11月20日（周一） 14:30");
        assertThat(words(pages.get(branch.member(), "/"))).contains("看会议通知，确认收到");
        assertThat(words(pages.get(branch.member(), at("")))).contains("我看到了，确认收到", "请准时参加");
        pages.post(branch.member(), at("/notice/read"));
        pages.post(branch.member(), at("/notice/read"));
        assertThat(words(pages.get(branch.member(), "/"))).doesNotContain("看会议通知");
        assertThat(words(pages.get(branch.office(), at(""))))
                .contains("2/8 人已确认收到")
                .doesNotContain("罗颖");
        assertThat(words(pages.get(branch.member(), at("/notice/print")))).contains("请准时参加");
    }

    @Test
    @DisplayName("what is wrong with day, place and people comes back with everything typed")
    void whatIsWrong() {
        MvcTestResult wrong = settle(
                "meetingOn", "2023-10-19", "chairId", String.valueOf(memberOf(branch.member())), "recorderId", "");
        assertThat(wrong).hasStatus(422);
        assertThat(words(wrong)).contains("有 3 处要改", "开会日期早于今天", "主持人要在支部委员会成员里选", "请选择记录人");
        assertThat(body(wrong)).contains("value=\"2023-10-19\"", "value=\"呼吸内科会议室\"");
        assertThat(words(settle("meetingOn", "2023-12-10"))).contains("晚于上级要求的期限");
        MvcTestResult plan = pages.post(
                branch.secretary(),
                "/tasks/" + task + "/plan",
                "meetingOn",
                "2023-11-20",
                "startsAt",
                "14:30",
                "place",
                "会议室",
                "chairId",
                String.valueOf(memberOf(branch.member())));
        assertThat(plan).hasStatus(422);
        assertThat(words(plan)).contains("主持人要在支部委员会成员里选");
    }

    @Test
    @DisplayName("no notice for a meeting in the past; one that goes out late says why")
    void lateNotices() {
        ready();
        jdbc.sql("update branch_plan set meeting_on = '2023-10-19' where id = :task")
                .param("task", task)
                .update();
        assertThat(words(notice(branch.secretary(), "lateReason", "忘了"))).contains("开会的日期已经过了");
        assertThat(state()).isEqualTo(BranchTaskState.READY);
        jdbc.sql("update branch_plan set meeting_on = '2023-10-22' where id = :task")
                .param("task", task)
                .update();
        MvcTestResult late = notice(branch.secretary(), "body", "改过的正文");
        assertThat(late).hasStatus(422);
        assertThat(words(late)).contains("离开会不到 3 天", "改过的正文");
        assertThat(notice(branch.secretary(), "lateReason", "上级临时通知")).hasStatus3xxRedirection();
        assertThat(words(pages.get(branch.office(), at("")))).contains("通知发得晚，理由：上级临时通知");
    }

    @Test
    @DisplayName("two who send at once: the second is told; a double click sends once; a stale draft shows both texts")
    void twoAtOnce() {
        ready();
        String once = UUID.randomUUID().toString();
        pages.post(branch.secretary(), at("/notice"), "title", "通知", "body", "初稿");
        String version = hidden(pages.get(branch.deputy(), at("/notice")), "version");
        pages.post(branch.secretary(), at("/notice"), "title", "通知", "body", "二稿", "version", version);
        MvcTestResult stale = notice(branch.deputy(), "version", version, "body", "另一稿");
        assertThat(stale).hasStatus(409);
        assertThat(words(stale)).contains("二稿", "另一稿");
        String now = hidden(pages.get(branch.secretary(), at("/notice")), "version");
        assertThat(notice(branch.secretary(), "version", now, "_once", once)).hasStatus3xxRedirection();
        assertThat(redirect(notice(branch.secretary(), "version", now, "_once", once)))
                .isEqualTo(at(""));
        MvcTestResult second = notice(branch.deputy(), "version", now);
        assertThat(second).hasStatus(409);
        assertThat(words(second)).contains("会议通知刚刚已经发出");
        assertThat(jdbc.sql(
                                "select count(*) from meeting_notice n join org_life_meeting m on m.id = n.meeting_id where m.task_id = :task")
                        .param("task", task)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("T-MEET-02: where the campaign asks for it the superior agrees first, or sends back with a reason")
    void theSuperiorAgrees() {
        askedFirst();
        ready();
        assertThat(words(pages.get(branch.secretary(), "/"))).contains("向上级请示开会");
        assertThat(words(notice(branch.secretary()))).contains("上级还没有批复同意");
        assertThat(body(pages.get(branch.secretary(), at("/approval"))))
                .contains("拟于2023年11月20日（周一）14:30在呼吸内科会议室召开", "制定方案：已完成，方案已定", "会前学习：未开始，0 次");
        assertThat(pages.post(branch.secretary(), at("/approval"), "report", ""))
                .hasStatus(422);
        assertThat(pages.post(branch.secretary(), at("/approval"), "report", "准备好了"))
                .hasStatus3xxRedirection();
        assertThat(state()).isEqualTo(BranchTaskState.APPROVAL_PENDING);
        assertThat(words(pages.get(branch.office(), "/"))).contains("批复呼吸内科党支部的开会请示");
        assertThat(words(pages.get(branch.office(), at("")))).contains("准备好了", "同意开会");
        assertThat(pages.post(branch.office(), at("/approval/return"), "reason", " "))
                .hasStatus(422);
        assertThat(words(pages.post(branch.secretary(), "/tasks/" + task + "/reopen")))
                .contains("现在不在会前准备中");
        pages.post(branch.office(), at("/approval/return"), "reason", "谈话还没有谈完");
        assertThat(state()).isEqualTo(BranchTaskState.RETURNED);
        assertThat(words(pages.post(branch.office(), at("/approval/approve")))).contains("现在的状态不能这样办");
        assertThat(words(pages.get(branch.secretary(), "/"))).contains("开会请示被退回");
        assertThat(words(pages.get(branch.secretary(), at("")))).contains("谈话还没有谈完");
        ready();
        pages.post(branch.secretary(), at("/approval"), "report", "谈完了");
        pages.post(branch.office(), at("/approval/approve"));
        assertThat(state()).isEqualTo(BranchTaskState.READY);
        assertThat(step(StepCode.APPROVAL)).isEqualTo(StepState.DONE);
        assertThat(body(pages.get(branch.secretary(), at("/notice")))).contains("不要求提交书面材料");
        assertThat(notice(branch.secretary())).hasStatus3xxRedirection();
        assertThat(words(pages.get(branch.secretary(), at("")))).contains("不要求提交书面材料");
    }

    @Test
    @DisplayName("a campaign that does not ask for it: nothing to ask")
    void nothingToAsk() {
        ready();
        assertThat(words(pages.post(branch.secretary(), at("/approval"), "report", "准备好了")))
                .contains("这次活动不要求开会前请示");
        assertThat(state()).isEqualTo(BranchTaskState.READY);
    }

    private MvcTestResult postpone(String to, String reason) {
        return pages.post(
                branch.secretary(), at("/postponement"), "meetingOn", to, "startsAt", "14:30", "reason", reason);
    }

    private LocalDate day() {
        return jdbc.sql("select meeting_on from branch_plan where id = :task")
                .param("task", task)
                .query(LocalDate.class)
                .single();
    }

    @Test
    @DisplayName("T-MEET-03: moved by the branch within the window; beyond it the superior agrees first")
    void anotherDay() {
        ready();
        notice(branch.secretary());
        pages.post(branch.member(), at("/notice/read"));
        MvcTestResult wrong = postpone("2023-10-19", "");
        assertThat(wrong).hasStatus(422);
        assertThat(words(wrong)).contains("新的开会日期早于今天", "请写明改期的理由");
        assertThat(words(postpone("2023-11-20", "值班"))).contains("和原来一样");
        assertThat(postpone("2023-11-28", "全院检查")).hasStatus3xxRedirection();
        assertThat(state()).isEqualTo(BranchTaskState.POSTPONED);
        assertThat(day()).isEqualTo(LocalDate.of(2023, 11, 28));
        assertThat(step(StepCode.NOTICE)).isEqualTo(StepState.NOT_STARTED);
        assertThat(words(pages.get(branch.secretary(), at("")))).contains("原定11月20日，已改期。理由：全院检查", "可以发会议通知了");
        assertThat(words(pages.get(branch.office(), "/tasks/" + task))).contains("已延期", "全院检查");
        notice(branch.secretary());
        assertThat(state()).isEqualTo(BranchTaskState.SCHEDULED);
        assertThat(words(pages.get(branch.member(), "/"))).contains("看会议通知");

        postpone("2023-12-08", "书记住院");
        assertThat(state()).isEqualTo(BranchTaskState.SCHEDULED);
        assertThat(day()).isEqualTo(LocalDate.of(2023, 11, 28));
        assertThat(words(pages.get(branch.office(), "/"))).contains("答复呼吸内科党支部的改期");
        pages.post(branch.office(), at("/postponement/refuse"), "reason", "年底前要汇总");
        assertThat(words(pages.get(branch.secretary(), at("")))).contains("上级没有同意改到12月8日：年底前要汇总");
        assertThat(words(pages.post(branch.office(), at("/postponement/consent"))))
                .contains("刚刚已经答复");
        postpone("2023-12-07", "书记住院");
        postpone("2023-12-05", "书记住院");
        assertThat(pages.post(branch.secretary(), at("/postponement/consent"))).hasStatus(403);
        pages.post(branch.office(), at("/postponement/consent"));
        assertThat(state()).isEqualTo(BranchTaskState.POSTPONED);
        assertThat(day()).isEqualTo(LocalDate.of(2023, 12, 5));
        notice(branch.deputy());
        assertThat(state()).isEqualTo(BranchTaskState.SCHEDULED);
    }

    @Test
    @DisplayName("a notice taken back is sent again, and read again")
    void takenBack() {
        ready();
        notice(branch.secretary());
        assertThat(words(settle("place", "二楼"))).contains("现在不在会前准备中");
        pages.post(branch.secretary(), at("/recall"));
        assertThat(state()).isEqualTo(BranchTaskState.READY);
        assertThat(words(pages.post(branch.member(), at("/notice/read")))).contains("现在没有要看的通知");
        String version = hidden(pages.get(branch.secretary(), at("/schedule")), "version");
        assertThat(settle("place", "二楼会议室", "version", version)).hasStatus3xxRedirection();
        notice(branch.secretary());
        assertThat(words(pages.get(branch.member(), at("")))).contains("二楼会议室", "我看到了");
    }

    @Test
    @DisplayName("another branch's meeting is not found")
    void foreign() {
        Branch other = branches.branch(branch.committee(), "急诊科党支部");
        for (String page : List.of("", "/schedule", "/notice", "/approval", "/postponement", "/notice/print")) {
            assertThat(pages.get(other.secretary(), at(page))).hasStatus(404);
        }
        assertThat(pages.post(other.secretary(), at("/notice"), "title", "通知", "body", "正文", "send", "true"))
                .hasStatus(404);
        assertThat(pages.post(other.member(), at("/notice/read"))).hasStatus(404);
        Branch elsewhere = branches.branch("别院党支部");
        assertThat(pages.post(elsewhere.office(), at("/approval/approve"))).hasStatus(404);
        assertThat(redirect(pages.get(branch.member(), "/meeting"))).isEqualTo(at(""));
    }
}
