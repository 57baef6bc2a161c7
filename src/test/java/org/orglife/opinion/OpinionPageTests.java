package org.orglife.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;
import static org.orglife.Pages.hidden;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Opinions;
import org.orglife.Pages;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepState;
import org.orglife.shared.BranchScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Opinions from being said to where they went, through the pages. */
@FullApplicationTest
class OpinionPageTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    BranchTaskService tasks;

    @Autowired
    OpinionChecks checks;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private Opinions opinions;
    private String page;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
        opinions = new Opinions(pages);
        page = "/tasks/" + branch.task() + "/opinions";
    }

    private StepState step(StepCode code) {
        BranchScope scope = branch.secretary().scope();
        return Objects.requireNonNull(
                        checks.progress(tasks.get(branch.task(), scope), scope).get(code))
                .state();
    }

    private MvcTestResult say(String text, String... more) {
        String[] fields = new String[10 + more.length];
        String[] usual = {
            "text", text, "about", "WORK", "channel", "WECHAT", "group", "OUTSIDER", "givenOn", "2023-10-12"
        };
        System.arraycopy(usual, 0, fields, 0, usual.length);
        System.arraycopy(more, 0, fields, usual.length, more.length);
        return pages.post(branch.secretary(), page, fields);
    }

    @Test
    @DisplayName("One after the other: whom, how and when stay for the next one, only the text is new")
    void nextOneKeepsWhatStays() {
        String next = redirect(say("挂号等得久"));
        String form = body(pages.follow(branch.secretary(), next));
        assertThat(form)
                .contains("value=\"WECHAT\" selected", "value=\"OUTSIDER\" selected", "value=\"2023-10-12\"")
                .containsPattern("value=\"WORK\"[^>]*checked");
        assertThat(form).containsPattern("<textarea[^>]*id=\"text\"[^>]*></textarea>");
        redirect(say("食堂太远"));
        assertThat(words(pages.get(branch.secretary(), page))).contains("意见 2 条", "挂号等得久", "食堂太远");
    }

    @ParameterizedTest
    @DisplayName("Emoji, markup and what looks like a formula are text")
    @ValueSource(strings = {"排队太久😀", "<script>alert(1)</script>", "=1+1", "${7*7}", "𠮷家"})
    void anyTextIsText(String text) {
        redirect(say(text));
        MvcTestResult shown = pages.get(branch.secretary(), page);
        assertThat(words(shown)).contains(text.replaceAll("<[^>]*>", "").isEmpty() ? "&" : text);
        assertThat(body(shown)).doesNotContain("<script>alert");
        assertThat(jdbc.sql("select text from opinion where task_id = :task")
                        .param("task", branch.task())
                        .query(String.class)
                        .single())
                .isEqualTo(text);
    }

    @Test
    @DisplayName("20,000 characters are refused with the number that is too many, and stay in the field")
    void tooLongStays() {
        String text = "字".repeat(20_000);
        MvcTestResult refused = say(text);
        assertThat(refused).hasStatus(422);
        assertThat(words(refused)).contains("最多 2000 个字", "18000");
        assertThat(body(refused)).contains(text);
        assertThat(say("字".repeat(2000))).hasStatus(302);
    }

    @Test
    @DisplayName("Control characters are refused beside the field, with all else kept")
    void controlCharacters() {
        MvcTestResult refused = say("铃\u0007声");
        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("value=\"WECHAT\" selected");
        assertThat(jdbc.sql("select count(*) from opinion where task_id = :task")
                        .param("task", branch.task())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aDayToComeIsRefused() {
        MvcTestResult refused = pages.post(
                branch.secretary(),
                page,
                "text",
                "早",
                "about",
                "WORK",
                "channel",
                "PHONE",
                "group",
                "SERVICE",
                "givenOn",
                "2023-10-21");
        assertThat(refused).hasStatus(422);
        assertThat(words(refused)).contains("日期还没有到");
    }

    @Test
    @DisplayName("A day that does not exist comes back beside the field, with all else kept")
    void noSuchDay() {
        MvcTestResult opinion = pages.post(
                branch.secretary(),
                page,
                "text",
                "早上排长队",
                "about",
                "WORK",
                "channel",
                "PHONE",
                "givenOn",
                "2023-02-30");
        assertThat(opinion).hasStatus(422);
        assertThat(words(opinion)).contains("没有这个日期", "早上排长队");
        MvcTestResult asked = pages.post(
                branch.secretary(),
                page + "/collections",
                "channel",
                "FORM",
                "group",
                "OUTSIDER",
                "issued",
                "5",
                "returned",
                "6",
                "heldOn",
                "2023-02-30");
        assertThat(asked).hasStatus(422);
        assertThat(words(asked)).contains("没有这个日期");
    }

    @Test
    @DisplayName("A double click makes one opinion")
    void aDoubleClickMakesOne() {
        String key = hidden(pages.get(branch.secretary(), page), "_once");
        redirect(say("挂号等得久", "_once", key));
        redirect(say("挂号等得久", "_once", key));
        assertThat(words(pages.get(branch.secretary(), page))).contains("意见 1 条");
    }

    @Test
    @DisplayName("What is written down more than a week later is marked by itself")
    void lateEntriesAreMarked() {
        redirect(pages.post(
                branch.secretary(),
                page,
                "text",
                "补记的",
                "about",
                "WORK",
                "channel",
                "PHONE",
                "group",
                "RETIRED",
                "givenOn",
                "2023-10-12"));
        assertThat(words(pages.get(branch.secretary(), page))).contains("补录");
    }

    @Test
    @DisplayName(
            "A correction with an old version comes back with both texts; the secretary corrects what others wrote")
    void corrections() {
        long id = opinions.record(branch.organiser(), branch.task(), "挂号等得久", "WECHAT");
        String[] fields = {
            "text",
            "挂号等候太久",
            "about",
            "WORK",
            "channel",
            "PHONE",
            "group",
            "SERVICE",
            "givenOn",
            "2023-10-12",
            "version",
            "0"
        };
        assertThat(pages.post(branch.publicity(), "/opinions/" + id, fields)).hasStatus(422);
        assertThat(pages.post(branch.secretary(), "/opinions/" + id, fields)).hasStatus(302);
        MvcTestResult stale = pages.post(branch.organiser(), "/opinions/" + id, fields);
        assertThat(stale).hasStatus(409);
        assertThat(words(stale)).contains("挂号等候太久");
    }

    @Test
    @DisplayName("A withdrawn opinion counts no more, keeps its place, and its number is not used again")
    void withdrawal() {
        long id = opinions.record(branch.secretary(), branch.task(), "记重了", "WECHAT");
        assertThat(pages.post(branch.secretary(), "/opinions/" + id + "/withdraw"))
                .hasStatus(422);
        redirect(pages.post(branch.secretary(), "/opinions/" + id + "/withdraw", "reason", "与上一条重复"));
        redirect(say("新的一条"));
        assertThat(words(pages.get(branch.secretary(), page))).contains("意见 1 条", "已撤回", "与上一条重复");
        assertThat(jdbc.sql("select number from opinion where task_id = :task order by number")
                        .param("task", branch.task())
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 2);
        assertThat(jdbc.sql("select opinions from task_figures where task_id = :task")
                        .param("task", branch.task())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "M06, M07: sheets handed out and returned are summed, seminars and visits counted; more returned is refused")
    void sheets() {
        String collections = page + "/collections";
        MvcTestResult refused = pages.post(
                branch.secretary(),
                collections,
                "channel",
                "FORM",
                "group",
                "OUTSIDER",
                "issued",
                "50",
                "returned",
                "60",
                "heldOn",
                "2023-10-12");
        assertThat(refused).hasStatus(422);
        assertThat(words(refused)).contains("收回 60 份，比发放的 50 份还多");
        assertThat(body(refused)).contains("value=\"60\"");
        redirect(pages.post(
                branch.secretary(),
                collections,
                "channel",
                "FORM",
                "group",
                "OUTSIDER",
                "issued",
                "50",
                "returned",
                "46",
                "heldOn",
                "2023-10-12"));
        redirect(pages.post(
                branch.organiser(),
                collections,
                "channel",
                "SEMINAR",
                "group",
                "SERVICE",
                "heldOn",
                "2023-10-13",
                "place",
                "三楼会议室"));
        assertThat(words(pages.get(branch.secretary(), collections))).contains("发放 50 份", "收回 46 份", "三楼会议室");
        assertThat(pages.json(branch.secretary(), "/campaigns/{id}/figures", branch.campaign()))
                .bodyJson()
                .isLenientlyEqualTo("{\"M05\": 0, \"M06a\": 50, \"M06b\": 46, \"M07\": 1}");
    }

    @Test
    @DisplayName("That nobody had anything to say is a statement: the step is done with it")
    void noneReceived() {
        assertThat(step(StepCode.OPINION)).isEqualTo(StepState.NOT_STARTED);
        redirect(pages.post(
                branch.secretary(),
                page + "/collections",
                "channel",
                "MEETING",
                "group",
                "MEMBER",
                "heldOn",
                "2023-10-12",
                "noneReceived",
                "true"));
        assertThat(step(StepCode.OPINION)).isEqualTo(StepState.DONE);
        assertThat(step(StepCode.OPINION_DIGEST)).isEqualTo(StepState.DONE);
        assertThat(words(pages.get(branch.secretary(), page))).contains("征求过，没有收到意见");
    }

    @Test
    @DisplayName("Merged, made a problem, answered or kept: everybody in the branch sees where each one went")
    void whereEachOneWent() {
        long first = opinions.record(branch.secretary(), branch.task(), "挂号等得久", "WECHAT");
        long second = opinions.record(branch.secretary(), branch.task(), "早上排长队", "PHONE");
        long third = opinions.record(branch.secretary(), branch.task(), "食堂太远", "PHONE");
        long fourth = opinions.record(branch.secretary(), branch.task(), "多办义诊", "PHONE");
        assertThat(step(StepCode.OPINION)).isEqualTo(StepState.DONE);
        assertThat(step(StepCode.OPINION_DIGEST)).isEqualTo(StepState.NOT_STARTED);
        long point = opinions.merge(branch.secretary(), branch.task(), "挂号等候时间长", first, second);
        long answered = opinions.merge(branch.secretary(), branch.task(), "食堂离病区远", third);
        long kept = opinions.merge(branch.secretary(), branch.task(), "多办义诊", fourth);
        assertThat(pages.post(branch.secretary(), page + "/points", "text", "再并", "about", "WORK", "ids", "" + first))
                .hasStatus(422);
        long aspect = branches.aspect(branch.task(), true, branch.secretary());
        assertThat(pages.post(branch.secretary(), "/opinion-points/" + point + "/problem", "text", "挂号窗口少"))
                .hasStatus(422);
        redirect(pages.post(
                branch.secretary(),
                "/opinion-points/" + point + "/problem",
                "text",
                "挂号窗口少",
                "aspectId",
                "" + aspect,
                "source",
                "OPINION"));
        assertThat(pages.post(branch.secretary(), "/opinion-points/" + answered + "/answer", "words", " "))
                .hasStatus(422);
        redirect(pages.post(branch.secretary(), "/opinion-points/" + answered + "/answer", "words", "已和后勤商量，11月开送餐"));
        redirect(pages.post(branch.secretary(), "/opinion-points/" + kept + "/keep"));
        assertThat(step(StepCode.OPINION_DIGEST)).isEqualTo(StepState.DONE);
        assertThat(words(pages.get(branch.secretary(), page))).contains("转为问题 1 号", "已答复", "留存");
        String member = words(pages.get(branch.member(), page));
        assertThat(member).contains("挂号等候时间长", "转为问题 1 号", "11月开送餐").doesNotContain("早上排长队");
        assertThat(words(pages.get(branch.office(), page))).contains("意见 4 条").doesNotContain("挂号", "食堂");
        assertThat(jdbc.sql("select source from problem where task_id = :task")
                        .param("task", branch.task())
                        .query(String.class)
                        .single())
                .isEqualTo("OPINION");
        assertThat(pages.post(branch.secretary(), "/opinion-points/" + point + "/keep"))
                .hasStatus(409);
        assertThat(pages.post(branch.secretary(), "/opinions/" + first + "/withdraw", "reason", "错"))
                .hasStatus(409);
        redirect(pages.post(branch.secretary(), "/opinion-points/" + kept + "/reopen"));
        redirect(pages.post(branch.secretary(), "/opinion-points/" + kept + "/dissolve"));
        assertThat(words(pages.get(branch.secretary(), page))).contains("还没归并 1 条");
    }

    @Test
    @DisplayName("Who signed an opinion reads it and its answer; a colleague does not")
    void ownOpinions() {
        redirect(say("请多排年轻人值班", "giver", String.valueOf(branch.member().memberId())));
        assertThat(words(pages.get(branch.member(), page))).contains("请多排年轻人值班");
        assertThat(words(pages.get(branch.colleague(), page))).doesNotContain("请多排年轻人值班");
    }

    @ParameterizedTest
    @DisplayName("Who may read an opinion and write one down")
    @CsvSource({
        "secretary,true,true",
        "deputy,true,true",
        "organiser,true,true",
        "assistant,true,true",
        "groupLeader,false,false",
        "member,false,false",
        "office,false,false",
        "leader,false,false",
        "supervisor,false,false"
    })
    void whoMayWhat(String name, boolean reads, boolean writes) {
        opinions.record(branch.secretary(), branch.task(), "只有支委会看得到的原话", "WECHAT");
        SignedInUser user = user(name);
        assertThat(words(pages.get(user, page)).contains("只有支委会看得到的原话")).isEqualTo(reads);
        int status = pages.post(
                        user,
                        page,
                        "text",
                        "新的",
                        "about",
                        "WORK",
                        "channel",
                        "PHONE",
                        "group",
                        "OTHER",
                        "givenOn",
                        "2023-10-12")
                .getResponse()
                .getStatus();
        assertThat(status).isEqualTo(writes ? 302 : 403);
    }

    private SignedInUser user(String name) {
        return switch (name) {
            case "secretary" -> branch.secretary();
            case "deputy" -> branch.deputy();
            case "organiser" -> branch.organiser();
            case "assistant" -> branch.assistant();
            case "groupLeader" -> branch.groupLeader();
            case "member" -> branch.member();
            case "office" -> branch.office();
            case "leader" -> branch.leader();
            default -> branch.supervisor();
        };
    }

    @Test
    @DisplayName("An opinion, a point and a time of asking of another branch do not exist")
    void foreignOnesDoNotExist() {
        Branch other = branches.branch(branch.committee(), "骨科党支部");
        long id = opinions.record(other.secretary(), other.task(), "别家的", "PHONE");
        long point = opinions.merge(other.secretary(), other.task(), "别家的", id);
        for (String address : List.of(
                "/opinions/" + id + "/edit",
                "/opinion-points/" + point + "/edit",
                "/opinion-points/" + point + "/problem",
                "/tasks/" + other.task() + "/opinions",
                "/tasks/" + other.task() + "/opinions/digest",
                "/tasks/" + other.task() + "/opinions/collections")) {
            assertThat(pages.get(branch.secretary(), address)).as(address).hasStatus(404);
        }
        assertThat(pages.post(branch.secretary(), page + "/points", "text", "混", "about", "WORK", "ids", "" + id))
                .hasStatus(422);
    }
}
