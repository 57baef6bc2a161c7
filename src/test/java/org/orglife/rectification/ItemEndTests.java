package org.orglife.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.words;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.organisation.OrgUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 复号、撤销、合并、移交: what becomes of items besides being struck off. */
@FullApplicationTest
class ItemEndTests {

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

    private int figure(String metric) {
        return JsonPath.read(
                Pages.body(pages.json(branch.office(), "/campaigns/{id}/figures", branch.campaign())), "$." + metric);
    }

    private String page(long item) {
        return words(pages.get(branch.secretary(), "/ledger/{id}", item));
    }

    @Test
    @DisplayName("复号: counts as open again and in M17d; closes again by the ordinary way once something was done")
    void registeredAgain() {
        long item = branches.item(branch, ItemState.CLOSED);
        String at = "/ledger/" + item;
        assertThat(figure("M16")).isEqualTo(1);
        assertThat(words(pages.post(branch.office(), at + "/register-again", "reason", " ")))
                .contains("请写明为什么要复号");
        assertThat(pages.post(branch.secretary(), at + "/register-again", "reason", "又排队"))
                .hasStatus(409);
        assertThat(pages.post(branch.office(), at + "/register-again", "source", "LOOK_BACK", "reason", "又排队"))
                .hasStatus(302);
        assertThat(branches.state(item)).isEqualTo(ItemState.REOPENED);
        assertThat(figure("M16")).isZero();
        assertThat(figure("M17d")).isEqualTo(1);
        assertThat(page(item)).contains("复号", "回头看：又排队");
        assertThat(words(pages.get(branch.organiser(), "/"))).contains("销号后又复号了，请继续整改");
        assertThat(words(pages.get(branch.office(), "/ledger?campaign={c}&status=REOPENED", branch.campaign())))
                .contains("问题 1 个", "复号");

        assertThat(pages.post(branch.organiser(), at + "/hand-in", "result", "改好了"))
                .hasStatus(409)
                .bodyText()
                .contains("这一项复号以后还没有新的整改");
        String measure = at + "/measures/" + branches.measure(item);
        pages.post(branch.organiser(), measure + "/reopen");
        pages.post(branch.organiser(), measure + "/report", "words", "又加了一个窗口", "done", "true");
        assertThat(pages.post(branch.organiser(), at + "/hand-in", "result", "这次改好了"))
                .hasStatus(302);
        assertThat(pages.post(branch.office(), at + "/approve")).hasStatus(302);
        assertThat(branches.state(item)).isEqualTo(ItemState.CLOSED);
        assertThat(figure("M16")).isEqualTo(1);
        assertThat(figure("M17d")).as("it has been registered again once").isEqualTo(1);
    }

    @Test
    @DisplayName("撤销 names who decided and when")
    void withdrawn() {
        long item = branches.item(branch, ItemState.PLANNED);
        String at = "/ledger/" + item + "/withdraw";
        assertThat(words(pages.post(branch.secretary(), at, "reason", "重复了"))).contains("请选择由谁决定，填上决定的日期", "重复了");
        assertThat(words(pages.post(branch.secretary(), at, "reason", "重复了", "body", "COMMITTEE", "on", "2023-10-21")))
                .contains("决定的日期晚于今天");
        assertThat(pages.post(branch.secretary(), at, "reason", "重复了", "body", "GENERAL_MEETING", "on", "2023-10-18"))
                .hasStatus(302);
        assertThat(page(item)).contains("支部党员大会10月18日决定撤销", "重复了");
    }

    @Test
    @DisplayName("合并: measures go along if they are to, both items lead to each other, figures follow")
    void merged() {
        long item = branches.item(branch, ItemState.IN_PROGRESS);
        long into = branches.raise(branch.secretary(), branch.task(), true, "排队时间长");
        assertThat(figure("M08")).isEqualTo(2);
        assertThat(words(pages.post(branch.secretary(), "/ledger/" + item + "/merge")))
                .contains("请选择并入哪一项");
        assertThat(pages.post(
                        branch.secretary(),
                        "/ledger/" + item + "/merge",
                        "into",
                        String.valueOf(into),
                        "takeMeasures",
                        "true"))
                .hasStatus(302);
        assertThat(branches.state(item)).isEqualTo(ItemState.MERGED);
        assertThat(branches.state(into)).isEqualTo(ItemState.IN_PROGRESS);
        assertThat(figure("M08")).isEqualTo(1);
        assertThat(figure("M15")).isEqualTo(1);
        assertThat(page(item)).contains("已并入第 2 项", "排队时间长", "已合并");
        assertThat(page(into)).contains("第 1 项并入本项", "等候时间长的措施1", "原第 1 项");
        assertThat(pages.post(
                        branch.organiser(),
                        "/ledger/" + into + "/measures/" + branches.measure(into) + "/report",
                        "done",
                        "true"))
                .as("work goes on there")
                .hasStatus(302);
    }

    @Test
    @DisplayName("合并 stays within one subject, and nothing is added to what is handed in")
    void mergedWithinOneSubject() {
        long item = branches.item(branch, ItemState.PLANNED);
        long own = branches.raise(branch.secretary(), branch.task(), false, "开会少", branch.secretary());
        assertThat(words(pages.post(branch.secretary(), "/ledger/" + item + "/merge", "into", String.valueOf(own))))
                .contains("只能并入同一次活动、同一主体还没有办结的另一项");
        long handedIn = branches.item(branch, ItemState.SUBMITTED);
        assertThat(words(pages.post(
                        branch.secretary(),
                        "/ledger/" + item + "/merge",
                        "into",
                        String.valueOf(handedIn),
                        "takeMeasures",
                        "true")))
                .contains("那一项已经交账，不能再加措施");
        assertThat(branches.state(item)).isEqualTo(ItemState.PLANNED);
    }

    @Test
    @DisplayName("移交 by the office: one item ends, another begins in the other branch, each says so")
    void transferred() {
        OrgUnit other = branches.beside(branch);
        long item = branches.item(branch, ItemState.IN_PROGRESS);
        String at = "/ledger/" + item + "/transfer";
        assertThat(words(pages.get(branch.office(), "/ledger/{id}", item))).contains("移交给别的支部", "设备科党支部");
        assertThat(page(item)).doesNotContain("移交给别的支部");
        assertThat(pages.post(branch.secretary(), at, "branch", "1", "reason", "x"))
                .hasStatus(403);
        assertThat(words(pages.post(branch.office(), at, "reason", "归设备科管"))).contains("请选择移交给哪个支部", "归设备科管");
        assertThat(pages.post(branch.office(), at, "branch", String.valueOf(other.getId()), "reason", "归设备科管"))
                .hasStatus(302);
        assertThat(branches.state(item)).isEqualTo(ItemState.TRANSFERRED);
        assertThat(page(item)).contains("已移交", "已移交设备科党支部，第 1 项", "归设备科管");
        long opened = jdbc.sql("select id from rectification_item where transferred_from_id = :item")
                .param("item", item)
                .query(Long.class)
                .single();
        assertThat(branches.state(opened)).isEqualTo(ItemState.CLAIMED);
        assertThat(words(pages.get(branch.office(), "/ledger/{id}", opened)))
                .contains("设备科党支部", "由呼吸内科党支部移交", "还没有定措施");
        assertThat(pages.get(branch.secretary(), "/ledger/{id}", opened)).hasStatus(404);
        assertThat(figure("M08")).as("counted once").isEqualTo(1);
    }
}
