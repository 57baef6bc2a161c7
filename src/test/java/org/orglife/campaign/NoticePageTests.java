package org.orglife.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;
import static org.orglife.Pages.words;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The notice of a campaign between the office and the branches: read, asked about, answered. */
@FullApplicationTest
class NoticePageTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    CampaignService campaigns;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private String campaign;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
        campaign = "/campaigns/" + branch.campaign();
    }

    private void supplement(String title) {
        People.actAs(branch.office());
        campaigns.supplement(
                branch.campaign(), title, "意见可以当面听取", branch.office().scope());
    }

    private MvcTestResult ask(String text) {
        return pages.post(
                branch.secretary(),
                campaign + "/questions",
                "_once",
                UUID.randomUUID().toString(),
                "body",
                text);
    }

    private long question(String text) {
        return jdbc.sql("select id from notice_question where body = :text and campaign_id = :campaign")
                .param("text", text)
                .param("campaign", branch.campaign())
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("a branch confirms the notice and each supplement in one click, and the office sees who has not")
    void receipts() {
        assertThat(words(pages.get(branch.secretary(), "/"))).contains("看通知，确认收阅", "还有 1 份没有确认");
        assertThat(words(pages.get(branch.office(), campaign + "/notice")))
                .contains("收阅情况", "已收阅 0/1 个支部", "还有 1 个支部没有收阅完", "呼吸内科党支部");
        assertThat(pages.post(branch.organiser(), campaign + "/read")).hasStatus3xxRedirection();
        assertThat(words(pages.get(branch.secretary(), campaign + "/notice")))
                .contains("梁梦清", "已确认收阅")
                .doesNotContain("请确认收阅");
        assertThat(words(pages.get(branch.secretary(), "/"))).doesNotContain("看通知，确认收阅");
        supplement("不搞征求意见表");
        assertThat(words(pages.get(branch.secretary(), campaign + "/notice"))).contains("共 1 份未确认", "未收阅");
        assertThat(words(pages.get(branch.office(), campaign + "/notice")))
                .contains("通知 已收阅 1/1 个支部", "不搞征求意见表 已收阅 0/1 个支部", "差 1 份");
        pages.post(branch.secretary(), campaign + "/read");
        pages.post(branch.secretary(), campaign + "/read");
        assertThat(words(pages.get(branch.office(), campaign + "/notice"))).contains("各支部都已收阅");
    }

    @Test
    @DisplayName("who reads for himself confirms nothing for his branch")
    void membersOnlyRead() {
        assertThat(words(pages.get(branch.member(), campaign + "/notice")))
                .contains("学思想、强党性")
                .doesNotContain("请确认收阅", "收阅情况", "要问的问题");
    }

    @Test
    @DisplayName("a question is answered for every branch, which are not told who asked")
    void questionsAndAnswers() {
        Branch other = branches.branch(branch.committee(), "急诊科党支部");
        jdbc.sql("update branch_task set campaign_id = :campaign where id = :task")
                .param("campaign", branch.campaign())
                .param("task", other.task())
                .update();
        assertThat(ask("征求意见表要不要每人一张？")).hasStatus3xxRedirection();
        assertThat(words(pages.get(other.secretary(), campaign + "/notice"))).doesNotContain("每人一张");
        assertThat(words(pages.get(branch.office(), "/"))).contains("答复支部提的 1 个问题");
        long question = question("征求意见表要不要每人一张？");
        MvcTestResult empty =
                pages.post(branch.office(), campaign + "/questions/" + question + "/answer", "answer", " ");
        assertThat(empty).hasStatus(422);
        assertThat(words(empty)).contains("请写下答复");
        pages.post(branch.office(), campaign + "/questions/" + question + "/answer", "answer", "不用表，听取到的记下要点");
        assertThat(words(pages.get(other.secretary(), campaign + "/notice")))
                .contains("征求意见表要不要每人一张", "不用表，听取到的记下要点")
                .doesNotContain("呼吸内科党支部", "提问 于光燕");
        assertThat(words(pages.get(branch.secretary(), campaign + "/notice"))).contains("呼吸内科党支部 于光燕");
        assertThat(pages.post(branch.office(), campaign + "/questions/" + question + "/answer", "answer", "再改"))
                .hasStatus(409);
        assertThat(pages.post(branch.secretary(), campaign + "/questions/" + question + "/withdraw"))
                .hasStatus(409);
    }

    @Test
    @DisplayName("what is wrong with a question comes back with it; only the branch that asks takes it back")
    void badQuestions() {
        MvcTestResult tooLong = ask("问".repeat(503));
        assertThat(tooLong).hasStatus(422);
        assertThat(words(tooLong)).contains("最多 500 个字，请删去 3 个字");
        assertThat(body(tooLong)).contains("问".repeat(503));
        ask("<script>alert(1)</script>");
        assertThat(body(pages.get(branch.secretary(), campaign + "/notice")))
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert(1)");
        long question = question("<script>alert(1)</script>");
        Branch foreign = branches.branch("骨科党支部");
        assertThat(pages.post(foreign.secretary(), campaign + "/questions/" + question + "/withdraw"))
                .hasStatus(404);
        assertThat(pages.post(foreign.secretary(), campaign + "/questions", "body", "外人来问"))
                .hasStatus(404);
        assertThat(pages.post(foreign.office(), campaign + "/questions/" + question + "/answer", "answer", "外人"))
                .hasStatus(404);
        assertThat(pages.post(branch.organiser(), campaign + "/questions/" + question + "/withdraw"))
                .hasStatus3xxRedirection();
        assertThat(words(pages.get(branch.secretary(), campaign + "/notice"))).contains("对通知有不清楚的");
    }
}
