package org.orglife.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.words;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 办结: the superior's word that nothing is left to do, and the end of a campaign. */
@FullApplicationTest
class CompletionTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private String page;

    @BeforeEach
    void aBranchThatHasReported() {
        branch = branches.branch("呼吸内科党支部");
        page = "/campaigns/" + branch.campaign() + "/completion";
        branches.item(branch, ItemState.CLOSED);
        set("RECTIFYING", "REPORTING");
    }

    private void set(String task, String campaign) {
        jdbc.sql("update branch_task set state = :state where id = :id")
                .param("state", task)
                .param("id", branch.task())
                .update();
        jdbc.sql("update campaign set state = :state where id = :id")
                .param("state", campaign)
                .param("id", branch.campaign())
                .update();
    }

    private String state() {
        return jdbc.sql("select state from branch_task where id = :id")
                .param("id", branch.task())
                .query(String.class)
                .single();
    }

    private MvcTestResult complete() {
        return pages.post(branch.office(), page, "task", String.valueOf(branch.task()));
    }

    @Test
    @DisplayName(
            "a branch with an open problem is not done; with all of them struck off it waits for the office's word")
    void onlyWithNothingOpen() {
        long open = branches.item(branch, ItemState.SUBMITTED);
        assertThat(words(pages.get(branch.office(), page))).contains("呼吸内科党支部", "还在整改");
        assertThat(words(complete())).contains("“呼吸内科党支部”还有 1 个问题没有销号，不能办结");
        assertThat(state()).isEqualTo("RECTIFYING");
        assertThat(words(pages.get(branch.office(), "/"))).doesNotContain("个支部的问题全部销号");

        Pages.redirect(pages.post(branch.office(), "/ledger/" + open + "/approve"));
        assertThat(words(pages.get(branch.office(), "/"))).contains("有 1 个支部的问题全部销号");
        assertThat(words(pages.get(branch.office(), page))).contains("可以办结");
        assertThat(complete()).hasStatus(302);
        assertThat(state()).isEqualTo("DONE");
        assertThat(words(pages.get(branch.office(), page))).contains("没有等待办结的支部");
        assertThat(words(pages.get(branch.secretary(), "/tasks/" + branch.task())))
                .contains("办公室工作人员")
                .doesNotContain("恢复整改");
    }

    @Test
    @DisplayName("what is done is closed to the branch until the office takes it up again, with a reason")
    void takenUpAgain() {
        assertThat(complete()).hasStatus(302);
        assertThat(complete()).as("twice").hasStatus(409);
        long item = jdbc.sql("select id from problem where task_id = :task")
                .param("task", branch.task())
                .query(Long.class)
                .single();
        String[] again = {"source", "EVERYDAY", "reason", "又有人等"};
        assertThat(pages.post(branch.office(), "/ledger/" + item + "/register-again", again))
                .hasStatus(409);
        String takeUp = "/tasks/" + branch.task() + "/take-up";
        assertThat(words(pages.post(branch.office(), takeUp, "reason", " "))).contains("请写明为什么恢复整改");
        assertThat(pages.post(branch.secretary(), takeUp, "reason", "自己恢复")).hasStatus(403);
        assertThat(pages.post(branch.office(), takeUp, "reason", "群众又有反映")).hasStatus(302);
        assertThat(state()).isEqualTo("RECTIFYING");
        assertThat(words(pages.get(branch.secretary(), "/tasks/" + branch.task())))
                .contains("群众又有反映");
        assertThat(pages.post(branch.office(), "/ledger/" + item + "/register-again", again))
                .hasStatus(302);
    }

    @Test
    @DisplayName("a campaign is over once every branch is done")
    void endOfTheCampaign() {
        String close = "/campaigns/" + branch.campaign() + "/close";
        assertThat(words(pages.post(branch.office(), close))).contains("还有 1 个支部没有办结");
        complete();
        assertThat(words(pages.get(branch.office(), "/campaigns/" + branch.campaign() + "/notice")))
                .contains("结束活动");
        assertThat(pages.post(branch.office(), close)).hasStatus(302);
        assertThat(jdbc.sql("select state from campaign where id = :id")
                        .param("id", branch.campaign())
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED");
        assertThat(words(pages.post(branch.office(), "/tasks/" + branch.task() + "/take-up", "reason", "太晚了")))
                .contains("活动已经结束，不能恢复整改");
    }

    @Test
    @DisplayName("another office does not find the branch")
    void anotherOffice() {
        Branch other = branches.branch("骨科党支部");
        assertThat(pages.get(other.office(), page)).hasStatus(404);
        String own = "/campaigns/" + other.campaign() + "/completion";
        assertThat(pages.post(other.office(), own, "task", String.valueOf(branch.task())))
                .hasStatus(404);
        assertThat(state()).isEqualTo("RECTIFYING");
    }
}
