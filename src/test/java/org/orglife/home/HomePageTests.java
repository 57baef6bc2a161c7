package org.orglife.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.People.by;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.account.SignedInUser;
import org.orglife.rectification.ItemState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@FullApplicationTest
class HomePageTests {

    @Autowired
    MockMvcTester pages;

    @Autowired
    BranchesAtWork branches;

    @Test
    @DisplayName("the first page names what waits and where it is settled")
    void namesWhatWaits() {
        Branch branch = branches.branch("首页党支部");
        branches.personalItem(branch, ItemState.SUBMITTED);

        assertThat(home(branch.secretary()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "于光燕同志",
                        "4 件事等您办",
                        "看通知，确认收阅",
                        "有 1 个问题等您查账销号",
                        "安排谈心谈话",
                        "/ledger?campaign=" + branch.campaign());
        assertThat(pages.get().uri("/to-dos/count").with(by(branch.secretary())))
                .hasStatusOk()
                .bodyText()
                .contains(">4<");
    }

    @Test
    @DisplayName("a superior does not read a member's problem on the first page")
    void personalTextsStayInTheBranch() {
        Branch branch = branches.branch("首页党支部");
        branches.personalItem(branch, ItemState.RETURNED);

        assertThat(home(branch.member())).bodyText().contains("上班迟到");
        for (SignedInUser other : branch.all()) {
            if (!other.equals(branch.member()) && !other.equals(branch.secretary())) {
                assertThat(home(other)).hasStatusOk().bodyText().doesNotContain("上班迟到");
            }
        }
    }

    @Test
    @DisplayName("with nothing to do the page says so")
    void saysThatThereIsNothingToDo() {
        Branch branch = branches.branch("首页党支部");
        branches.raise(branch.colleague(), branch.task(), false, "上班迟到", branch.colleague());

        assertThat(home(branch.colleague())).bodyText().contains("今天没有等您办的事");
        assertThat(pages.get().uri("/to-dos/count").with(by(branch.colleague())))
                .bodyText()
                .doesNotContain("badge");
    }

    private MvcTestResult home(SignedInUser user) {
        return pages.get().uri("/").with(by(user)).exchange();
    }
}
