package org.orglife.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.redirectedId;
import static org.orglife.Pages.words;
import static org.orglife.publication.PublicationsAtWork.fields;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepProgress;
import org.orglife.campaign.StepState;
import org.orglife.rectification.ItemState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From the ledger to the wall: what may be chosen, who looks at it, and what the pages say. */
@FullApplicationTest
@Import(PublicationsAtWork.class)
class PublicationTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    PublicationsAtWork publications;

    @Autowired
    BranchTaskService tasks;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private long item;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
        item = branches.raise(branch.secretary(), branch.task(), true, "等候时间长", branch.organiser(), branch.publicity());
    }

    private String[] measures(String... changes) {
        return fields(PublicationKind.MEASURES, List.of(item), changes);
    }

    private MvcTestResult propose(String... fields) {
        return publications.propose(branch.secretary(), branch.task(), fields);
    }

    private String at(String page) {
        return "/tasks/" + branch.task() + page;
    }

    @Test
    @DisplayName("The form is filled in but for whom to tell; only the branch's own planned problems can be ticked")
    void theForm() {
        branches.raise(branch.secretary(), branch.task(), true, "没有措施的问题");
        branches.personalItem(branch, ItemState.PLANNED);
        MvcTestResult form = pages.get(branch.secretary(), at("/publications/new?kind=MEASURES"));
        assertThat(words(form))
                .contains("等候时间长", "没有措施的问题", "还没有定措施，不能公示", "至少公示 5 天", "上级没有开通网页公示")
                .doesNotContain("上班迟到");
        assertThat(body(form))
                .contains("value=\"呼吸内科党支部专题组织生活会整改措施公示\"", "value=\"2023-10-25\"")
                .containsPattern("value=\"" + item + "\"[^>]*checked")
                .containsPattern("value=\"中共第\\d+医院呼吸内科支部委员会\"");
        assertThat(words(pages.get(branch.secretary(), at("/publications")))).contains("还没有公示", "另一名支委核对");
    }

    @ParameterizedTest
    @DisplayName("What is wrong is said in a sentence, and nothing that was typed is lost")
    @CsvSource({
        "until,   2023-10-23, '公示至少 5 天，现在只有 4 天'",
        "until,   2023-10-19, 公示结束的日期早于开始的日期",
        "until,   2025-10-19, 公示期超过一年",
        "until,   '',         请选择公示到哪天止",
        "contact, '',         请写意见反馈找谁",
        "title,   '',         请写标题",
        "onPage,  true,       上级没有开通网页公示，请去掉",
    })
    void wrongInput(String field, String value, String sentence) {
        MvcTestResult again = propose(measures(field, value, "intro", "打好的开头一句"));
        assertThat(again).hasStatus(422);
        assertThat(words(again)).contains(sentence);
        assertThat(body(again)).contains("打好的开头一句").containsPattern("value=\"" + item + "\"[^>]*checked");
    }

    @Test
    @DisplayName("Nothing chosen, a problem without measures, somebody else's, another branch's: refused")
    void wrongRows() {
        assertThat(words(propose(fields(PublicationKind.MEASURES, List.of())))).contains("还没有选公示的内容");
        long unplanned = branches.raise(branch.secretary(), branch.task(), true, "没有措施的问题");
        long personal = branches.personalItem(branch, ItemState.PLANNED);
        Branch other = branches.branch(branch.committee(), "骨科党支部");
        long foreign = branches.item(other, ItemState.PLANNED);
        for (long id : List.of(unplanned, personal, foreign)) {
            MvcTestResult refused = propose(fields(PublicationKind.MEASURES, List.of(item, id)));
            assertThat(refused).hasStatus(422);
            assertThat(words(refused)).contains("勾选的内容里有现在不能公示的");
        }
        assertThat(publications.propose(other.secretary(), branch.task(), measures()))
                .hasStatus(404);
    }

    @ParameterizedTest
    @DisplayName("A text with the number of a phone or an identity card is not shown")
    @ValueSource(strings = {"13812345678", "138 1234 5678", "0571-87654321", "33010119800101123X"})
    void privateNumbers(String number) {
        long wrong = branches.raise(branch.secretary(), branch.task(), true, "请打" + number + "反映", branch.organiser());
        MvcTestResult refused = propose(fields(PublicationKind.MEASURES, List.of(wrong)));
        assertThat(refused).hasStatus(422);
        assertThat(words(refused)).contains("好像有电话或身份证号码");
        assertThat(PrivateNumbers.isIn("把专项要求分解为6项任务，2023年10月28日前完成，内线8231")).isFalse();
    }

    @Test
    @DisplayName(
            "Whoever proposed it does not check it; all four points are ticked; what was changed since is not checked")
    void secondPerson() {
        long id = redirectedId(propose(measures()));
        assertThat(words(pages.get(branch.secretary(), "/publications/" + id))).contains("请另一名支委核对");
        MvcTestResult own = publications.check(branch.secretary(), id);
        assertThat(own).hasStatus(409);
        assertThat(words(own)).contains("自己提出的公示不能自己核对");
        assertThat(words(pages.post(
                        branch.organiser(),
                        "/publications/" + id + "/check",
                        "version",
                        publications.version(id),
                        "point",
                        "SECRECY")))
                .contains("四条都核对过");
        String read = publications.version(id);
        pages.post(branch.secretary(), "/publications/" + id, join(measures("title", "改过的标题"), "version", read));
        MvcTestResult stale = pages.post(
                branch.organiser(),
                "/publications/" + id + "/check",
                "version",
                read,
                "point",
                "SECRECY",
                "point",
                "INNER",
                "point",
                "PRIVACY",
                "point",
                "FACTS");
        assertThat(stale).hasStatus(409);
        assertThat(words(stale)).contains("改过的标题");
        assertThat(publications.state(id)).isEqualTo("DRAFT");
        assertThat(publications.check(branch.organiser(), id)).hasStatus(302);
    }

    private static String[] join(String[] fields, String... more) {
        List<String> all = new java.util.ArrayList<>(List.of(fields));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    @DisplayName("What was checked is what is shown: the ledger may change as it likes")
    void frozen() {
        long id = publications.checked(branch, measures());
        jdbc.sql("update problem set text = '改过的问题' where id = :id")
                .param("id", item)
                .update();
        redirect(publications.approve(branch.secretary(), id, "decidedOn", "2023-10-18"));
        redirect(publications.publish(branch.organiser(), id));
        String page = words(pages.get(branch.member(), "/publications/" + id));
        assertThat(page)
                .contains("等候时间长", "（1）等候时间长的措施1", "梁梦清", "2023年\u200B12月31日", "2023年10月20日至10月25日", "余庆清，内线8231")
                .doesNotContain("改过的问题", "复制", "撤下");
        assertThat(words(pages.get(branch.secretary(), "/publications/" + id)))
                .contains("10月18日会议讨论通过", "复制", "1．等候时间长", "完成时限：2023年12月31日，负责人：梁梦清");
        assertThat(words(pages.get(branch.office(), at("/publications")))).contains("公示中");
        assertThat(pages.get(branch.secretary(), "/publications/" + id + "/edit"))
                .hasStatus(409);
    }

    @Test
    @DisplayName("A proposal is for those who work for the branch; it comes back with a reason and is mended")
    void givenBack() {
        long id = publications.checked(branch, measures());
        assertThat(pages.get(branch.member(), "/publications/" + id)).hasStatus(404);
        assertThat(pages.get(branch.office(), "/publications/" + id)).hasStatus(404);
        assertThat(pages.post(branch.secretary(), "/publications/" + id + "/give-back"))
                .hasStatus(422);
        redirect(pages.post(branch.secretary(), "/publications/" + id + "/give-back", "reason", "落款写错了"));
        assertThat(words(pages.get(branch.assistant(), "/"))).contains("公示被退回，请修改");
        assertThat(words(pages.get(branch.assistant(), "/publications/" + id))).contains("退回修改：落款写错了");
        redirect(pages.post(
                branch.assistant(), "/publications/" + id, join(measures(), "version", publications.version(id))));
        assertThat(words(pages.get(branch.organiser(), "/"))).contains("核对一份公示能不能公开");
    }

    @Test
    @DisplayName("To-dos: to check, to approve, to show, to take down; and the step of the task is done")
    void toDos() {
        assertThat(step()).isNull();
        long id = publications.proposed(branch, measures());
        assertThat(words(pages.get(branch.organiser(), "/"))).contains("核对一份公示能不能公开");
        assertThat(words(pages.get(branch.assistant(), "/"))).doesNotContain("核对一份公示能不能公开");
        assertThat(stepState()).isEqualTo(StepState.IN_PROGRESS);
        redirect(publications.check(branch.organiser(), id));
        assertThat(words(pages.get(branch.secretary(), "/"))).contains("批准一份公示");
        assertThat(words(pages.get(branch.organiser(), "/"))).doesNotContain("批准一份公示");
        redirect(publications.approve(branch.secretary(), id));
        assertThat(words(pages.get(branch.secretary(), "/"))).contains("已批准，可以公示");
        redirect(publications.publish(branch.secretary(), id));
        assertThat(words(pages.get(branch.secretary(), "/"))).doesNotContain("公示到期");
        assertThat(stepState()).isEqualTo(StepState.DONE);
        assertThat(pages.post(branch.secretary(), "/publications/" + id + "/end"))
                .hasStatus(409);
        publications.over(id);
        assertThat(words(pages.get(branch.secretary(), "/"))).contains("公示到期，请取下来");
        redirect(pages.post(branch.secretary(), "/publications/" + id + "/end"));
        assertThat(words(pages.get(branch.secretary(), "/"))).doesNotContain("公示到期");
        assertThat(stepState()).isEqualTo(StepState.DONE);
    }

    private @Nullable StepProgress step() {
        Map<StepCode, StepProgress> counted =
                tasks.counted(branch.task(), branch.secretary().scope());
        return counted.get(StepCode.PUBLICATION);
    }

    private StepState stepState() {
        return Objects.requireNonNull(step()).state();
    }

    @Test
    @DisplayName("What was taken down at once no longer counts as shown")
    void withdrawnIsNotShown() {
        long id = publications.published(branch, measures());
        redirect(publications.withdraw(branch.publicity(), id));
        assertThat(step()).isNull();
        assertThat(pages.get(branch.member(), "/publications/" + id)).hasStatus(404);
        assertThat(words(pages.get(branch.secretary(), "/publications/" + id))).contains("撤下：有一处写错了");
        assertThat(pages.post(branch.secretary(), "/publications/" + id + "/withdraw"))
                .hasStatus(409);
    }

    @Test
    @DisplayName("公布进展: one touch repeats the list with how far it has come; the ended one stays as it was")
    void progress() {
        long struckOff = branches.item(branch, ItemState.CLOSED);
        long first = publications.published(branch, fields(PublicationKind.MEASURES, List.of(item, struckOff)));
        branches.report(item, branch.organiser(), true);
        jdbc.sql("update measure set due_on = '2023-10-01' where item_id = :item and position = 2")
                .param("item", item)
                .update();
        long id = redirectedId(pages.post(branch.secretary(), "/publications/" + first + "/progress"));
        String page = words(pages.get(branch.secretary(), "/publications/" + id));
        assertThat(page)
                .contains("呼吸内科党支部整改进展公示", "进展", "已完成", "超期整改中", "已销号", "余庆清，内线8231", "待核对")
                .doesNotContain("问了三家");
        assertThat(words(pages.get(branch.secretary(), "/publications/" + first)))
                .doesNotContain("超期整改中");
    }

    @Test
    @DisplayName("Only the person himself lets his own problem be shown, and takes it down at once")
    void consent() {
        long personal = branches.personalItem(branch, ItemState.PLANNED);
        String consents = at("/publications/consents");
        for (SignedInUser other : List.of(branch.secretary(), branch.colleague())) {
            assertThat(pages.post(other, "/publication-consents/" + personal)).hasStatus(404);
            assertThat(words(pages.get(other, consents))).doesNotContain("上班迟到");
        }
        assertThat(words(pages.get(branch.member(), consents))).contains("上班迟到", "别人不能替您同意");
        redirect(pages.post(branch.member(), "/publication-consents/" + personal));
        assertThat(words(pages.get(branch.secretary(), at("/publications/new?kind=MEASURES"))))
                .contains("上班迟到", "本人同意公示");
        // whoever may not read it cannot choose it either
        assertThat(words(pages.get(branch.assistant(), at("/publications/new?kind=MEASURES"))))
                .doesNotContain("上班迟到");
        long id = redirectedId(propose(fields(PublicationKind.MEASURES, List.of(item, personal))));
        redirect(publications.check(branch.organiser(), id));
        MvcTestResult without = publications.approve(branch.secretary(), id);
        assertThat(without).hasStatus(422);
        assertThat(words(without)).contains("请写明为什么要公示");
        redirect(publications.approve(branch.secretary(), id, "personalReason", "带头整改"));
        redirect(publications.publish(branch.secretary(), id));
        assertThat(words(pages.get(branch.colleague(), "/publications/" + id))).contains("上班迟到");
        redirect(pages.post(branch.member(), "/publication-consents/" + personal + "/take-back"));
        assertThat(publications.state(id)).isEqualTo("WITHDRAWN");
        assertThat(pages.get(branch.colleague(), "/publications/" + id)).hasStatus(404);
    }

    @Test
    @DisplayName("What was to show it goes no further once the person takes his word back")
    void consentGone() {
        long personal = branches.personalItem(branch, ItemState.PLANNED);
        redirect(pages.post(branch.member(), "/publication-consents/" + personal));
        long draft = redirectedId(propose(fields(PublicationKind.MEASURES, List.of(personal))));
        long checked = redirectedId(propose(fields(PublicationKind.MEASURES, List.of(personal, item))));
        redirect(publications.check(branch.organiser(), checked));
        redirect(pages.post(branch.member(), "/publication-consents/" + personal + "/take-back"));
        assertThat(publications.state(checked)).isEqualTo("DRAFT");
        assertThat(words(publications.check(branch.organiser(), draft))).contains("本人已经不同意公示");
        MvcTestResult again = pages.post(
                branch.secretary(),
                "/publications/" + draft,
                join(fields(PublicationKind.MEASURES, List.of(personal)), "version", publications.version(draft)));
        assertThat(words(again)).contains("勾选的内容里有现在不能公示的");
    }

    @Test
    @DisplayName("Approved late it is shown as many days, from the day it is shown")
    void lateApproval() {
        long id = publications.approved(branch, measures());
        jdbc.sql("update publication set from_on = '2023-10-10', until_on = '2023-10-16' where id = :id")
                .param("id", id)
                .update();
        redirect(publications.publish(branch.secretary(), id));
        assertThat(words(pages.get(branch.member(), "/publications/" + id))).contains("2023年10月20日至10月26日");
    }

    @Test
    @DisplayName("Both papers hold the same, A3 with its colours; and nothing of it is Chinese to another branch")
    void papers() {
        long id = publications.published(branch, measures());
        MvcTestResult small = pages.get(branch.member(), "/publications/" + id + "/print");
        MvcTestResult large = pages.get(branch.member(), "/publications/" + id + "/print?paper=A3");
        assertThat(body(small)).contains("pb-a4", "等候时间长");
        assertThat(body(large)).contains("pb-a3", "等候时间长");
        Branch other = branches.branch(branch.committee(), "骨科党支部");
        assertThat(pages.get(other.secretary(), "/publications/" + id)).hasStatus(404);
        assertThat(pages.get(other.member(), "/publications/" + id + "/print")).hasStatus(404);
    }

    @Test
    @DisplayName("There is nothing to say of a meeting before it is over")
    void noMeeting() {
        MvcTestResult refused = propose(fields(PublicationKind.MEETING, List.of()));
        assertThat(words(refused)).contains("会议还没有开完");
        assertThat(pages.get(branch.secretary(), at("/publications/new?kind=MEETING")))
                .hasStatusOk();
    }
}
