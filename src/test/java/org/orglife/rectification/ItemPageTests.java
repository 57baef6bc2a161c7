package org.orglife.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.hidden;
import static org.orglife.Pages.redirectedId;
import static org.orglife.Pages.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

/** Working on items through their pages: forms, refusals, history, and who reads what. */
@FullApplicationTest
class ItemPageTests {

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

    private String[] problem(String... differing) {
        List<String> fields = new ArrayList<>(List.of(
                "_once", UUID.randomUUID().toString(),
                "mine", "false",
                "aspectId", String.valueOf(branches.aspect(branch.task(), true, branch.secretary())),
                "text", "门诊等候时间长",
                "cause", "窗口少",
                "source", "TALK",
                "measures[0].text", "加开一个窗口",
                "measures[0].target", "少等十分钟",
                "measures[0].ownerId", String.valueOf(memberOf(branch.organiser())),
                "measures[0].track", "TERM",
                "measures[0].dueOn", "2023-12-31",
                "measures[1].text", "长期开放投诉电话",
                "measures[1].target", "",
                "measures[1].ownerId", String.valueOf(memberOf(branch.publicity())),
                "measures[1].track", "LONG_TERM",
                "measures[1].dueOn", ""));
        for (int at = 0; at < differing.length; at += 2) {
            fields.set(fields.indexOf(differing[at]) + 1, differing[at + 1]);
        }
        return fields.toArray(new String[0]);
    }

    private MvcTestResult raise(String... differing) {
        return pages.post(branch.secretary(), "/tasks/" + branch.task() + "/problems", problem(differing));
    }

    private List<String> history(long item) {
        return jdbc.sql("select kind from item_entry where item_id = :item order by id")
                .param("item", item)
                .query(String.class)
                .list();
    }

    private long problems() {
        return jdbc.sql("select count(*) from problem where task_id = :task")
                .param("task", branch.task())
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("Back and save again is asked about; yes makes a second record, and nothing was typed twice")
    void theSameProblemAgainIsAskedAbout() {
        long first = redirectedId(raise());
        MvcTestResult asked = raise();
        assertThat(asked).hasStatus(409);
        assertThat(words(asked)).contains("刚刚已经登记过一条一样的", "确实要再登记一条");
        assertThat(body(asked)).contains("/ledger/" + first, "value=\"加开一个窗口\"", "name=\"_again\"");
        assertThat(problems()).isEqualTo(1);

        List<String> yes = new ArrayList<>(List.of(problem()));
        yes.addAll(List.of("_again", "true"));
        String[] form = yes.toArray(new String[0]);
        String address = "/tasks/" + branch.task() + "/problems";
        long second = redirectedId(pages.post(branch.secretary(), address, form));
        assertThat(second).isNotEqualTo(first);
        assertThat(redirectedId(pages.post(branch.secretary(), address, form)))
                .as("a double click on the answer")
                .isEqualTo(second);
        assertThat(problems()).isEqualTo(2);
        assertThat(raise("text", "停车难")).as("another one").hasStatus(302);
    }

    @Test
    @DisplayName("A date gone by is asked about where the campaign is entered afterwards, and refused elsewhere")
    void aDateGoneByIsAskedAbout() {
        assertThat(words(raise("measures[0].dueOn", "2016-12-31"))).contains("时限早于今天，请改成今天或以后的日期");
        jdbc.sql(
                        "update campaign set backfilled = true where id = (select campaign_id from branch_task where id = :task)")
                .param("task", branch.task())
                .update();
        MvcTestResult asked = raise("measures[0].dueOn", "2016-12-31");
        assertThat(asked).hasStatus(422);
        assertThat(words(asked)).contains("补录的整改确是这个时限的，在下面打勾", "门诊等候时间长");
        List<String> yes = new ArrayList<>(List.of(problem("measures[0].dueOn", "2016-12-31")));
        yes.addAll(List.of("measures[0].past", "true"));
        long item = redirectedId(
                pages.post(branch.secretary(), "/tasks/" + branch.task() + "/problems", yes.toArray(new String[0])));
        assertThat(words(pages.get(branch.secretary(), "/ledger/{id}", item))).contains("超期2,484天");
    }

    @Test
    @DisplayName("T-FORM-03: a text that is too long comes back whole, with how much is too much")
    void tooLongATextComesBackWhole() {
        String long503 = "改".repeat(500) + "完😀了";
        MvcTestResult refused = pages.post(
                branch.secretary(),
                "/tasks/" + branch.task() + "/problems",
                problem("text", long503, "measures[0].text", long503 + "呀", "measures[0].target", "好".repeat(310)));
        assertThat(refused).hasStatus(422);
        assertThat(words(refused))
                .contains("问题太长，最多 500 个字，请删去 3 个字", "措施太长，最多 500 个字，请删去 4 个字", "预期成效太长，最多 300 个字，请删去 10 个字");
        assertThat(body(refused))
                .contains(">" + long503 + "<", ">" + long503 + "呀<")
                .doesNotContain("maxlength");
        assertThat(problems()).isZero();

        long item = redirectedId(raise());
        assertThat(words(pages.post(branch.secretary(), "/ledger/" + item + "/withdraw", "reason", long503)))
                .contains("理由太长，最多 500 个字，请删去 3 个字", long503);
        long measure = jdbc.sql("select min(id) from measure where item_id = :item")
                .param("item", item)
                .query(Long.class)
                .single();
        assertThat(words(pages.post(
                        branch.organiser(), "/ledger/" + item + "/measures/" + measure + "/report", "words", long503)))
                .contains("进展太长，最多 500 个字，请删去 3 个字", long503);
    }

    @Test
    @DisplayName("T-RECT-04: from the form to the closed item, every step in the history")
    void theWholeLifeOfAnItem() {
        assertThat(body(pages.get(branch.secretary(), "/tasks/{id}/problems/new", branch.task())))
                .contains("name=\"_once\"", "联系服务群众", "抓好自身建设")
                .doesNotContain("组织纪律");
        long item = redirectedId(raise());
        List<Long> measures = jdbc.sql("select id from measure where item_id = :item order by position")
                .param("item", item)
                .query(Long.class)
                .list();
        String address = "/ledger/" + item;
        assertThat(pages.post(
                        branch.organiser(),
                        address + "/measures/" + measures.get(0) + "/report",
                        "words",
                        "问了三家",
                        "on",
                        "2023-10-18"))
                .hasStatus(302);
        assertThat(pages.post(branch.organiser(), address + "/hand-in", "result", "已经改好"))
                .hasStatus(409)
                .bodyText()
                .contains("还有 2 条措施没有完成，完成后才能交账");
        for (int at = 0; at < 2; at++) {
            SignedInUser owner = at == 0 ? branch.organiser() : branch.publicity();
            pages.post(owner, address + "/measures/" + measures.get(at) + "/report", "done", "true", "words", "电话有人接");
        }
        pages.post(branch.publicity(), address + "/hand-in", "result", "已经改好", "evidence", "照片");
        pages.post(branch.office(), address + "/return", "reason", "还有人等");
        pages.post(branch.organiser(), address + "/measures/" + measures.get(0) + "/reopen");
        pages.post(
                branch.organiser(),
                address + "/measures/" + measures.get(0) + "/report",
                "done",
                "true",
                "words",
                "又开了一个");
        pages.post(branch.organiser(), address + "/hand-in", "result", "真的改好");
        assertThat(pages.post(branch.office(), address + "/approve")).hasStatus(302);
        assertThat(branches.state(item)).isEqualTo(ItemState.CLOSED);
        assertThat(history(item))
                .containsExactly(
                        "CLAIMED",
                        "PLANNED",
                        "PROGRESS",
                        "MEASURE_DONE",
                        "STAGE",
                        "SUBMITTED",
                        "RETURNED",
                        "MEASURE_REOPENED",
                        "MEASURE_DONE",
                        "SUBMITTED",
                        "VERIFIED",
                        "CLOSED");
        assertThat(words(pages.get(branch.member(), address)))
                .contains("已销号", "问了三家", "还有人等", "真的改好", "销号 办公室工作人员", "退回 办公室工作人员");
        assertThat(jdbc.sql("select stage_accepted_on is not null from measure where id = :id")
                        .param("id", measures.get(1))
                        .query(Boolean.class)
                        .single())
                .as("the stage of the long-term measure is accepted")
                .isTrue();
    }

    @Test
    @DisplayName("T-RECT-05: history lines are never changed nor removed")
    void historyStays() {
        long item = branches.item(branch, ItemState.CLOSED);
        List<String> before = history(item);
        pages.post(branch.office(), "/ledger/" + item + "/approve");
        pages.post(branch.office(), "/ledger/" + item + "/return", "reason", "再看看");
        assertThat(history(item)).isEqualTo(before);
    }

    @Test
    @DisplayName("T-RECT-06: the trail names action and item, and none of the words")
    void theTrailHoldsNoWords() {
        long item = branches.item(branch, ItemState.CLOSED);
        List<String> trail = jdbc.sql("""
                        select action || ' ' || coalesce(object_label, '') || ' ' || array_to_string(fields, ',') from audit_entry
                        where object_type = 'RectificationItem' and object_id = :item order by id
                        """)
                .param("item", String.valueOf(item))
                .query(String.class)
                .list();
        assertThat(trail).hasSizeGreaterThanOrEqualTo(4);
        assertThat(String.join("|", trail))
                .contains("ITEM_SUBMITTED", "ITEM_VERIFIED", "ITEM_CLOSED")
                .doesNotContain("等候", "窗口", "问了三家");
    }

    @Test
    @DisplayName("A form with mistakes comes back with everything that was typed, each mistake named")
    void theProblemFormComesBack() {
        MvcTestResult answer = raise(
                "text", "",
                "measures[0].dueOn", "2023-10-19",
                "measures[1].track", "TERM",
                "measures[1].ownerId", "");
        assertThat(answer).hasStatus(422);
        assertThat(words(answer)).contains("请写明存在的问题", "时限早于今天", "请填完成时限", "请选择责任人", "加开一个窗口", "长期开放投诉电话", "窗口少");
        assertThat(body(answer))
                .contains("value=\"少等十分钟\"")
                .contains("value=\"2023-10-19\"")
                .containsPattern("value=\"TALK\" checked")
                .doesNotContainPattern("value=\"SELF\" checked")
                .containsPattern("value=\"" + memberOf(branch.organiser()) + "\"[^>]* selected");
        assertThat(problems()).isZero();
    }

    @Test
    void aDateThatIsNoneComesBackWithTheRest() {
        MvcTestResult answer = raise("measures[0].dueOn", "明天");
        assertThat(answer).hasStatus(422);
        assertThat(words(answer)).contains("门诊等候时间长", "加开一个窗口", "没有这个日期");
        assertThat(problems()).isZero();
    }

    @Test
    @DisplayName("One more row is drawn without complaints, with everything typed so far")
    void oneMoreRow() {
        List<String> fields = new ArrayList<>(Arrays.asList(problem("text", "")));
        fields.addAll(List.of("more", "1"));
        MvcTestResult answer =
                pages.post(branch.secretary(), "/tasks/" + branch.task() + "/problems", fields.toArray(new String[0]));
        assertThat(answer).hasStatusOk();
        assertThat(body(answer)).contains("measures[2].text", "加开一个窗口").doesNotContain("请写明存在的问题");
    }

    @Test
    @DisplayName("The report form comes back: words, day and tick")
    void theReportFormComesBack() {
        long item = branches.item(branch, ItemState.PLANNED);
        MvcTestResult answer = pages.post(
                branch.organiser(),
                "/ledger/" + item + "/measures/" + branches.measure(item) + "/report",
                "words",
                "问了三家",
                "on",
                "2023-10-21",
                "done",
                "true");
        assertThat(answer).hasStatus(422);
        assertThat(words(answer)).contains("日期晚于今天", "问了三家");
        assertThat(body(answer))
                .contains("value=\"2023-10-21\"")
                .containsPattern("name=\"done\" value=\"true\" checked");
        assertThat(branches.state(item)).isEqualTo(ItemState.PLANNED);
    }

    @Test
    @DisplayName("The hand-in form comes back: result and evidence")
    void theHandInFormComesBack() {
        long item = branches.item(branch, ItemState.RETURNED);
        MvcTestResult answer =
                pages.post(branch.organiser(), "/ledger/" + item + "/hand-in", "result", "", "evidence", "照片三张");
        assertThat(answer).hasStatus(422);
        assertThat(words(answer)).contains("请写一句整改结果再交账");
        assertThat(body(answer)).contains("value=\"照片三张\"");
        MvcTestResult reason = pages.post(
                branch.secretary(), "/ledger/" + branches.item(branch, ItemState.PLANNED) + "/withdraw", "reason", " ");
        assertThat(reason).hasStatus(422);
        assertThat(words(reason)).contains("请写明撤销的理由");
    }

    @Test
    @DisplayName("T-LOCK-01: a stale edit is a 409 with both texts; keeping mine then saves")
    void aStaleEditShowsBothTexts() {
        long item = branches.item(branch, ItemState.PLANNED);
        String version = hidden(pages.get(branch.secretary(), "/ledger/{id}/edit", item), "version");
        String aspect = String.valueOf(branches.aspect(branch.task(), true, branch.secretary()));
        String address = "/ledger/" + item + "/problem";
        assertThat(pages.post(
                        branch.deputy(),
                        address,
                        "version",
                        version,
                        "aspectId",
                        aspect,
                        "text",
                        "副书记的写法",
                        "source",
                        "SELF"))
                .hasStatus(302);
        MvcTestResult stale = pages.post(
                branch.secretary(),
                address,
                "version",
                version,
                "aspectId",
                aspect,
                "text",
                "书记的写法",
                "cause",
                "我的原因",
                "source",
                "TALK");
        assertThat(stale).hasStatus(409);
        assertThat(words(stale)).contains("副书记的写法", "书记的写法", "我的原因");
        assertThat(pages.post(
                        branch.secretary(),
                        address,
                        "version",
                        hidden(stale, "version"),
                        "aspectId",
                        aspect,
                        "text",
                        "书记的写法",
                        "source",
                        "TALK"))
                .hasStatus(302);
        assertThat(words(pages.get(branch.secretary(), "/ledger/{id}", item))).contains("书记的写法", "原来是：副书记的写法");
    }

    @Test
    @DisplayName("T-LOCK-01: the same for a measure")
    void aStaleMeasureShowsBothTexts() {
        long item = branches.item(branch, ItemState.PLANNED);
        String address = "/ledger/" + item + "/measures/" + branches.measure(item);
        String version = hidden(pages.get(branch.secretary(), address + "/edit"), "version");
        String owner = String.valueOf(memberOf(branch.organiser()));
        pages.post(
                branch.deputy(),
                address,
                "version",
                version,
                "text",
                "副书记的措施",
                "ownerId",
                owner,
                "track",
                "TERM",
                "dueOn",
                "2023-12-31");
        MvcTestResult stale = pages.post(
                branch.secretary(),
                address,
                "version",
                version,
                "text",
                "书记的措施",
                "ownerId",
                owner,
                "track",
                "TERM",
                "dueOn",
                "2023-11-30");
        assertThat(stale).hasStatus(409);
        assertThat(words(stale)).contains("副书记的措施", "书记的措施", "2023-11-30", "2023-12-31");
        assertThat(history(item)).endsWith("MEASURE_EDITED");
    }

    @Test
    @DisplayName("T-IDEM-01: a form sent ten times at once makes one record; all see it")
    void aDoubleClickMakesOneProblem() throws Exception {
        String[] fields = problem();
        List<String> answers =
                tenTimes(() -> pages.post(branch.secretary(), "/tasks/" + branch.task() + "/problems", fields));
        assertThat(problems()).isEqualTo(1);
        assertThat(answers).hasSize(10).allMatch(address -> address.equals(answers.get(0)));
        fields[Arrays.asList(fields).indexOf("text") + 1] = "另一个问题";
        assertThat(pages.post(branch.secretary(), "/tasks/" + branch.task() + "/problems", fields))
                .as("the same form with other contents")
                .hasStatus(409);
    }

    @Test
    @DisplayName("T-IDEM-01: reporting and handing in twice is noted once and answered twice")
    void aDoubleClickReportsOnce() {
        long item = branches.item(branch, ItemState.PLANNED);
        String address = "/ledger/" + item;
        String key = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();
        for (int click = 0; click < 2; click++) {
            assertThat(pages.post(
                            branch.organiser(),
                            address + "/measures/" + branches.measure(item) + "/report",
                            "_once",
                            key,
                            "words",
                            "改好了",
                            "done",
                            "true"))
                    .hasStatus(302);
        }
        for (int click = 0; click < 2; click++) {
            assertThat(pages.post(branch.organiser(), address + "/hand-in", "_once", second, "result", "改好了"))
                    .hasStatus(302);
        }
        assertThat(history(item)).containsExactly("CLAIMED", "PLANNED", "MEASURE_DONE", "SUBMITTED");
    }

    private interface Click {
        MvcTestResult send();
    }

    private static List<String> tenTimes(Click click) throws Exception {
        CyclicBarrier start = new CyclicBarrier(10);
        ExecutorService all = Executors.newFixedThreadPool(10);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int at = 0; at < 10; at++) {
                answers.add(all.submit(() -> {
                    start.await();
                    return Pages.redirect(click.send());
                }));
            }
            List<String> addresses = new ArrayList<>();
            for (Future<String> answer : answers) {
                addresses.add(answer.get());
            }
            return addresses;
        } finally {
            all.shutdownNow();
        }
    }

    @Test
    @DisplayName("Two who judge at once: one judgement counts, the other is told")
    void twoJudgesAtOnce() throws Exception {
        long item = branches.item(branch, ItemState.SUBMITTED);
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> answers = List.of("/approve", "/return").stream()
                    .map(action -> both.submit(() -> {
                        start.await();
                        return pages.post(branch.office(), "/ledger/" + item + action, "reason", "还有人等")
                                .getResponse()
                                .getStatus();
                    }))
                    .toList();
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(302, 409);
        } finally {
            both.shutdownNow();
        }
        assertThat(history(item).stream().filter(kind -> kind.equals("CLOSED") || kind.equals("RETURNED")))
                .hasSize(1);
    }

    @Test
    @DisplayName("T-SCOPE-05: items, tasks and measures of another branch are not found, by any action")
    void foreignIdsAreNotFound() {
        Branch other = branches.branch("骨科党支部");
        long item = branches.item(other, ItemState.SUBMITTED);
        long mine = branches.item(branch, ItemState.PLANNED);
        long measure = branches.measure(item);
        String aspect = String.valueOf(branches.aspect(branch.task(), true, branch.secretary()));
        for (SignedInUser user : branch.all()) {
            assertThat(pages.get(user, "/ledger/{id}", item)).hasStatus(404);
            assertThat(pages.get(user, "/tasks/{id}", other.task())).hasStatus(404);
            for (String action : List.of("approve", "return")) {
                assertThat(pages.post(user, "/ledger/" + item + "/" + action, "reason", "退"))
                        .hasStatus(404);
            }
        }
        SignedInUser secretary = branch.secretary();
        for (String page : List.of("/edit", "/measures/new", "/measures/" + measure + "/edit")) {
            assertThat(pages.get(secretary, "/ledger/" + item + page)).hasStatus(404);
        }
        assertThat(pages.get(secretary, "/tasks/{id}/problems/new", other.task()))
                .hasStatus(404);
        assertThat(pages.post(secretary, "/tasks/" + other.task() + "/problems", problem()))
                .hasStatus(404);
        String[] form = {"version", "0", "aspectId", aspect, "text", "改", "source", "SELF"};
        assertThat(pages.post(secretary, "/ledger/" + item + "/problem", form)).hasStatus(404);
        for (String action : List.of(
                "hand-in",
                "take-back",
                "withdraw",
                "measures/" + measure + "/report",
                "measures/" + measure + "/reopen",
                "measures/" + measure + "/drop")) {
            assertThat(pages.post(
                            secretary, "/ledger/" + item + "/" + action, "result", "好", "reason", "撤", "words", "好"))
                    .as(action)
                    .hasStatus(404);
        }
        assertThat(pages.post(secretary, "/ledger/" + mine + "/merge", "into", String.valueOf(item)))
                .hasStatus(404);
        assertThat(pages.post(secretary, "/ledger/" + mine + "/measures/" + measure + "/report", "words", "好"))
                .as("a measure of another item")
                .hasStatus(404);
        assertThat(pages.post(secretary, "/ledger/approve", "item", String.valueOf(item)))
                .hasStatus(404);
        assertThat(branches.state(item)).isEqualTo(ItemState.SUBMITTED);
        assertThat(pages.get(secretary, "/ledger/abc")).hasStatus(404);
    }

    @Test
    @DisplayName("An owner of another branch is refused by name")
    void anOwnerFromElsewhereIsRefused() {
        Branch other = branches.branch(branch.committee(), "骨科党支部");
        MvcTestResult answer = raise("measures[0].ownerId", String.valueOf(memberOf(other.organiser())));
        assertThat(answer.getResponse().getStatus()).isIn(404, 409);
        assertThat(problems()).isZero();
    }

    @Test
    @DisplayName("T-SCOPE-06, 7.2: who reads a member's item, before the meeting and after it")
    void whoReadsAPersonalItem() {
        long item = branches.personalItem(branch, ItemState.IN_PROGRESS);
        assertThat(readers(item)).containsExactly("于光燕", "周静斌");
        jdbc.sql("update branch_task set state = 'HELD' where id = :id")
                .param("id", branch.task())
                .update();
        assertThat(readers(item)).containsExactly("于光燕", "余庆清", "梁梦清", "康国斌", "周静斌");
    }

    @Test
    @DisplayName("7.2: the branch's items are read by everybody who sees the branch")
    void everybodyReadsBranchItems() {
        assertThat(readers(branches.item(branch, ItemState.IN_PROGRESS)))
                .hasSize(branch.all().size());
    }

    private List<String> readers(long item) {
        String text = jdbc.sql("select text from problem where id = :id")
                .param("id", item)
                .query(String.class)
                .single();
        List<String> readers = new ArrayList<>();
        for (SignedInUser user : branch.all()) {
            MvcTestResult page = pages.get(user, "/ledger/{id}", item);
            boolean listed = body(pages.get(user, "/ledger?campaign={c}", branch.campaign()))
                    .contains(text);
            assertThat(page.getResponse().getStatus()).isIn(200, 404);
            boolean read = page.getResponse().getStatus() == 200;
            assertThat(listed)
                    .as(user.displayName() + " reads the item and finds it in the ledger")
                    .isEqualTo(read);
            if (read) {
                readers.add(user.displayName());
            }
        }
        return readers;
    }

    @Test
    @DisplayName("T-RECT-07: the secretary's own item waits for the office only where nobody else may close it")
    void theSecretarysItemFallsToTheOffice() {
        SignedInUser secretary = branch.secretary();
        long item = branches.raise(secretary, branch.task(), false, "联系群众少", secretary);
        branches.report(item, secretary, true);
        pages.post(secretary, "/ledger/" + item + "/hand-in", "result", "走访了十户");
        assertThat(pages.get(branch.office(), "/ledger/{id}", item)).hasStatus(404);
        jdbc.sql("update position set until_on = '2023-10-19' where unit_id = :unit and kind <> 'SECRETARY'")
                .param("unit", branch.unit().getId())
                .update();
        assertThat(words(pages.get(branch.office(), "/ledger/{id}", item)))
                .contains("联系群众少", "本支部没有可以查账的委员，由上级党委办公室查账");
        assertThat(body(pages.get(branch.office(), "/ledger?campaign={c}", branch.campaign())))
                .contains("联系群众少");
        assertThat(pages.post(branch.office(), "/ledger/" + item + "/approve")).hasStatus(302);
        assertThat(branches.state(item)).isEqualTo(ItemState.CLOSED);
        assertThat(pages.get(branch.office(), "/ledger/{id}", item))
                .as("once it waits no longer it is counted again, not read")
                .hasStatus(404);
    }

    @Test
    @DisplayName("T-RECT-08: the secretary strikes off many personal items at once, all or none")
    void manyAtOnce() {
        long first = branches.personalItem(branch, ItemState.SUBMITTED);
        long second = branches.personalItem(branch, ItemState.SUBMITTED);
        long open = branches.personalItem(branch, ItemState.IN_PROGRESS);
        assertThat(pages.post(branch.secretary(), "/ledger/approve", "item", "" + first, "item", "" + open))
                .hasStatus(409);
        assertThat(branches.state(first)).isEqualTo(ItemState.SUBMITTED);
        assertThat(pages.post(branch.secretary(), "/ledger/approve", "item", "" + first, "item", "" + second))
                .hasStatus(302);
        assertThat(branches.state(first)).isEqualTo(ItemState.CLOSED);
        assertThat(branches.state(second)).isEqualTo(ItemState.CLOSED);
    }

    @Test
    @DisplayName("A finished task takes no more changes")
    void aFinishedTaskIsClosed() {
        long item = branches.item(branch, ItemState.IN_PROGRESS);
        jdbc.sql("update branch_task set state = 'DONE' where id = :id")
                .param("id", branch.task())
                .update();
        assertThat(raise()).hasStatus(409);
        assertThat(pages.post(
                        branch.organiser(),
                        "/ledger/" + item + "/measures/" + branches.measure(item) + "/report",
                        "words",
                        "好"))
                .hasStatus(409);
        assertThat(body(pages.get(branch.secretary(), "/ledger/{id}", item)))
                .doesNotContain("/hand-in", "/measures/new");
    }

    @Test
    @DisplayName("Numbers run per task and are never used again")
    void numbersAreNotReused() {
        long first = redirectedId(raise());
        pages.post(
                branch.secretary(),
                "/ledger/" + first + "/withdraw",
                "body",
                "COMMITTEE",
                "on",
                "2023-10-18",
                "reason",
                "重复了");
        long second = redirectedId(raise("text", "停车难"));
        assertThat(jdbc.sql("select number from problem where id in (:ids) order by id")
                        .param("ids", List.of(first, second))
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 2);
    }
}
