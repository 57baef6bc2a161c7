package org.orglife.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.AspectSubject;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepProgress;
import org.orglife.campaign.StepState;
import org.orglife.home.ToDoKind;
import org.orglife.home.ToDos;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A member's own list is his until he hands it in (domain 7.2); the branch answers each of its aspects. */
@FullApplicationTest
class OwnListTests {

    private static final String POINT = "上半年有2次集中学习用看材料代替，没有谈体会";
    private static final String OTHER = "带教年轻同志4名，只讲评过1次";

    @Autowired
    BranchesAtWork branches;

    @Autowired
    BranchTaskService tasks;

    @Autowired
    ProblemChecks check;

    @Autowired
    ToDos toDos;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private String mine;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
        mine = "/tasks/" + branch.task() + "/my-problems";
    }

    private MvcTestResult write(SignedInUser by, String address, String text) {
        return pages.post(by, address, "aspectId", "" + branches.aspect(branch.task(), false, by), "text", text);
    }

    private long draft() {
        return jdbc.sql("select max(id) from problem_draft where task_id = :task")
                .param("task", branch.task())
                .query(Long.class)
                .single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where task_id = :task")
                .param("task", branch.task())
                .query(Integer.class)
                .single();
    }

    private void afterTheMeeting() {
        jdbc.sql("update branch_task set state = 'HELD' where id = :id")
                .param("id", branch.task())
                .update();
    }

    private StepProgress step(StepCode code) {
        StepProgress progress = check.progress(
                        tasks.get(branch.task(), branch.secretary().scope()),
                        branch.secretary().scope())
                .get(code);
        assertThat(progress).isNotNull();
        return progress;
    }

    @Test
    @DisplayName("Points are written one after the other; until they are handed in nobody else meets a word of them")
    void aDraftIsItsAuthorsAlone() {
        assertThat(redirect(write(branch.member(), mine, POINT))).isEqualTo(mine);
        write(branch.member(), mine, OTHER);
        assertThat(words(pages.get(branch.member(), mine))).contains(POINT, OTHER, "提交这 2 条", "再写一条");
        long draft = draft();
        for (SignedInUser other : branch.all()) {
            if (!other.equals(branch.member())) {
                int status = pages.get(other, "/problem-drafts/" + draft)
                        .getResponse()
                        .getStatus();
                assertThat(status).as(other.role().name()).isIn(403, 404);
                pages.post(other, "/problem-drafts/" + draft, "text", "别人改的", "version", "0");
                pages.post(other, "/problem-drafts/" + draft + "/drop");
                pages.post(other, "/tasks/" + branch.task() + "/problems/of/" + memberId() + "/hand-in");
                for (String page : List.of(
                        "/ledger?campaign=" + branch.campaign(),
                        "/my-problems",
                        mine,
                        "/tasks/" + branch.task(),
                        "/tasks/" + branch.task() + "/problems",
                        "/tasks/" + branch.task() + "/problems/of/" + memberId(),
                        "/")) {
                    assertThat(body(pages.get(other, page)))
                            .as(other.role() + " " + page)
                            .doesNotContain(POINT, OTHER);
                }
            }
        }
        assertThat(count("problem")).isZero();
        assertThat(count("problem_draft")).isEqualTo(2);
        assertThat(step(StepCode.PROB_MEMBER).state()).isEqualTo(StepState.NOT_STARTED);
        assertThat(words(pages.get(branch.secretary(), "/tasks/" + branch.task() + "/problems")))
                .contains("已提交 0/8 人", "另有 1 人正在写");
    }

    private long memberId() {
        return BranchesAtWork.memberOf(branch.member());
    }

    @Test
    @DisplayName(
            "7.2: handed in, the secretary reads it, the committee after the meeting, colleagues and superiors never")
    void whoReadsWhatWasHandedIn() {
        write(branch.member(), mine, POINT);
        write(branch.member(), mine, OTHER);
        assertThat(redirect(pages.post(branch.member(), mine + "/hand-in"))).isEqualTo(mine);
        assertThat(count("problem_draft")).isZero();
        List<Long> handedIn = jdbc.sql("select id from problem where task_id = :task order by number")
                .param("task", branch.task())
                .query(Long.class)
                .list();
        assertThat(handedIn).hasSize(2);
        assertThat(step(StepCode.PROB_MEMBER).done()).isEqualTo(1);
        assertThat(words(pages.get(branch.secretary(), "/tasks/" + branch.task() + "/problems")))
                .contains("已提交 1/8 人", "已提交 2 条")
                .doesNotContain("正在写");
        assertReads(handedIn.get(0), false);
        afterTheMeeting();
        assertReads(handedIn.get(0), true);
    }

    private void assertReads(long problem, boolean met) {
        for (SignedInUser user : branch.all()) {
            boolean reads = switch (user.role()) {
                case SECRETARY -> true;
                case DEPUTY, COMMITTEE -> met;
                default -> user.equals(branch.member());
            };
            assertThat(pages.get(user, "/ledger/" + problem).getResponse().getStatus())
                    .as(user.role() + (met ? " after" : " before") + " the meeting")
                    .isEqualTo(reads ? 200 : 404);
        }
    }

    @Test
    @DisplayName("Before the meeting what has no measure yet can be taken back, and is a draft again")
    void takenBack() {
        write(branch.member(), mine, POINT);
        write(branch.member(), mine, OTHER);
        pages.post(branch.member(), mine + "/hand-in");
        long planned = jdbc.sql("select max(id) from problem where task_id = :task")
                .param("task", branch.task())
                .query(Long.class)
                .single();
        pages.post(
                branch.member(),
                "/ledger/" + planned + "/measures",
                "text",
                "每月讲评一次",
                "track",
                "TERM",
                "ownerId",
                "" + memberId(),
                "dueOn",
                "2023-12-31");
        assertThat(branches.measure(planned)).isPositive();
        assertThat(redirect(pages.post(branch.member(), mine + "/take-back"))).isEqualTo(mine);
        assertThat(count("problem")).isEqualTo(1);
        assertThat(count("problem_draft")).isEqualTo(1);
        assertThat(words(pages.get(branch.member(), mine))).contains(POINT, "提交这 1 条", "1 条措施");
        assertThat(words(pages.post(branch.member(), mine + "/take-back"))).contains("没有可以收回的");
        pages.post(branch.member(), mine + "/hand-in");
        assertThat(jdbc.sql("select number from problem where task_id = :task order by number")
                        .param("task", branch.task())
                        .query(Integer.class)
                        .list())
                .as("numbers are never used twice")
                .containsExactly(2, 3);
        afterTheMeeting();
        assertThat(words(pages.post(branch.member(), mine + "/take-back"))).contains("会已经开了");
        assertThat(count("problem")).isEqualTo(2);
    }

    @Test
    @DisplayName("A helper takes down what he is told, sees nothing else, and loses sight of what the member changes")
    void takenDownByAHelper() {
        String for1 = "/tasks/" + branch.task() + "/problems/of/" + memberId();
        write(branch.member(), mine, OTHER);
        assertThat(redirect(write(branch.organiser(), for1, POINT))).isEqualTo(for1);
        long draft = draft();
        assertThat(words(pages.get(branch.organiser(), for1))).contains(POINT).doesNotContain(OTHER);
        assertThat(words(pages.get(branch.secretary(), for1))).doesNotContain(POINT, OTHER);
        assertThat(words(pages.get(branch.member(), mine))).contains(POINT, OTHER, "梁梦清代录");
        assertThat(words(pages.post(branch.secretary(), for1 + "/hand-in"))).contains("还没有写好的问题");
        pages.post(
                branch.member(),
                "/problem-drafts/" + draft,
                "aspectId",
                "" + branches.aspect(branch.task(), false, branch.member()),
                "text",
                POINT + "，已补学",
                "version",
                "0");
        assertThat(pages.get(branch.organiser(), "/problem-drafts/" + draft)).hasStatus(404);

        write(branch.organiser(), for1, "交接班迟到3次");
        pages.post(branch.organiser(), for1 + "/hand-in");
        assertThat(count("problem_draft"))
                .as("what the member wrote stays with him")
                .isEqualTo(2);
        assertThat(jdbc.sql("select text || recorder_name from problem where task_id = :task")
                        .param("task", branch.task())
                        .query(String.class)
                        .single())
                .isEqualTo("交接班迟到3次梁梦清");
        assertThat(words(pages.get(branch.member(), mine))).contains("交接班迟到3次", "梁梦清代录");
        assertThat(write(branch.colleague(), for1, "替别人写的")).hasStatus(403);
        Branch elsewhere = branches.branch(branch.committee(), "骨科党支部");
        assertThat(write(
                        branch.secretary(),
                        "/tasks/" + branch.task() + "/problems/of/" + BranchesAtWork.memberOf(elsewhere.member()),
                        "别的支部"))
                .hasStatus(404);
    }

    @Test
    @DisplayName("Bad input is answered in words beside its field, and what was typed stays")
    void badInput() {
        String long501 = "长".repeat(501);
        MvcTestResult tooLong = write(branch.member(), mine, long501);
        assertThat(tooLong).hasStatus(422);
        assertThat(words(tooLong)).contains("问题太长，最多 500 个字，请删去 1 个字", long501);
        assertThat(words(write(branch.member(), mine, " 　\u200B"))).contains("请写明存在的问题");
        MvcTestResult noAspect = pages.post(branch.member(), mine, "text", POINT);
        assertThat(noAspect).hasStatus(422);
        assertThat(words(noAspect)).contains("请选择对照方面", POINT);
        long ofBranch = branches.aspect(branch.task(), true, branch.member());
        assertThat(pages.post(branch.member(), mine, "aspectId", "" + ofBranch, "text", POINT))
                .hasStatus(409);
        assertThat(words(pages.post(branch.member(), mine + "/hand-in"))).contains("还没有写好的问题");
        assertThat(count("problem_draft")).isZero();

        String script = "<script>alert(1)</script> =1+1 ${7*7} 😀";
        write(branch.member(), mine, script);
        assertThat(body(pages.get(branch.member(), mine)))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; =1+1 ${7*7} 😀")
                .doesNotContain("<script>alert");
        String address = "/problem-drafts/" + draft();
        String aspect = "" + branches.aspect(branch.task(), false, branch.member());
        pages.post(branch.member(), address, "aspectId", aspect, "text", POINT, "version", "0");
        MvcTestResult stale = pages.post(branch.member(), address, "aspectId", aspect, "text", OTHER, "version", "0");
        assertThat(stale).hasStatus(409);
        assertThat(words(stale)).contains(POINT, OTHER);
        pages.post(branch.member(), address + "/drop");
        assertThat(count("problem_draft")).isZero();
    }

    @Test
    @DisplayName("The form sent twice makes one point; the list handed in twice is handed in once")
    void sentTwice() {
        String key = Pages.hidden(pages.get(branch.member(), mine), "_once");
        String aspect = "" + branches.aspect(branch.task(), false, branch.member());
        for (int time = 0; time < 2; time++) {
            pages.post(branch.member(), mine, "aspectId", aspect, "text", POINT, "_once", key);
        }
        assertThat(count("problem_draft")).isEqualTo(1);
        pages.post(branch.member(), mine + "/hand-in");
        pages.post(branch.member(), mine + "/hand-in");
        assertThat(count("problem")).isEqualTo(1);
    }

    @Test
    @DisplayName("Each member is asked for his list until it is handed in, and not after the meeting")
    void everybodyIsAsked() {
        assertThat(kinds(branch.member())).contains(ToDoKind.WRITE_LIST);
        assertThat(kinds(branch.secretary())).contains(ToDoKind.WRITE_LIST);
        assertThat(kinds(branch.office())).doesNotContain(ToDoKind.WRITE_LIST);
        write(branch.member(), mine, POINT);
        assertThat(kinds(branch.member())).contains(ToDoKind.HAND_IN_LIST).doesNotContain(ToDoKind.WRITE_LIST);
        assertThat(words(pages.get(branch.member(), "/"))).contains("写好的 1 条还没有提交");
        pages.post(branch.member(), mine + "/hand-in");
        assertThat(kinds(branch.member())).doesNotContain(ToDoKind.HAND_IN_LIST, ToDoKind.WRITE_LIST);
        afterTheMeeting();
        assertThat(kinds(branch.colleague())).doesNotContain(ToDoKind.WRITE_LIST);
    }

    private List<ToDoKind> kinds(SignedInUser user) {
        return toDos.of(user, user.scope()).stream().map(toDo -> toDo.kind()).toList();
    }

    @Test
    @DisplayName("The branch's step is done when each aspect has a problem or the statement that nothing was found")
    void everyAspectIsAnswered() {
        List<Long> aspects =
                tasks
                        .get(branch.task(), branch.secretary().scope())
                        .getCampaign()
                        .getAspects(AspectSubject.BRANCH)
                        .stream()
                        .map(aspect -> aspect.getId())
                        .toList();
        String page = "/tasks/" + branch.task() + "/problems";
        String first = "/tasks/" + branch.task() + "/aspects/" + aspects.get(0);
        String second = "/tasks/" + branch.task() + "/aspects/" + aspects.get(1);
        assertThat(step(StepCode.PROB_BRANCH).state()).isEqualTo(StepState.NOT_STARTED);
        assertThat(redirect(pages.post(branch.organiser(), first + "/clear"))).isEqualTo(page);
        pages.post(branch.organiser(), second + "/clear");
        assertThat(step(StepCode.PROB_BRANCH).state()).isEqualTo(StepState.IN_PROGRESS);
        assertThat(words(pages.get(branch.organiser(), page))).contains("至少要查摆出一个问题", "梁梦清 10月20日");

        long item = branches.raise(branch.secretary(), branch.task(), true, "等候时间长");
        assertThat(step(StepCode.PROB_BRANCH).state()).isEqualTo(StepState.DONE);
        assertThat(count("aspect_clear")).as("a problem speaks for itself").isEqualTo(1);
        assertThat(words(pages.post(branch.secretary(), first + "/clear"))).contains("已经登记了问题");

        pages.post(branch.secretary(), second + "/not-clear");
        assertThat(step(StepCode.PROB_BRANCH).state()).isEqualTo(StepState.IN_PROGRESS);
        pages.post(branch.secretary(), second + "/clear");
        pages.post(
                branch.secretary(),
                "/ledger/" + item + "/withdraw",
                "body",
                "COMMITTEE",
                "on",
                "2023-10-18",
                "reason",
                "重复了");
        assertThat(step(StepCode.PROB_BRANCH).state()).isEqualTo(StepState.IN_PROGRESS);
        assertThat(step(StepCode.PROB_BRANCH).done()).isEqualTo(1);

        long personal = branches.aspect(branch.task(), false, branch.secretary());
        assertThat(pages.post(branch.secretary(), "/tasks/" + branch.task() + "/aspects/" + personal + "/clear"))
                .hasStatus(409);
        Branch other = branches.branch(branch.committee(), "骨科党支部");
        assertThat(pages.post(other.secretary(), first + "/clear")).hasStatus(404);
        assertThat(words(pages.get(branch.member(), page))).contains("未发现突出问题").doesNotContain("代录");
        Matcher link = Pattern.compile("href=\"/tasks/\\d+/problems/new\\?aspect=(\\d+)\"")
                .matcher(body(pages.get(branch.secretary(), page)));
        assertThat(link.find()).isTrue();
        assertThat(body(pages.follow(
                        branch.secretary(), "/tasks/" + branch.task() + "/problems/new?aspect=" + link.group(1))))
                .containsPattern("value=\"" + link.group(1) + "\"\\s+checked");
    }
}
