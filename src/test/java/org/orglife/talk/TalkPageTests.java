package org.orglife.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;

import java.util.List;
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

/** The pages of talks: one tap, the sheet, one's own talks, the papers, and what each role meets on them. */
@FullApplicationTest
class TalkPageTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private String talks;

    @BeforeEach
    void prepare() {
        branch = branches.branch("呼吸内科党支部");
        talks = "/tasks/" + branch.task() + "/talks";
    }

    private static String pair(SignedInUser one, SignedInUser other) {
        return memberOf(one) + "-" + memberOf(other);
    }

    private MvcTestResult record(SignedInUser by, SignedInUser convener, SignedInUser with, String... more) {
        List<String> fields = new java.util.ArrayList<>(List.of(
                "convener",
                String.valueOf(memberOf(convener)),
                "partners",
                String.valueOf(memberOf(with)),
                "day",
                "2023-10-20",
                "medium",
                "FACE"));
        fields.addAll(List.of(more));
        return pages.post(by, talks, fields.toArray(String[]::new));
    }

    private long only() {
        return jdbc.sql("select id from talk where task_id = :task and withdrawn_at is null")
                .param("task", branch.task())
                .query(Long.class)
                .single();
    }

    private int count() {
        return jdbc.sql("select count(*) from talk where task_id = :task and withdrawn_at is null")
                .param("task", branch.task())
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("BR-65: one tap notes a talk of today, face to face, asks for nothing else, and can be undone")
    void oneTapNotesATalk() {
        assertThat(words(pages.get(branch.secretary(), talks))).contains("还没谈的 4 人", "建议");
        for (int click = 0; click < 2; click++) {
            assertThat(redirect(pages.post(
                            branch.secretary(), talks + "/now", "pair", pair(branch.secretary(), branch.member()))))
                    .isEqualTo(talks);
        }
        assertThat(count()).isEqualTo(1);
        assertThat(jdbc.sql("select held_on || ' ' || medium from talk where id = :id")
                        .param("id", only())
                        .query(String.class)
                        .single())
                .isEqualTo("2023-10-20 FACE");
        assertThat(words(pages.get(branch.secretary(), talks))).contains("还没谈的 3 人", "10月20日");
        assertThat(pages.post(branch.secretary(), "/talks/" + only() + "/withdraw"))
                .hasStatus(302);
        assertThat(count()).isZero();
        assertThat(pages.post(branch.secretary(), talks + "/now", "pair", "x")).hasStatus(409);
        assertThat(words(pages.post(
                        branch.secretary(), talks + "/now", "pair", pair(branch.secretary(), branch.secretary()))))
                .contains("谈话人和谈话对象是同一位同志，请换一位");
    }

    @Test
    @DisplayName("T-33: what a rule refuses comes back beside its field with everything that was typed")
    void refusedFormsKeepWhatWasTyped() {
        MvcTestResult refused = pages.post(
                branch.secretary(),
                talks,
                "convener",
                String.valueOf(memberOf(branch.secretary())),
                "partners",
                String.valueOf(memberOf(branch.member())),
                "day",
                "",
                "heldOn",
                "2023-10-21",
                "medium",
                "PHONE",
                "text",
                "谈了工作安排");
        assertThat(refused).hasStatus(422);
        assertThat(words(refused)).contains("日期晚于今天。谈过了再来记，请改成今天或以前的日期", "谈了工作安排");
        assertThat(body(refused)).contains("value=\"2023-10-21\"");
        assertThat(words(record(branch.secretary(), branch.member(), branch.member(), "text", "自言自语")))
                .contains("谈话人和谈话对象是同一位同志", "自言自语");
        assertThat(words(record(branch.secretary(), branch.organiser(), branch.member(), "text", "听说的")))
                .contains("谈话内容只能由谈话双方自己写", "听说的");
        Branch other = branches.branch("骨科党支部");
        assertThat(words(record(branch.secretary(), branch.secretary(), other.member(), "text", "外人")))
                .contains("有一位同志那天不在本支部", "外人")
                .doesNotContain(other.unit().getName());
        MvcTestResult noSuchDay = pages.post(branch.secretary(), talks, "heldOn", "2023-02-30", "text", "二月三十日");
        assertThat(noSuchDay).hasStatus(422);
        assertThat(words(noSuchDay)).contains("有 1 处要改", "二月三十日");
        assertThat(words(pages.post(branch.secretary(), talks, "text", "什么都没选")))
                .contains("请选择谈话人", "还没有选谈话对象", "请选择日期", "请选择谈话方式", "什么都没选");
        assertThat(words(record(branch.secretary(), branch.secretary(), branch.member(), "text", "长".repeat(2001))))
                .contains("内容太长，最多 2000 个字，请删去 1 个字");
        assertThat(record(branch.secretary(), branch.secretary(), branch.member(), "text", "坏\u0000字"))
                .hasStatus(422);
        assertThat(count()).isZero();
    }

    @Test
    @DisplayName("words are kept as typed, shown as text to the two, and to nobody else")
    void wordsAreShownAsText() {
        String words = "<script>alert(1)</script> =1+1 😀 ${7*7}";
        record(branch.organiser(), branch.organiser(), branch.member(), "text", words);
        String page = "/talks/" + only();
        for (SignedInUser party : List.of(branch.organiser(), branch.member())) {
            assertThat(words(pages.get(party, page))).contains("<script>alert(1)</script> =1+1 😀 ${7*7}");
            assertThat(body(pages.get(party, page))).doesNotContain("<script>alert(1)");
            assertThat(words(pages.get(party, page + "/print"))).contains("<script>alert(1)</script> =1+1 😀");
        }
        assertThat(words(pages.get(branch.secretary(), page)))
                .contains("梁梦清与周静斌谈话")
                .doesNotContain("alert(1)", "想写几句");
        assertThat(words(pages.get(branch.secretary(), page + "/print"))).doesNotContain("alert(1)");
        for (SignedInUser stranger : List.of(branch.publicity(), branch.colleague(), branch.groupLeader())) {
            assertThat(pages.get(stranger, page)).as(stranger.displayName()).hasStatus(404);
            assertThat(pages.get(stranger, page + "/print")).hasStatus(404);
        }
        assertThat(pages.get(branch.office(), page)).hasStatus(403);
    }

    @Test
    @DisplayName("superiors meet counts: no name stands on their page or paper")
    void superiorsMeetCounts() {
        record(branch.secretary(), branch.organiser(), branch.member());
        for (SignedInUser superior : List.of(branch.office(), branch.leader(), branch.supervisor())) {
            for (String page : List.of(talks, talks + "?view=LIST", talks + "/print")) {
                assertThat(words(pages.get(superior, page)))
                        .as(superior.role() + " " + page)
                        .containsPattern("委员与党员 1 1|1 场")
                        .doesNotContain("梁梦清", "周静斌", "于光燕");
            }
        }
    }

    @Test
    @DisplayName("members record and confirm on a page of their own; the to-do goes when it is done")
    void membersConfirmTheirTalks() {
        record(branch.secretary(), branch.secretary(), branch.member());
        record(branch.secretary(), branch.organiser(), branch.member());
        assertThat(redirect(pages.get(branch.member(), "/talks"))).isEqualTo("/my-talks");
        assertThat(redirect(pages.get(branch.member(), talks))).isEqualTo("/my-talks");
        assertThat(words(pages.get(branch.member(), "/"))).contains("确认 2 次谈话", "去确认");
        assertThat(words(pages.get(branch.member(), "/my-talks"))).contains("有 2 次谈话等您确认", "于光燕与周静斌谈话", "梁梦清与周静斌谈话");
        assertThat(pages.post(
                        branch.member(),
                        "/my-talks/confirm",
                        "talk",
                        String.valueOf(first()),
                        "talk",
                        String.valueOf(last())))
                .hasStatus(302);
        assertThat(words(pages.get(branch.member(), "/"))).doesNotContain("次谈话");
        assertThat(words(pages.get(branch.secretary(), talks + "?view=LIST"))).contains("双方已确认");
        assertThat(pages.post(branch.colleague(), "/my-talks/confirm", "talk", String.valueOf(first())))
                .hasStatus(404);
        // a talk he was asked for
        assertThat(redirect(pages.post(
                        branch.member(),
                        talks,
                        "byPartner",
                        "true",
                        "partners",
                        String.valueOf(memberOf(branch.colleague())),
                        "day",
                        "2023-10-19",
                        "medium",
                        "WECHAT")))
                .isEqualTo("/my-talks");
        assertThat(words(pages.get(branch.member(), "/my-talks"))).contains("罗颖与周静斌谈话", "微信");
    }

    private long first() {
        return jdbc.sql("select min(id) from talk where task_id = :task")
                .param("task", branch.task())
                .query(Long.class)
                .single();
    }

    private long last() {
        return jdbc.sql("select max(id) from talk where task_id = :task")
                .param("task", branch.task())
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("T-33: a talk dated after the meeting is marked 会后, one entered late 补录; both are kept")
    void afterTheMeetingIsMarked() {
        record(branch.secretary(), branch.secretary(), branch.member());
        assertThat(words(pages.get(branch.secretary(), talks + "?view=LIST")))
                .contains("当面 已确认 1/2 人")
                .doesNotContain("补录");
        jdbc.sql("update branch_task set deadline_override = '2023-10-15' where id = :id")
                .param("id", branch.task())
                .update();
        record(branch.secretary(), branch.secretary(), branch.colleague(), "heldOn", "");
        jdbc.sql("update talk set held_on = '2023-10-02' where id = :id")
                .param("id", last())
                .update();
        String list = words(pages.get(branch.secretary(), talks + "?view=LIST"));
        assertThat(list).containsPattern("于光燕与周静斌谈话 10月20日 书记与党员 当面 会后").containsPattern("于光燕与罗颖谈话 10月2日 书记与党员 当面 补录");
        assertThat(words(pages.get(branch.secretary(), talks + "/print"))).contains("会后", "补录");
    }

    @Test
    @DisplayName("two who correct a record at once: the second gets both texts, neither is lost")
    void staleCorrectionsShowBoth() {
        record(branch.organiser(), branch.organiser(), branch.member(), "text", "第一稿");
        String page = "/talks/" + only();
        assertThat(pages.post(branch.member(), page, "version", "0", "medium", "FACE", "text", "对方补的几句"))
                .hasStatus(302);
        MvcTestResult stale = pages.post(
                branch.organiser(), page, "version", "0", "heldOn", "2023-10-19", "medium", "PHONE", "text", "我又写的");
        assertThat(stale).hasStatus(409);
        assertThat(words(stale)).contains("对方补的几句", "我又写的");
        assertThat(pages.post(
                        branch.organiser(),
                        page,
                        "version",
                        "1",
                        "heldOn",
                        "2023-10-19",
                        "medium",
                        "PHONE",
                        "pairKind",
                        "COMM_MEMBER",
                        "text",
                        "我又写的"))
                .hasStatus(302);
        assertThat(words(pages.get(branch.organiser(), page))).contains("10月19日", "电话", "我又写的");
    }

    @Test
    @DisplayName("F10 lists every talk with its sums by kind and the coverage; F09 leaves room for the hand")
    void papers() {
        record(branch.secretary(), branch.secretary(), branch.member());
        record(branch.secretary(), branch.secretary(), branch.deputy());
        assertThat(words(pages.get(branch.secretary(), talks + "/print")))
                .contains("谈心谈话情况统计表", "序号 谈话人 谈话对象 谈话类型 日期 方式 备注", "书记与委员 1 1", "合计 2 2", "支委之间 1/6", "支委与党员 1/4");
        assertThat(words(pages.get(branch.secretary(), "/talks/" + first() + "/print")))
                .contains("谈心谈话记录表", "于光燕 （ 党支部书记 ）", "周静斌 （ 党员 ）", "对支部工作的意见建议", "需帮助解决的困难");
    }

    @Test
    @DisplayName("the step of the workspace says how far the talks have come and leads to them")
    void theStepLeadsToTheTalks() {
        record(branch.secretary(), branch.secretary(), branch.member());
        String workspace = words(pages.get(branch.secretary(), "/tasks/" + branch.task()));
        assertThat(workspace).contains("支委之间 0/6 对，支委与党员 1/4 人", "去谈话");
        assertThat(words(pages.get(branch.secretary(), "/"))).contains("安排谈心谈话，还差 9 次");
        assertThat(redirect(pages.get(branch.secretary(), "/talks"))).isEqualTo(talks);
    }
}
