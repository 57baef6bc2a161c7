package org.orglife.reminder;

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
import org.orglife.TestClock;
import org.orglife.account.SignedInUser;
import org.orglife.rectification.ItemState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 超期督办 as each role sees it. */
@FullApplicationTest
class OverduePageTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private long ofBranch;
    private long ofMember;

    @BeforeEach
    void anItemOfTheBranchAndOneOfAMember() {
        branch = branches.branch("呼吸内科党支部");
        ofBranch = branches.item(branch, ItemState.PLANNED);
        ofMember = branches.personalItem(branch, ItemState.PLANNED);
    }

    private void late(long item, int days) {
        jdbc.sql("update measure set due_on = :day where item_id = :item")
                .param("day", TestClock.TODAY.minusDays(days))
                .param("item", item)
                .update();
    }

    private MvcTestResult note(SignedInUser who, long item, String kind, String day) {
        return pages.post(who, "/overdue/" + item, "kind", kind, "heldOn", day, "text", "请他月底前办完");
    }

    @Test
    @DisplayName("the branch sees a measure from 7 days before its date on, with the days in words")
    void theBranchSeesWhatIsNear() {
        late(ofBranch, -7);
        assertThat(words(pages.get(branch.secretary(), "/overdue"))).contains("等候时间长的措施1", "还剩7天", "临期");
        late(ofBranch, -8);
        assertThat(words(pages.get(branch.secretary(), "/overdue"))).doesNotContain("等候时间长的措施1");
        late(ofBranch, 3);
        assertThat(words(pages.get(branch.organiser(), "/overdue?step=OVERDUE")))
                .contains("等候时间长的措施1", "超期3天");
    }

    @Test
    @DisplayName("the superior sees items of branches after 15 days, and of personal ones a number only")
    void theSuperiorSeesNumbersOfPersonalItems() {
        late(ofBranch, 14);
        late(ofMember, 20);
        assertThat(words(pages.get(branch.office(), "/overdue")))
                .doesNotContain("等候时间长")
                .doesNotContain("上班迟到")
                .doesNotContain("周静斌")
                .contains("呼吸内科党支部：1 条");
        late(ofBranch, 15);
        assertThat(words(pages.get(branch.office(), "/overdue"))).contains("等候时间长的措施1", "梁梦清", "上级督办");
        assertThat(words(pages.get(branch.office(), "/"))).contains("有 1 条支部的整改措施超期半个月以上");
        assertThat(pages.get(branch.office(), "/overdue/" + ofMember)).hasStatus(404);
    }

    @Test
    @DisplayName("a reminder talk can be noted after 7 days, 约谈 after 30, each by whom it is for")
    void whatIsDoneIsNoted() {
        late(ofBranch, 6);
        assertThat(words(note(branch.secretary(), ofBranch, "REMINDER_TALK", "2023-10-20")))
                .contains("超期满 7 天才记这一种督办");
        late(ofBranch, 7);
        assertThat(redirect(note(branch.secretary(), ofBranch, "REMINDER_TALK", "2023-10-20")))
                .isEqualTo("/overdue/" + ofBranch);
        assertThat(words(pages.get(branch.organiser(), "/overdue"))).contains("提醒谈话");
        assertThat(words(note(branch.secretary(), ofBranch, "INTERVIEW", "2023-10-20")))
                .contains("不由您记录");
        late(ofBranch, 30);
        assertThat(redirect(note(branch.office(), ofBranch, "INTERVIEW", "2023-10-19")))
                .isEqualTo("/overdue/" + ofBranch);
        assertThat(words(pages.get(branch.secretary(), "/overdue/" + ofBranch))).contains("约谈", "请他月底前办完");
    }

    @Test
    @DisplayName("a day to come is refused beside its field, with all that was typed")
    void aDayToComeIsRefused() {
        late(ofBranch, 9);
        MvcTestResult refused = note(branch.secretary(), ofBranch, "REMINDER_TALK", "2023-10-21");
        assertThat(refused).hasStatus(422);
        assertThat(words(refused)).contains("日期不能晚于今天", "请他月底前办完");
        assertThat(body(refused)).contains("2023-10-21");
    }

    @Test
    @DisplayName("words for a group name no text and no owner of a personal item")
    void wordsForTheGroup() {
        late(ofBranch, 3);
        late(ofMember, 4);
        String page = body(pages.get(branch.secretary(), "/overdue"));
        String group = page.substring(
                page.indexOf("id=\"group0\""), page.indexOf("</textarea>", page.indexOf("id=\"group0\"")));
        assertThat(group).contains("呼吸内科党支部", "梁梦清", "已超期 3 天").doesNotContain("等候时间长", "周静斌", "上班迟到");
        String texts = page.substring(page.indexOf("id=\"text0\""));
        assertThat(texts).contains("周静斌同志：您有 1 条整改措施要抓紧").doesNotContain("上班迟到");
    }

    @Test
    @DisplayName("a branch does not see another branch's late items")
    void anotherBranchSeesNothing() {
        late(ofBranch, 20);
        Branch other = branches.branch("消化内科党支部");
        assertThat(words(pages.get(other.secretary(), "/overdue"))).doesNotContain("等候时间长");
        assertThat(pages.get(other.secretary(), "/overdue/" + ofBranch)).hasStatus(404);
    }
}
