package org.orglife.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.words;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.Statements;
import org.orglife.account.SignedInUser;
import org.orglife.sealing.Sealer;
import org.orglife.talk.TalkService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 关于我的全部记录: all of one's own, nothing of anybody else's, and nothing that is nobody's to see. */
@FullApplicationTest
class RecordsTests {

    /** Kinds of what is planted, after the marker of whom it is about. */
    private static final List<String> KINDS = List.of(
            "学习", "谈话", "意见", "问题", "草稿", "措施", "决议", "假条", "自评", "批评", "表态", "承诺", "积分", "督办", "主题", "公示", "材料");

    @Autowired
    BranchesAtWork branches;

    @Autowired
    TalkService talks;

    @Autowired
    Pages pages;

    @Autowired
    Sealer sealer;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private PlantedRows planted;

    @BeforeEach
    void aMeeting() {
        branch = branches.branch("呼吸内科党支部");
        planted = new PlantedRows(branch, branches, talks, pages, sealer, jdbc);
    }

    private MvcTestResult page(SignedInUser user) {
        MvcTestResult page = pages.get(user, "/me/records");
        assertThat(page).hasStatusOk();
        assertThat(body(page)).doesNotContain("??");
        return page;
    }

    @Test
    @DisplayName("Everything of one's own, on the page and on paper, and nothing of another member of the same branch")
    void ownOnly() {
        planted.about(branch.member(), "甲");
        planted.about(branch.colleague(), "乙");
        for (SignedInUser user : List.of(branch.member(), branch.colleague())) {
            String mine = user.equals(branch.member()) ? "甲" : "乙";
            String other = user.equals(branch.member()) ? "乙" : "甲";
            for (String address : List.of("/me/records", "/me/records/print")) {
                String text = words(pages.get(user, address));
                for (String kind : KINDS) {
                    assertThat(text).as(address).contains(mine + kind).doesNotContain(other + kind);
                }
            }
        }
        String secretary = words(page(branch.secretary()));
        for (String kind : KINDS) {
            assertThat(secretary).doesNotContain("甲" + kind, "乙" + kind);
        }
    }

    @Test
    @DisplayName(
            "Anonymous words, ballots and their totals, a disposition and, before he was told, a grade are not there")
    void nobodysToSee() {
        planted.about(branch.member(), "甲");
        long me = memberOf(branch.member());
        planted.row(
                "opinion",
                "task_id, number, text, about, channel, anonymous, recorded_on",
                ":task, 999, '匿名标记', 'MEMBER', 'BOX', true, '2023-10-12'");
        planted.row(
                "digest_point",
                "task_id, campaign_id, text, about, owner_id, disposition",
                ":task, :campaign, '汇总标记', 'MEMBER', :me, 'OPEN'",
                "campaign",
                branch.campaign(),
                "me",
                me);
        planted.row(
                "disposition_case",
                "review_id, finding_on",
                "(select id from member_review where member_id = :me), '1999-09-09'",
                "me",
                me);
        planted.ballot(me);
        String before = words(page(branch.member())) + words(pages.get(branch.member(), "/me/records/print"));
        assertThat(before).doesNotContain("匿名标记", "汇总标记", "1999", "87654", "43210", "票面标记", "甲评语", "甲平时", "不合格");
        assertThat(words(page(branch.member()))).contains("在被测评人名单中", "在会上，有表决权", "不记谁领了票");

        jdbc.sql(
                        "update member_review set fed_back_on = '2023-10-19', fed_back_by = :by, feedback_way = 'FACE_TO_FACE' where member_id = :me")
                .param("by", memberOf(branch.secretary()))
                .param("me", me)
                .update();
        String after = words(page(branch.member())) + words(pages.get(branch.member(), "/me/records/print"));
        assertThat(after).contains("甲评语", "甲平时", "不合格").doesNotContain("1999", "87654", "43210");
    }

    @Test
    @DisplayName("There is nothing for an account without a member, and no address for anybody else's")
    void nobodyElse() {
        for (SignedInUser user : List.of(branch.office(), branch.leader(), branch.supervisor())) {
            assertThat(pages.get(user, "/me/records")).hasStatus(404);
            assertThat(pages.get(user, "/me/records/print")).hasStatus(404);
            assertThat(pages.get(user, "/me/records/corrections/new")).hasStatus(404);
            assertThat(body(pages.get(user, "/me"))).doesNotContain("/me/records");
        }
        planted.about(branch.member(), "甲");
        long me = memberOf(branch.member());
        for (SignedInUser user : List.of(branch.secretary(), branch.deputy(), branch.organiser())) {
            for (String address : List.of("/me/records/" + me, "/members/" + me + "/records")) {
                assertThat(pages.get(user, address)).hasStatus(404);
            }
            assertThat(words(pages.get(user, "/me/records?member=" + me + "&id=" + me)))
                    .doesNotContain("甲意见", "甲草稿");
        }
    }

    @Test
    @DisplayName("What there is none of is one line; a long list is cut at fifty and says how many there are")
    void emptyAndLong() {
        assertThat(words(page(branch.colleague()))).contains("积分 没有记录", "公示 没有记录");
        Statements.reset();
        page(branch.colleague());
        int few = Statements.count();
        for (int number = 1; number <= 60; number++) {
            planted.row(
                    "opinion",
                    "task_id, number, text, about, channel, target_group, giver_id, anonymous, recorded_on",
                    ":task, :number, '很多意见', 'WORK', 'PHONE', 'MEMBER', :me, false, '2023-10-12'",
                    "number",
                    number,
                    "me",
                    memberOf(branch.colleague()));
        }
        Statements.reset();
        String many = words(page(branch.colleague()));
        assertThat(Statements.count()).isEqualTo(few).isLessThanOrEqualTo(24);
        assertThat(many).contains("只列最近 50 条，共 60 条");
        assertThat(many.split("很多意见", -1)).hasSize(51);
    }
}
