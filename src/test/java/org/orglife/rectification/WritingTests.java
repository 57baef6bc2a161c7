package org.orglife.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.words;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.Statements;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.Policy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hints reach whoever writes, from his own earlier lists alone, and leave no trace. */
@FullApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class WritingTests {

    private static final String MINE = "上半年有2次集中学习用看材料代替，没有谈体会";

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private long lastYear;

    @BeforeEach
    void aBranchInItsSecondYear() {
        branch = branches.branch("呼吸内科党支部");
        long campaign = branches.issued(branch.office(), branch.committee(), branch.unit(), Policy.defaults())
                .getId();
        jdbc.sql("update campaign set year = 2022, title = '2022年度组织生活会' where id = :id")
                .param("id", campaign)
                .update();
        lastYear = jdbc.sql("select id from branch_task where campaign_id = :id")
                .param("id", campaign)
                .query(Long.class)
                .single();
    }

    private String hints(SignedInUser by, String... fields) {
        var answer = pages.post(by, "/tasks/" + branch.task() + "/writing-hints", fields);
        assertThat(answer).hasStatusOk();
        return words(answer).strip();
    }

    @Test
    @DisplayName("A near-copy is found in one's own earlier list, in nobody else's")
    void ownListsAlone() {
        branches.raise(branch.member(), lastYear, false, MINE, branch.member());
        assertThat(hints(branch.member(), "mine", "true", "text", MINE))
                .contains("和2022年度组织生活会列过的几乎一样", MINE, "只有您看得到，不保存");
        assertThat(hints(branch.colleague(), "mine", "true", "text", MINE)).isEmpty();
        assertThat(hints(branch.secretary(), "mine", "false", "text", MINE)).isEmpty();
        assertThat(hints(branch.secretary(), "mine", "true", "text", MINE)).isEmpty();
        branches.raise(branch.secretary(), lastYear, true, "挂号窗口上午只开两个，等候时间长", branch.organiser());
        assertThat(hints(branch.organiser(), "text", "等候时间长，挂号窗口上午只开两个")).contains("几乎一样");
        assertThat(hints(branch.member(), "mine", "false", "text", "等候时间长，挂号窗口上午只开两个"))
                .as("a member writes nothing for the branch")
                .isEmpty();
    }

    @Test
    @DisplayName("Measures in the form of a problem and alone are looked at; odd input gets no hint and no error")
    void measures() {
        assertThat(hints(branch.secretary(), "text", "学习不够深入", "measures[0].text", "争取做好", "measures[1].text", ""))
                .contains("“学习不够深入”谁都可以这样写", "“争取”后面没有写时间或数量");
        assertThat(hints(branch.secretary(), "kind", "measure", "text", "尽量多谈")).contains("“尽量”");
        for (String odd : List.of("", "　", "😀", "<script>", "%s{0}${1}", "长".repeat(20_000))) {
            assertThat(hints(branch.secretary(), "text", odd)).as(odd).isEmpty();
        }
        Branch other = branches.branch(branch.committee(), "骨科党支部");
        assertThat(pages.post(other.secretary(), "/tasks/" + branch.task() + "/writing-hints", "text", "争取"))
                .hasStatus(404);
    }

    @Test
    @DisplayName("3.9: nothing of it is stored, noted or logged")
    void noTrace(CapturedOutput output) {
        long trail =
                jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
        Statements.reset();
        hints(branch.member(), "mine", "true", "text", "学习不够深入金丝雀");
        assertThat(Statements.texts())
                .isNotEmpty()
                .noneMatch(
                        sql -> sql.strip().toLowerCase(java.util.Locale.ROOT).matches("(?s)(insert|update|delete).*"));
        assertThat(jdbc.sql("select count(*) from audit_entry")
                        .query(Long.class)
                        .single())
                .isEqualTo(trail);
        assertThat(output.getAll()).doesNotContain("金丝雀");
    }
}
