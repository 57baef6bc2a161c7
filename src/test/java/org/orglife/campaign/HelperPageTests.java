package org.orglife.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.words;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.account.HeldRole;
import org.orglife.account.SignedInUser;
import org.orglife.account.SignedInUsers;
import org.orglife.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Members who do the work of empty seats in one campaign (domain 2.14). */
@FullApplicationTest
class HelperPageTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    SignedInUsers users;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private String helpers;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
        helpers = "/tasks/" + branch.task() + "/helpers";
    }

    private List<HeldRole> helping(SignedInUser user) {
        return users.ofAccount(user.accountId(), null).orElseThrow().roles().stream()
                .filter(held -> held.role() == Role.ASSISTANT)
                .toList();
    }

    /** Signed in anew, acting as a helper. */
    private SignedInUser helper(SignedInUser user) {
        return users.ofAccount(user.accountId(), helping(user).get(0).key()).orElseThrow();
    }

    @Test
    @DisplayName("a helper works in this campaign and in no other, and only while it runs")
    void helpEndsWithTheCampaign() {
        long other = branches.issued(branch.office(), branch.committee(), branch.unit(), Policy.defaults())
                .getId();
        long otherTask = jdbc.sql("select id from branch_task where campaign_id = :campaign")
                .param("campaign", other)
                .query(Long.class)
                .single();
        assertThat(helping(branch.member())).isEmpty();
        assertThat(pages.post(branch.secretary(), helpers, "memberId", String.valueOf(memberOf(branch.member()))))
                .hasStatus3xxRedirection();
        SignedInUser helper = helper(branch.member());
        assertThat(words(pages.get(helper, "/tasks/" + branch.task() + "/opinions")))
                .contains("征求意见");
        assertThat(pages.get(helper, "/tasks/" + otherTask)).hasStatus(404);
        assertThat(pages.get(helper, "/tasks/" + otherTask + "/opinions")).hasStatus(404);
        assertThat(words(pages.get(branch.office(), "/tasks/" + branch.task()))).contains("协助筹备 周静斌");
        jdbc.sql("update campaign set state = 'CLOSED' where id = :id")
                .param("id", branch.campaign())
                .update();
        assertThat(helping(branch.member())).isEmpty();
    }

    @Test
    @DisplayName("the office or the secretary names and dismisses; from the next request on the rights are gone")
    void namedAndDismissed() {
        pages.post(branch.office(), helpers, "memberId", String.valueOf(memberOf(branch.member())));
        long position = jdbc.sql("select id from position where task_id = :task")
                .param("task", branch.task())
                .query(Long.class)
                .single();
        assertThat(words(pages.get(branch.secretary(), helpers))).contains("周静斌", "10月20日起");
        assertThat(pages.post(branch.secretary(), helpers + "/" + position + "/end"))
                .hasStatus3xxRedirection();
        assertThat(helping(branch.member())).isEmpty();
        assertThat(pages.post(branch.secretary(), helpers + "/" + position + "/end"))
                .hasStatus(404);
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(words(refused(""))).contains("请选择请谁协助");
        assertThat(words(refused(String.valueOf(memberOf(branch.organiser()))))).contains("本来就是支委");
        pages.post(branch.secretary(), helpers, "memberId", String.valueOf(memberOf(branch.member())));
        assertThat(words(refused(String.valueOf(memberOf(branch.member()))))).contains("已经在协助");
        Branch foreign = branches.branch("骨科党支部");
        assertThat(pages.get(foreign.secretary(), helpers)).hasStatus(404);
        assertThat(pages.post(branch.secretary(), helpers, "memberId", String.valueOf(memberOf(foreign.member()))))
                .hasStatus(404);
    }

    private MvcTestResult refused(String member) {
        MvcTestResult result = pages.post(branch.secretary(), helpers, "memberId", member);
        assertThat(result).hasStatus(422);
        return result;
    }
}
