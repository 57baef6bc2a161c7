package org.orglife.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.words;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.account.SignedInUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 延期, through its pages: asked for in time, decided by somebody else, the first date kept. */
@FullApplicationTest
class ExtensionTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private long item;
    private String address;

    @BeforeEach
    void aMeasureInWork() {
        branch = branches.branch("呼吸内科党支部");
        item = branches.item(branch, ItemState.IN_PROGRESS);
        address = "/ledger/" + item + "/measures/" + branches.measure(item) + "/extension";
    }

    private MvcTestResult ask(String until) {
        return pages.post(branch.organiser(), address, "until", until, "reason", "设备要到一月才到");
    }

    private LocalDate due() {
        return jdbc.sql("select due_on from measure where item_id = :item")
                .param("item", item)
                .query(LocalDate.class)
                .single();
    }

    private void due(String on) {
        jdbc.sql("update measure set due_on = cast(:on as date) where item_id = :item")
                .param("on", on)
                .param("item", item)
                .update();
    }

    private String todos(SignedInUser user) {
        return words(pages.get(user, "/"));
    }

    private int figure(String metric) {
        return JsonPath.read(
                Pages.body(pages.json(branch.office(), "/campaigns/{id}/figures", branch.campaign())), "$." + metric);
    }

    @Test
    @DisplayName(
            "asked, seen by the secretary, granted: first date kept on page, in the ledger, in history and figures")
    void theFirstExtension() {
        assertThat(ask("2024-01-30")).hasStatus(302);
        assertThat(todos(branch.secretary())).contains("有 1 条措施申请延期，等您决定");
        assertThat(todos(branch.office())).doesNotContain("申请延期");
        String page = words(pages.get(branch.secretary(), "/ledger/{id}", item));
        assertThat(page).contains("申请延到2024年1月30日", "设备要到一月才到", "同意延期");
        assertThat(words(pages.get(branch.member(), "/ledger/{id}", item))).doesNotContain("同意延期");
        assertThat(pages.post(branch.secretary(), address + "/grant")).hasStatus(302);
        assertThat(due()).isEqualTo(LocalDate.of(2024, 1, 30));
        assertThat(words(pages.get(branch.member(), "/ledger/{id}", item)))
                .contains("原定12月31日，延至2024年1月30日", "申请延期", "同意延期", "2023-12-31 → 2024-01-30");
        assertThat(words(pages.get(
                        branch.office(), "/ledger?campaign={c}&view=MEASURES&due=EXTENDED", branch.campaign())))
                .contains("措施 1 条", "原定12月31日");
        assertThat(figure("M17a")).isEqualTo(1);
        assertThat(todos(branch.secretary())).doesNotContain("申请延期");
        assertThat(jdbc.sql("select action from audit_entry where object_id = :id order by id")
                        .param("id", String.valueOf(item))
                        .query(String.class)
                        .list())
                .contains(
                        "rectification.rectificationAction.EXTENSION_ASKED",
                        "rectification.rectificationAction.EXTENSION_GRANTED");
    }

    @Test
    @DisplayName("more than the campaign allows, or a second time, is for the superior")
    void beyondTheBranch() {
        ask("2024-01-31");
        assertThat(pages.post(branch.secretary(), address + "/grant"))
                .hasStatus(409)
                .bodyText()
                .contains("超过 30 天，或者第二次延期，由上级党委办公室决定");
        assertThat(todos(branch.secretary())).doesNotContain("申请延期，等您决定");
        assertThat(todos(branch.office())).contains("有 1 条措施申请延期，等您决定");
        assertThat(pages.post(branch.office(), address + "/grant")).hasStatus(302);

        ask("2024-02-10");
        assertThat(pages.post(branch.secretary(), address + "/grant")).hasStatus(409);
        assertThat(pages.post(branch.office(), address + "/grant")).hasStatus(302);
        assertThat(due()).isEqualTo(LocalDate.of(2024, 2, 10));
        assertThat(words(pages.get(branch.member(), "/ledger/{id}", item))).contains("原定12月31日，延至2024年2月10日");
    }

    @Test
    @DisplayName(
            "on the last day it is asked for; after it a sentence says what to do instead, and nothing typed is lost")
    void afterTheDate() {
        due("2023-10-19");
        MvcTestResult late = ask("2023-11-10");
        assertThat(late).hasStatus(422);
        assertThat(words(late)).contains("这条措施的时限是 2023-10-19，已经过了，不能再申请延期", "请尽快完成");
        assertThat(words(pages.get(branch.organiser(), "/ledger/{id}", item))).contains("已经过了时限，不能再申请延期");
        due("2023-10-20");
        MvcTestResult backwards = ask("2023-10-20");
        assertThat(words(backwards)).contains("新的时限要晚于现在的时限 2023-10-20", "设备要到一月才到");
        assertThat(words(ask(""))).contains("请填要延到哪一天");
        assertThat(words(ask("2023-13-40"))).contains("设备要到一月才到");
        assertThat(ask("2023-11-10")).hasStatus(302);
        assertThat(ask("2023-11-11")).as("one at a time").hasStatus(422);
    }

    @Test
    @DisplayName("refused with a reason: the date stays, the owner reads why and may ask again")
    void refused() {
        ask("2024-01-15");
        assertThat(words(pages.post(branch.deputy(), address + "/refuse", "reason", " ")))
                .contains("请写明为什么不同意");
        assertThat(pages.post(branch.deputy(), address + "/refuse", "reason", "可以先借一台"))
                .hasStatus(302);
        assertThat(due()).isEqualTo(BranchesAtWork.DUE);
        assertThat(words(pages.get(branch.organiser(), "/ledger/{id}", item))).contains("不同意延期", "可以先借一台", "申请延期");
        assertThat(ask("2024-01-15")).hasStatus(302);
        assertThat(pages.post(branch.organiser(), address + "/drop")).hasStatus(302);
        assertThat(pages.post(branch.secretary(), address + "/grant"))
                .hasStatus(409)
                .bodyText()
                .contains("没有等待决定的延期申请");
    }

    @Test
    @DisplayName("nobody decides on his own measure; a request that has gone by is not granted")
    void notHisOwnAndNotGoneBy() {
        jdbc.sql("update measure set owner_id = :me where item_id = :item")
                .param("me", BranchesAtWork.memberOf(branch.secretary()))
                .param("item", item)
                .update();
        pages.post(branch.secretary(), address, "until", "2024-01-10", "reason", "等审批");
        assertThat(pages.post(branch.secretary(), address + "/grant"))
                .hasStatus(409)
                .bodyText()
                .contains("自己负责的措施不能由自己同意延期");
        jdbc.sql("update measure set due_on = '2023-10-01', extension_until = '2023-10-19' where item_id = :item")
                .param("item", item)
                .update();
        assertThat(pages.post(branch.deputy(), address + "/grant"))
                .hasStatus(409)
                .bodyText()
                .contains("申请延到的 2023-10-19 已经过了");
    }

    @Test
    @DisplayName("once work has begun the form of a measure does not move its date to a later one")
    void theFormIsNoWayRound() {
        long measure = branches.measure(item);
        String edit = "/ledger/" + item + "/measures/" + measure;
        String[] fields = {
            "version",
            String.valueOf(branches.version(item, branch.secretary())),
            "text",
            "加开窗口",
            "ownerId",
            String.valueOf(BranchesAtWork.memberOf(branch.organiser())),
            "track",
            "TERM",
            "dueOn",
            "2024-02-01"
        };
        MvcTestResult later = pages.post(branch.secretary(), edit, fields);
        assertThat(later).hasStatus(422);
        assertThat(words(later)).contains("整改已经开始，时限 2023-12-31 不能直接改晚", "加开窗口");
        fields[9] = "2023-12-01";
        assertThat(pages.post(branch.secretary(), edit, fields))
                .as("earlier is free")
                .hasStatus(302);
    }

    @Test
    @DisplayName("a member's own measure: the secretary decides however long, the superior sees nothing of it")
    void personal() {
        long own = branches.personalItem(branch, ItemState.IN_PROGRESS);
        String at = "/ledger/" + own + "/measures/" + branches.measure(own) + "/extension";
        assertThat(pages.post(branch.member(), at, "until", "2024-06-30", "reason", "要考证"))
                .hasStatus(302);
        assertThat(todos(branch.secretary())).contains("有 1 条措施申请延期，等您决定");
        assertThat(todos(branch.office())).doesNotContain("申请延期");
        assertThat(pages.post(branch.office(), at + "/grant")).hasStatus(404);
        assertThat(pages.post(branch.secretary(), at + "/grant")).hasStatus(302);
    }
}
