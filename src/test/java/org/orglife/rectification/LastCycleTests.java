package org.orglife.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Policy;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepLevel;
import org.orglife.campaign.StepRow;
import org.orglife.campaign.StepState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A branch says what became of what it promised before; its ledger has the figures ready. */
@FullApplicationTest
class LastCycleTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    BranchTaskService tasks;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private String page;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
        page = "/tasks/" + branch.task() + "/last-cycle";
    }

    /** The task of a cycle of the year before. */
    private long lastYear() {
        long campaign = branches.issued(branch.office(), branch.committee(), branch.unit(), Policy.defaults())
                .getId();
        jdbc.sql("update campaign set year = 2022, title = '2022年度组织生活会' where id = :id")
                .param("id", campaign)
                .update();
        return jdbc.sql("select id from branch_task where campaign_id = :id")
                .param("id", campaign)
                .query(Long.class)
                .single();
    }

    private StepRow step() {
        return tasks
                .steps(
                        tasks.get(branch.task(), branch.secretary().scope()),
                        branch.secretary().scope())
                .stream()
                .filter(row -> row.code() == StepCode.LAST_CYCLE)
                .findFirst()
                .orElseThrow();
    }

    private void close(long item) {
        jdbc.sql("update rectification_item set state = 'CLOSED', closed_on = '2023-05-01' where id = :id")
                .param("id", item)
                .update();
    }

    @Test
    @DisplayName("Without an earlier cycle the step is offered; with one it must be done before the meeting")
    void aMustWhereACycleIsKnown() {
        assertThat(step().level()).isEqualTo(StepLevel.MAY);
        assertThat(words(pages.get(branch.secretary(), page))).contains("系统里没有本支部上次活动的台账");
        long before = lastYear();
        assertThat(step().level()).as("nothing was found then").isEqualTo(StepLevel.MAY);
        branches.raise(branch.secretary(), before, true, "等候时间长", branch.organiser());
        assertThat(step().level()).isEqualTo(StepLevel.MUST);
        assertThat(step().isMissing()).isTrue();
        branches.raise(branch.secretary(), branch.task(), true, "食堂离病房太远");
        assertThat(words(pages.get(branch.secretary(), "/tasks/" + branch.task())))
                .contains("还没有写：2022年度组织生活会");
        redirect(pages.post(branch.secretary(), page, "text", "都改好了"));
        assertThat(step().state()).isEqualTo(StepState.DONE);
        jdbc.sql("update step_definition set level = 'OFF' where campaign_id = :id and code = 'LAST_CYCLE'")
                .param("id", branch.campaign())
                .update();
        assertThat(step().level()).isEqualTo(StepLevel.OFF);
    }

    @Test
    @DisplayName("The text stands ready from the ledger: counts, open items by name, of persons nothing but the number")
    void theLedgerIsTold() {
        long before = lastYear();
        close(branches.raise(branch.secretary(), before, true, "等候时间长", branch.organiser()));
        long late = branches.raise(branch.secretary(), before, true, "食堂离病房太远", branch.organiser());
        jdbc.sql("update measure set due_on = '2023-06-30' where item_id = :id")
                .param("id", late)
                .update();
        long forLong = branches.raise(branch.secretary(), before, true, "联系群众少", branch.organiser());
        jdbc.sql("update measure set due_on = null, track = 'LONG_TERM' where item_id = :id")
                .param("id", forLong)
                .update();
        branches.raise(branch.member(), before, false, "上班迟到", branch.member());
        String text = words(pages.get(branch.secretary(), page));
        assertThat(text)
                .contains("2022年度组织生活会，支部查摆问题 3 个，已销号 1 个，没有销号 2 个（其中长期坚持 1 个，超期 1 个）。")
                .contains("书记和党员个人问题 1 个，已销号 0 个。")
                .contains("第 2 项“食堂离病房太远”：已定措施，应于2023年6月30日前完成，已超期。")
                .contains("第 3 项“联系群众少”：已定措施，长期坚持。")
                .doesNotContain("等候时间长", "上班迟到");
        assertThat(words(pages.get(branch.office(), page)))
                .contains("支部还没有写上次整改情况")
                .doesNotContain("上班迟到");
    }

    @Test
    @DisplayName("Saved by those who work for the branch, read by all of it and above; a stale edit shows both texts")
    void savedWithItsVersion() {
        for (SignedInUser user : branch.all()) {
            boolean works = user.role().worksForBranch();
            MvcTestResult answer = pages.post(user, page, "text", "由" + user.role() + "写", "version", version());
            assertThat(answer.getResponse().getStatus()).as(user.role().name()).isEqualTo(works ? 302 : 403);
        }
        pages.post(branch.secretary(), page, "text", "两项已改好，一项长期坚持", "version", version());
        for (SignedInUser user : branch.all()) {
            assertThat(body(pages.get(user, page))).as(user.role().name()).contains("两项已改好，一项长期坚持");
        }
        MvcTestResult stale = pages.post(branch.organiser(), page, "text", "三项都改好了", "version", "0");
        assertThat(stale).hasStatus(409);
        assertThat(words(stale)).contains("两项已改好，一项长期坚持", "三项都改好了");
        MvcTestResult tooLong = pages.post(branch.secretary(), page, "text", "长".repeat(3001), "version", version());
        assertThat(tooLong).hasStatus(422);
        assertThat(words(tooLong)).contains("请删去 1 个字");
        assertThat(words(pages.post(branch.secretary(), page, "text", "　"))).contains("请写明上次整改的情况");
        Branch other = branches.branch(branch.committee(), "骨科党支部");
        assertThat(pages.get(other.secretary(), page)).hasStatus(404);
        assertThat(pages.post(other.secretary(), page, "text", "别的支部")).hasStatus(404);
    }

    private String version() {
        return jdbc.sql("select version from last_cycle_statement where id = :id")
                .param("id", branch.task())
                .query(Long.class)
                .optional()
                .map(String::valueOf)
                .orElse("");
    }
}
