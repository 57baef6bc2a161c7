package org.orglife.lookback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.hidden;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.redirectedId;
import static org.orglife.Pages.words;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.account.SignedInUser;
import org.orglife.rectification.ItemState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 回头看: drawn, looked at by others than the owners, ended; what did not hold is open again. */
@FullApplicationTest
class LookBackTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
    }

    private String at() {
        return "/tasks/" + branch.task() + "/look-backs";
    }

    private MvcTestResult draw(SignedInUser by, String extent, String... more) {
        List<String> fields = new ArrayList<>(List.of("extent", extent, "plannedOn", "2023-10-20"));
        fields.addAll(List.of(more));
        return pages.post(by, at(), fields.toArray(String[]::new));
    }

    /** A round of the branch with everything that is struck off; its publicity member and an ordinary one look. */
    private long round() {
        return redirectedId(
                draw(branch.secretary(), "ALL", "members", id(branch.publicity()), "members", id(branch.colleague())));
    }

    private static String id(SignedInUser user) {
        return String.valueOf(BranchesAtWork.memberOf(user));
    }

    private long result(long round, long item) {
        return jdbc.sql("select id from look_back_result where round_id = :round and item_id = :item")
                .param("round", round)
                .param("item", item)
                .query(Long.class)
                .single();
    }

    private MvcTestResult record(SignedInUser by, long result, String finding, String... more) {
        long version = jdbc.sql("select version from look_back_result where id = :id")
                .param("id", result)
                .query(Long.class)
                .single();
        List<String> fields = new ArrayList<>(List.of(
                "finding", finding, "way", "ON_SITE", "checkedOn", "2023-10-20", "version", String.valueOf(version)));
        if (!List.of(more).contains("inspector")) {
            fields.addAll(List.of("inspector", "0"));
        }
        fields.addAll(List.of(more));
        return pages.post(by, "/look-backs/items/" + result, fields.toArray(String[]::new));
    }

    private String page(SignedInUser by, long round) {
        return words(pages.get(by, "/look-backs/" + round));
    }

    @Test
    @DisplayName("A branch is not done while one of its rounds is open")
    void notDoneWhileARoundIsOpen() {
        branches.item(branch, ItemState.CLOSED);
        long round = round();
        jdbc.sql("update branch_task set state = 'RECTIFYING' where id = :id")
                .param("id", branch.task())
                .update();
        String completion = "/campaigns/" + branch.campaign() + "/completion";
        String[] task = {"task", String.valueOf(branch.task())};
        assertThat(words(pages.get(branch.office(), completion))).contains("回头看还没有结束");
        assertThat(words(pages.post(branch.office(), completion, task))).contains("有支部的回头看还没有结束，结束后再办结");
        redirect(pages.post(branch.secretary(), "/look-backs/" + round + "/cancel"));
        assertThat(pages.post(branch.office(), completion, task)).hasStatus(302);
    }

    @Test
    @DisplayName(
            "From the drawing to the end: 反弹 registers the item again at once, and the round tells what it came to")
    void fromTheDrawingToTheEnd() {
        long holds = branches.item(branch, ItemState.CLOSED);
        long comesBack = branches.item(branch, ItemState.CLOSED);
        branches.item(branch, ItemState.IN_PROGRESS);
        long round = round();
        assertThat(page(branch.secretary(), round)).contains("第 1 轮回头看", "待检查", "还有 2 项没有检查", "康国斌", "罗颖");
        assertThat(words(pages.post(branch.secretary(), "/look-backs/" + round + "/finish")))
                .contains("还有 2 项没有检查，不能结束");
        redirect(record(branch.publicity(), result(round, holds), "HOLDING"));
        assertThat(pages.post(branch.secretary(), "/look-backs/" + round + "/cancel"))
                .hasStatus(409);
        redirect(record(branch.secretary(), result(round, comesBack), "REBOUND", "remark", "又排起了长队"));
        assertThat(branches.state(holds)).isEqualTo(ItemState.CLOSED);
        assertThat(branches.state(comesBack)).isEqualTo(ItemState.REOPENED);
        assertThat(words(pages.get(branch.secretary(), "/ledger/{id}", comesBack)))
                .contains("复号", "回头看：第 1 轮，反弹。又排起了长队");
        assertThat(words(pages.get(branch.secretary(), "/ledger/{id}", holds))).contains("第 1 轮，巩固");
        assertThat(words(pages.get(branch.secretary(), "/"))).contains("回头看都检查完了，请结束这一轮");
        redirect(pages.post(branch.secretary(), "/look-backs/" + round + "/finish"));
        assertThat(page(branch.office(), round))
                .contains("已结束", "呼吸内科党支部第 1 轮回头看：党支部问题 2 项，巩固 1 项、不够彻底 0 项、反弹 1 项、未落实 0 项。", "实地查看");
        assertThat(words(record(branch.publicity(), result(round, holds), "PARTIAL", "remark", "还差一点")))
                .contains("这一轮已经结束或者取消");
        assertThat(words(pages.get(branch.member(), at()))).contains("巩固 1，不够彻底 0，反弹 1，未落实 0", "已查 2/2 项");
    }

    @Test
    @DisplayName("Nobody looks at what he answers for, nor notes it; only those named note anything")
    void nobodyHisOwn() {
        long item = branches.item(branch, ItemState.CLOSED);
        long round = redirectedId(draw(
                branch.secretary(),
                "ALL",
                "members",
                id(branch.organiser()),
                "members",
                id(branch.publicity()),
                "others",
                "王建国、李敏"));
        long result = result(round, item);
        assertThat(words(record(branch.organiser(), result, "HOLDING", "inspector", "2")))
                .contains("这一项由您负责整改，不能由您检查");
        int organiser = jdbc.sql("select position from look_back_inspector where round_id = :r and member_id = :m")
                .param("r", round)
                .param("m", branch.organiser().memberId())
                .query(Integer.class)
                .single();
        assertThat(words(record(branch.secretary(), result, "HOLDING", "inspector", String.valueOf(organiser))))
                .contains("这一项由梁梦清负责整改，请换一名检查人");
        assertThat(words(record(branch.deputy(), result, "HOLDING", "inspector", "9")))
                .contains("检查人已经变了");
        assertThat(words(record(branch.member(), result, "HOLDING", "inspector", "2")))
                .contains("结果由检查人或者安排这一轮的人登记");
        assertThat(words(record(branch.office(), result, "HOLDING", "inspector", "2")))
                .contains("结果由检查人或者安排这一轮的人登记");
        assertThat(pages.get(branch.supervisor(), "/look-backs/items/" + result))
                .hasStatus(403);
        assertThat(words(pages.get(branch.organiser(), "/look-backs/" + round))).contains("您负责，请别人检查");
        redirect(record(branch.secretary(), result, "HOLDING", "inspector", "3"));
        assertThat(page(branch.secretary(), round)).contains("李敏", "巩固 1 项");
    }

    @Test
    @DisplayName("Wrong input is said in a sentence, and what was typed stays")
    void wrongInput() {
        long item = branches.item(branch, ItemState.CLOSED);
        assertThat(words(draw(branch.secretary(), "ALL"))).contains("请至少选一名检查人");
        assertThat(words(draw(branch.secretary(), "SAMPLE", "percent", "0", "others", "王建国")))
                .contains("抽查比例请填 1 到 100");
        assertThat(words(draw(branch.secretary(), "REOPENED_ONLY", "others", "王建国")))
                .contains("没有可以回头看的问题");
        assertThat(words(pages.post(branch.secretary(), at(), "plannedOn", "2025-10-20", "others", "王建国")))
                .contains("请选择看哪些");
        assertThat(words(draw(
                        branch.secretary(),
                        "ALL",
                        "members",
                        id(branches.branch("骨科党支部").member()))))
                .contains("不是本支部现在的党员");
        assertThat(draw(branch.organiser(), "ALL", "others", "王建国")).hasStatus(403);
        long round = round();
        assertThat(words(draw(branch.deputy(), "ALL", "others", "王建国"))).contains("还有一轮没有结束");
        long result = result(round, item);
        assertThat(words(record(branch.publicity(), result, "PARTIAL"))).contains("请写清楚差在哪里");
        assertThat(words(pages.post(branch.publicity(), "/look-backs/items/" + result, "remark", "打好的意见")))
                .contains("请选择结果", "请选择检查方式", "请选择检查人", "请填检查日期", "打好的意见");
        jdbc.sql("update rectification_item set closed_on = '2023-10-18' where id = :id")
                .param("id", item)
                .update();
        assertThat(words(pages.post(
                        branch.publicity(),
                        "/look-backs/items/" + result,
                        "finding",
                        "HOLDING",
                        "way",
                        "RECORDS",
                        "inspector",
                        "0",
                        "checkedOn",
                        "2023-10-17",
                        "version",
                        "0")))
                .contains("检查日期早于销号日期");
    }

    @Test
    @DisplayName(
            "A result is corrected until the round ends, but 复号 is not taken back, and nothing once the item moved")
    void corrections() {
        long item = branches.item(branch, ItemState.CLOSED);
        long result = result(round(), item);
        redirect(record(branch.publicity(), result, "PARTIAL", "remark", "还差一点"));
        String stale = hidden(pages.get(branch.publicity(), "/look-backs/items/" + result), "version");
        redirect(record(branch.publicity(), result, "NOT_DONE", "remark", "没有加窗口"));
        assertThat(pages.post(
                        branch.publicity(),
                        "/look-backs/items/" + result,
                        "finding",
                        "HOLDING",
                        "way",
                        "RECORDS",
                        "inspector",
                        "0",
                        "checkedOn",
                        "2023-10-20",
                        "version",
                        stale))
                .hasStatus(409);
        assertThat(branches.state(item)).isEqualTo(ItemState.REOPENED);
        assertThat(words(record(branch.publicity(), result, "HOLDING"))).contains("这一项已经复号，不能改成");
        redirect(record(branch.publicity(), result, "REBOUND", "remark", "加了又撤了"));
        assertThat(jdbc.sql("select reopenings from rectification_item where id = :id")
                        .param("id", item)
                        .query(Integer.class)
                        .single())
                .as("registered again once")
                .isEqualTo(1);
        branches.report(item, branch.organiser(), false);
        assertThat(words(record(branch.publicity(), result, "NOT_DONE", "remark", "改一改")))
                .contains("这一项已经重新整改，不能再登记");
    }

    @Test
    @DisplayName("An item that is being worked on again by itself is left out when the round ends")
    void movedOn() {
        long item = branches.item(branch, ItemState.CLOSED);
        long round = round();
        pages.post(branch.office(), "/ledger/" + item + "/register-again", "source", "SUPERVISION", "reason", "又排队");
        assertThat(words(record(branch.publicity(), result(round, item), "HOLDING")))
                .contains("这一项已经重新整改，不能再登记");
        redirect(pages.post(branch.deputy(), "/look-backs/" + round + "/finish"));
        assertThat(page(branch.secretary(), round)).contains("已重新整改 1 项");
        assertThat(words(pages.post(branch.deputy(), "/look-backs/" + round + "/cancel")))
                .contains("这一轮已经结束或者取消");
    }

    @Test
    @DisplayName("Superiors count personal items and read none; members of the branch are told of their own alone")
    void personalItems() {
        branches.item(branch, ItemState.CLOSED);
        long personal = branches.personalItem(branch, ItemState.CLOSED);
        jdbc.sql("update branch_task set state = 'RECTIFYING' where id = :id")
                .param("id", branch.task())
                .update();
        long round = round();
        long result = result(round, personal);
        for (SignedInUser above : List.of(branch.office(), branch.leader(), branch.supervisor())) {
            assertThat(page(above, round))
                    .contains("等候时间长", "个人问题 1 项", "只计数，不显示内容")
                    .doesNotContain("上班迟到");
        }
        assertThat(page(branch.colleague(), round)).contains("等候时间长").doesNotContain("上班迟到", "个人问题");
        assertThat(pages.get(branch.colleague(), "/look-backs/items/" + result)).hasStatus(404);
        assertThat(record(branch.colleague(), result, "HOLDING")).hasStatus(404);
        assertThat(page(branch.member(), round)).contains("上班迟到").doesNotContain("个人问题");
        assertThat(page(branch.organiser(), round)).contains("上班迟到", "个人问题 1 项");
        redirect(record(branch.secretary(), result, "NOT_DONE", "remark", "又迟到两次"));
        assertThat(branches.state(personal)).isEqualTo(ItemState.REOPENED);
        assertThat(page(branch.office(), round)).contains("未落实 1 项").doesNotContain("又迟到两次");
        assertThat(words(pages.get(branch.office(), "/look-backs/" + round + "/print")))
                .contains("回头看记录", "等候时间长")
                .doesNotContain("上班迟到", "又迟到两次");
        assertThat(words(pages.get(branch.secretary(), "/look-backs/" + round + "/print")))
                .contains("上班迟到", "又迟到两次");
    }

    @Test
    @DisplayName("An office draws for a branch below it, the branch's items alone, and the branch leaves it to it")
    void drawnByTheOffice() {
        long item = branches.item(branch, ItemState.CLOSED);
        branches.personalItem(branch, ItemState.CLOSED);
        long own = round();
        assertThat(words(pages.get(branch.office(), at() + "/new"))).contains("已销号的全部（1 项）");
        long round = redirectedId(draw(branch.office(), "SAMPLE", "percent", "10", "others", "沈光涛"));
        assertThat(page(branch.secretary(), round)).contains("第 2 轮回头看", "由上级党委办公室检查", "抽签号");
        assertThat(jdbc.sql("select count(*) from look_back_result where round_id = :round")
                        .param("round", round)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(words(record(branch.secretary(), result(round, item), "HOLDING")))
                .contains("结果由检查人或者安排这一轮的人登记");
        assertThat(words(pages.get(branch.office(), "/"))).contains("回头看：1 项等着检查");
        redirect(record(branch.office(), result(round, item), "REBOUND", "remark", "又排起了长队"));
        assertThat(branches.state(item)).isEqualTo(ItemState.REOPENED);
        assertThat(words(pages.post(branch.secretary(), "/look-backs/" + round + "/finish")))
                .contains("这一轮由安排的一方结束或者取消");
        redirect(pages.post(branch.office(), "/look-backs/" + round + "/finish"));
        redirect(pages.post(branch.secretary(), "/look-backs/" + own + "/cancel"));
        Branch elsewhere = branches.branch("骨科党支部");
        assertThat(pages.get(elsewhere.secretary(), "/look-backs/" + round)).hasStatus(404);
        assertThat(pages.get(elsewhere.office(), at())).hasStatus(404);
        assertThat(pages.post(elsewhere.office(), "/look-backs/items/" + result(round, item)))
                .hasStatus(404);
    }

    @Test
    @DisplayName("The record goes out as a workbook and as a document, and the trail says so")
    void files() {
        branches.item(branch, ItemState.CLOSED);
        long round = round();
        for (String file : List.of("record.xlsx", "record.docx")) {
            MvcTestResult sent = pages.get(branch.secretary(), "/look-backs/" + round + "/" + file);
            assertThat(sent).hasStatusOk();
            assertThat(sent.getResponse().getContentAsByteArray()).startsWith('P', 'K');
        }
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'lookback.lookBackAction.EXPORTED'"
                                + " and object_id = :id")
                        .param("id", String.valueOf(round))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName(
            "Asked for: a month after the first item was struck off, until a round was held; then who looks is asked")
    void askedFor() {
        long item = branches.item(branch, ItemState.CLOSED);
        assertThat(words(pages.get(branch.secretary(), "/"))).doesNotContain("到了回头看的时候");
        jdbc.sql("update rectification_item set closed_on = '2023-09-20' where id = :id")
                .param("id", item)
                .update();
        assertThat(words(pages.get(branch.secretary(), "/"))).contains("到了回头看的时候", "已销号 1 项");
        assertThat(words(pages.get(branch.publicity(), "/"))).doesNotContain("到了回头看的时候");
        assertThat(words(pages.get(branch.secretary(), at() + "/new"))).contains("已销号的全部（1 项）");
        long round = round();
        assertThat(words(pages.get(branch.secretary(), "/")))
                .doesNotContain("到了回头看的时候")
                .contains("回头看：1 项等着检查");
        assertThat(words(pages.get(branch.colleague(), "/"))).contains("回头看：1 项等着检查");
        assertThat(words(pages.get(branch.organiser(), "/"))).doesNotContain("回头看：1 项等着检查");
        redirect(record(branch.colleague(), result(round, item), "HOLDING", "inspector", "1"));
        assertThat(words(pages.get(branch.colleague(), "/"))).doesNotContain("等着检查");
        redirect(pages.post(branch.secretary(), "/look-backs/" + round + "/finish"));
        assertThat(words(pages.get(branch.secretary(), "/"))).doesNotContain("回头看");
    }
}
