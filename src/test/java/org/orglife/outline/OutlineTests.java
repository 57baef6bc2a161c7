package org.orglife.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.PersonalText;
import org.orglife.campaign.ShareTexts;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepRow;
import org.orglife.campaign.TextReview;
import org.orglife.home.ToDo;
import org.orglife.home.ToDoKind;
import org.orglife.home.ToDos;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Texts for the meeting: where there are any, who reads which, versions, rounds of review, consent. */
@FullApplicationTest
class OutlineTests {

    private static final String SECRET = "带教时对年轻人不够耐心";

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Pages pages;

    @Autowired
    OutlineService outlines;

    @Autowired
    BranchTaskService tasks;

    @Autowired
    ToDos toDos;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private String texts;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
        texts = "/tasks/" + branch.task() + "/texts";
    }

    private void policy(PersonalText text, TextReview review, ShareTexts share) {
        jdbc.sql("""
                        update campaign set personal_text = :text, text_review = :review, share_texts = :share where id = :id
                        """)
                .param("text", text.name())
                .param("review", review.name())
                .param("share", share.name())
                .param("id", branch.campaign())
                .update();
        jdbc.sql(
                        "update step_definition set level = 'SHOULD' where campaign_id = :id and code in ('TEXT', 'TEXT_REVIEW')")
                .param("id", branch.campaign())
                .update();
    }

    private long write(SignedInUser by, OutlineKind kind, boolean handIn, String words) {
        People.actAs(by);
        OutlineService.Sheet sheet = outlines.sheet(branch.task(), kind, by.scope());
        OutlineSection section = kind == OutlineKind.MEMBER ? OutlineSection.PROBLEMS : OutlineSection.BRANCH_PROBLEMS;
        return outlines.write(
                branch.task(),
                kind,
                sheet.outline() == null ? null : sheet.outline().getVersion(),
                new OutlineText(Map.of(section, words)),
                handIn,
                by.scope());
    }

    private void review(long id, SignedInUser by, int number, Verdict verdict, String remark) {
        People.actAs(by);
        outlines.review(id, number, verdict, remark, by, by.scope());
    }

    private boolean reads(SignedInUser user, long id) {
        MvcTestResult page = pages.get(user, "/texts/" + id);
        boolean seen = page.getResponse().getStatus() == 200;
        assertThat(body(page).contains(SECRET)).as(user.displayName()).isEqualTo(seen);
        return seen;
    }

    private List<String> readers(long id) {
        return branch.all().stream()
                .filter(user -> reads(user, id))
                .map(SignedInUser::displayName)
                .toList();
    }

    private Set<ToDoKind> waiting(SignedInUser user) {
        return toDos.of(user, user.scope()).stream().map(ToDo::kind).collect(java.util.stream.Collectors.toSet());
    }

    private StepRow step(StepCode code) {
        BranchTask task = tasks.get(branch.task(), branch.secretary().scope());
        return tasks.steps(task, branch.secretary().scope()).stream()
                .filter(row -> row.code() == code)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName(
            "Policy NONE: every address of a text is not found, whatever was written before, and nothing waits for anybody")
    void whereNoPaperIsWantedThereIsNone() {
        policy(PersonalText.FULL_TEXT_REQUIRED, TextReview.BY_COMMITTEE, ShareTexts.AUTHOR_CONSENT);
        long id = write(branch.member(), OutlineKind.MEMBER, true, SECRET);
        policy(PersonalText.NONE, TextReview.BY_COMMITTEE, ShareTexts.AUTHOR_CONSENT);
        branch.all().stream().filter(user -> !user.role().isSuperior()).forEach(user -> {
            for (String address :
                    List.of(texts, texts + "/mine", texts + "/branch", "/texts/" + id, "/texts/" + id + "/print")) {
                assertThat(pages.get(user, address))
                        .as(user.displayName() + address)
                        .hasStatus(404);
            }
            assertThat(pages.post(user, texts + "/mine", "text[PROBLEMS]", "字")).hasStatus(404);
            assertThat(pages.post(user, "/texts/" + id + "/sharing", "on", "true"))
                    .hasStatus(404);
            assertThat(waiting(user)).doesNotContain(ToDoKind.WRITE_TEXT, ToDoKind.MEND_TEXT, ToDoKind.REVIEW_TEXTS);
        });
        assertThat(step(StepCode.TEXT).page()).isNull();
        assertThat(step(StepCode.TEXT).progress()).isNull();
        assertThat(body(pages.get(branch.secretary(), "/tasks/" + branch.task())))
                .doesNotContain("/texts");
    }

    @Test
    @DisplayName(
            "F12: an outline begins with the aspects, the own problems, their causes and measures, and with nobody else's")
    void anOutlineBeginsWithTheOwnProblems() {
        branches.raise(branch.member(), branch.task(), false, SECRET, branch.member());
        branches.raise(branch.colleague(), branch.task(), false, "开会常迟到", branch.colleague());
        OutlineText text = outlines.sheet(
                        branch.task(), OutlineKind.MEMBER, branch.member().scope())
                .text();
        assertThat(text.of(OutlineSection.PROBLEMS)).isEqualTo("（一）组织纪律\n1. " + SECRET + "。\n\n（二）先锋模范");
        assertThat(text.of(OutlineSection.MEASURES)).isEqualTo("1. " + SECRET + "的措施1（2023年12月31日前完成）。");
        assertThat(text.toString()).doesNotContain("迟到");
        write(branch.member(), OutlineKind.MEMBER, false, "先写一点");
        assertThat(outlines.sheet(
                                branch.task(),
                                OutlineKind.MEMBER,
                                branch.member().scope())
                        .missing())
                .containsExactly(SECRET);
    }

    @Test
    @DisplayName(
            "F11: the branch's text begins with its aspects and problems and the number of opinions; last year's measures in a yearly campaign only")
    void theBranchsTextBeginsWithItsProblems() {
        branches.raise(branch.secretary(), branch.task(), true, "候诊时间长", branch.organiser());
        OutlineService.Sheet sheet = outlines.sheet(
                branch.task(), OutlineKind.BRANCH, branch.organiser().scope());
        assertThat(sheet.sections()).doesNotContain(OutlineSection.LAST_CYCLE);
        assertThat(sheet.text().of(OutlineSection.BRANCH_PROBLEMS)).contains("（一）联系服务群众\n1. 候诊时间长。");
        assertThat(sheet.text().of(OutlineSection.BRANCH_BASIS)).contains("2023年度专题组织生活会");
        jdbc.sql("update campaign set kind = 'ANNUAL' where id = :id")
                .param("id", branch.campaign())
                .update();
        assertThat(outlines.sheet(
                                branch.task(),
                                OutlineKind.BRANCH,
                                branch.organiser().scope())
                        .sections())
                .contains(OutlineSection.LAST_CYCLE);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> outlines.sheet(
                        branch.task(), OutlineKind.BRANCH, branch.member().scope()));
    }

    @Test
    @DisplayName("7.2: what is kept is the author's alone, whatever the policy")
    void whatIsKeptIsTheAuthorsAlone() {
        policy(PersonalText.OUTLINE_REQUIRED, TextReview.BY_COMMITTEE, ShareTexts.AUTHOR_CONSENT);
        long id = write(branch.member(), OutlineKind.MEMBER, false, SECRET);
        assertThat(readers(id)).containsExactly("周静斌");
        byte[] sealed = jdbc.sql("select working_sealed from outline where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("带教");
    }

    @ParameterizedTest
    @EnumSource(TextReview.class)
    @DisplayName(
            "7.2: what is handed in is read by whom the policy names; by no superior, no assistant, no other member")
    void whatIsHandedInIsReadByWhomThePolicyNames(TextReview review) {
        policy(PersonalText.OUTLINE_REQUIRED, review, ShareTexts.OFF);
        long id = write(branch.member(), OutlineKind.MEMBER, true, SECRET);
        List<String> expected = switch (review) {
            case OFF -> List.of("周静斌");
            case BY_SECRETARY -> List.of("于光燕", "周静斌");
            case BY_COMMITTEE -> List.of("于光燕", "余庆清", "梁梦清", "康国斌", "周静斌");
        };
        assertThat(readers(id)).containsExactlyElementsOf(expected);
    }

    @Test
    @DisplayName(
            "7.2: the members read it while the author consents, and only the version handed in; he takes it back at any time")
    void theMembersReadItByConsent() {
        policy(PersonalText.OUTLINE_OPTIONAL, TextReview.OFF, ShareTexts.AUTHOR_CONSENT);
        long id = write(branch.member(), OutlineKind.MEMBER, true, SECRET);
        assertThat(reads(branch.colleague(), id)).isFalse();
        assertThat(pages.post(branch.secretary(), "/texts/" + id + "/sharing", "on", "true"))
                .hasStatus(404);
        pages.post(branch.member(), "/texts/" + id + "/sharing", "on", "true");
        write(branch.member(), OutlineKind.MEMBER, false, SECRET + "，还没交的话");
        assertThat(readers(id)).hasSize(8).doesNotContain("办公室工作人员", "沈光涛", "秦玉和");
        assertThat(body(pages.get(branch.colleague(), "/texts/" + id))).doesNotContain("还没交的话");
        assertThat(words(pages.get(branch.colleague(), texts))).contains("周静斌");
        pages.post(branch.member(), "/texts/" + id + "/sharing", "on", "false");
        assertThat(reads(branch.colleague(), id)).isFalse();
        assertThat(words(pages.get(branch.colleague(), texts))).doesNotContain("周静斌");
    }

    @Test
    @DisplayName("Sharing is there only where the campaign provides for it")
    void withoutThePolicyNothingIsShared() {
        policy(PersonalText.OUTLINE_OPTIONAL, TextReview.OFF, ShareTexts.OFF);
        long id = write(branch.member(), OutlineKind.MEMBER, true, SECRET);
        assertThat(pages.post(branch.member(), "/texts/" + id + "/sharing", "on", "true"))
                .hasStatus(404);
    }

    @Test
    @DisplayName(
            "Rounds: given back with a remark, mended, handed in again, accepted; every version and remark stays, side by side")
    void roundsOfReview() {
        policy(PersonalText.OUTLINE_REQUIRED, TextReview.BY_SECRETARY, ShareTexts.OFF);
        assertThat(waiting(branch.member())).contains(ToDoKind.WRITE_TEXT);
        long id = write(branch.member(), OutlineKind.MEMBER, true, "第一稿：" + SECRET);
        assertThat(waiting(branch.member())).doesNotContain(ToDoKind.WRITE_TEXT);
        assertThat(waiting(branch.secretary())).contains(ToDoKind.REVIEW_TEXTS);
        assertThat(waiting(branch.organiser())).doesNotContain(ToDoKind.REVIEW_TEXTS);

        assertThat(pages.post(branch.secretary(), "/texts/" + id + "/review", "number", "1", "verdict", "RETURNED"))
                .hasStatus(422)
                .bodyText()
                .contains("请写明要改哪里");
        assertThat(pages.post(branch.secretary(), "/texts/" + id + "/review", "number", "1", "remark", "写具体些"))
                .hasStatus(422)
                .bodyText()
                .contains("请选一项", "写具体些");
        assertThat(redirect(pages.post(
                        branch.secretary(),
                        "/texts/" + id + "/review",
                        "number",
                        "1",
                        "verdict",
                        "RETURNED",
                        "remark",
                        "第二条请举一件事")))
                .isEqualTo(texts);
        assertThat(waiting(branch.member())).contains(ToDoKind.MEND_TEXT);
        assertThat(words(pages.get(branch.member(), texts + "/mine"))).contains("第二条请举一件事");

        write(branch.member(), OutlineKind.MEMBER, true, "第二稿：" + SECRET);
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(() -> review(id, branch.secretary(), 1, Verdict.ACCEPTED, "旧稿"))
                .withMessage("outline.review.old");
        review(id, branch.secretary(), 2, Verdict.ACCEPTED, "可以上会");
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(() -> review(id, branch.secretary(), 2, Verdict.ACCEPTED, "再来一次"))
                .withMessage("outline.review.done");
        assertThat(waiting(branch.secretary())).doesNotContain(ToDoKind.REVIEW_TEXTS);
        assertThat(waiting(branch.member())).doesNotContain(ToDoKind.MEND_TEXT);
        assertThat(words(pages.get(branch.member(), "/texts/" + id + "?number=1&with=2")))
                .contains("第 1 稿和第 2 稿对照", "第一稿：", "第二稿：", "第二条请举一件事", "可以上会");
        assertThat(words(pages.get(branch.secretary(), "/tasks/" + branch.task())))
                .contains("1/1 份审阅通过");
    }

    @Test
    void nobodyReviewsHisOwnAndAMemberReviewsNothing() {
        policy(PersonalText.OUTLINE_REQUIRED, TextReview.BY_SECRETARY, ShareTexts.AUTHOR_CONSENT);
        long own = write(branch.secretary(), OutlineKind.MEMBER, true, SECRET);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> review(own, branch.secretary(), 1, Verdict.ACCEPTED, "好"));
        assertThat(Objects.requireNonNull(step(StepCode.TEXT_REVIEW).progress()).total())
                .isZero();
        long id = write(branch.member(), OutlineKind.MEMBER, true, SECRET);
        pages.post(branch.member(), "/texts/" + id + "/sharing", "on", "true");
        assertThat(pages.post(branch.colleague(), "/texts/" + id + "/review", "number", "1", "verdict", "ACCEPTED"))
                .hasStatus(403);
        assertThat(pages.post(branch.organiser(), "/texts/" + id + "/review", "number", "1", "verdict", "ACCEPTED"))
                .hasStatus(404);
    }

    @Test
    @DisplayName("Where the branch has no secretary the deputy reads in his place")
    void theDeputyReadsWhereThereIsNoSecretary() {
        policy(PersonalText.OUTLINE_REQUIRED, TextReview.BY_SECRETARY, ShareTexts.OFF);
        long id = write(branch.member(), OutlineKind.MEMBER, true, SECRET);
        assertThat(reads(branch.deputy(), id)).isFalse();
        jdbc.sql("update position set until_on = '2023-10-01' where unit_id = :unit and kind = 'SECRETARY'")
                .param("unit", branch.unit().getId())
                .update();
        assertThat(reads(branch.deputy(), id)).isTrue();
        assertThat(waiting(branch.deputy())).contains(ToDoKind.REVIEW_TEXTS);
    }

    @Test
    @DisplayName("BR: required texts count against everybody, an optional one counts once it is there")
    void stepsCountWhatIsAskedFor() {
        policy(PersonalText.OUTLINE_REQUIRED, TextReview.OFF, ShareTexts.OFF);
        write(branch.member(), OutlineKind.MEMBER, true, SECRET);
        assertThat(step(StepCode.TEXT).isSettled()).isFalse();
        assertThat(Objects.requireNonNull(step(StepCode.TEXT).progress()).total())
                .isEqualTo(8);
        policy(PersonalText.OUTLINE_OPTIONAL, TextReview.OFF, ShareTexts.OFF);
        assertThat(step(StepCode.TEXT).isSettled()).isTrue();
        assertThat(waiting(branch.colleague())).doesNotContain(ToDoKind.WRITE_TEXT);
    }

    @Test
    @DisplayName("Bad input: nothing written, too much, control characters, markup, formulas; nothing typed is lost")
    void badInputIsAnswered() {
        String mine = texts + "/mine";
        assertThat(pages.post(branch.member(), mine, "text[STUDY]", "　\u200b ", "handIn", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("请至少写一条");
        String whole = "党".repeat(20_000);
        assertThat(pages.post(branch.member(), mine, "text[STUDY]", whole, "text[CAUSES]", "因".repeat(10_003)))
                .hasStatus(422)
                .bodyText()
                .contains("多了 3 个", whole);
        assertThat(pages.post(branch.member(), mine, "text[STUDY]", "铃\u0007声", "text[CAUSES]", "写好的原因"))
                .hasStatus(422)
                .bodyText()
                .contains("看不见的特殊字符", "写好的原因");
        String hostile = "</textarea><script>alert(1)</script>${7*7} =1+1 🙂";
        String page = redirect(
                pages.post(branch.member(), mine, "text[STUDY]", whole, "text[PROBLEMS]", hostile, "handIn", "true"));
        assertThat(body(pages.get(branch.member(), page)))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;${7*7} =1+1 🙂", whole)
                .doesNotContain("<script>alert");
        assertThat(body(pages.get(branch.member(), page + "/print"))).contains("一、学习收获和体会", "二、查摆的问题");
    }

    @Test
    @DisplayName("Two windows: the second gets both texts side by side, and one click on a new form makes one text")
    void aStaleFormIsAnswered() {
        write(branch.member(), OutlineKind.MEMBER, false, "先写的");
        write(branch.member(), OutlineKind.MEMBER, false, "后写的");
        assertThat(pages.post(branch.member(), texts + "/mine", "version", "0", "text[PROBLEMS]", "旧窗口里的"))
                .hasStatus(409)
                .bodyText()
                .contains("后写的", "旧窗口里的");
        assertThat(pages.post(branch.member(), texts + "/mine", "text[PROBLEMS]", "没有版本的"))
                .hasStatus(409);
    }

    @Test
    @DisplayName("T-AUD: the trail names the branch and never a word of the text, nor whose it is")
    void theTrailHoldsNoText() {
        long id = write(branch.member(), OutlineKind.MEMBER, true, SECRET);
        String trail = jdbc.sql("""
                        select string_agg(action || coalesce(object_label, '') || array_to_string(fields, ','), ' ')
                        from audit_entry where object_type = 'Outline' and object_id = :id
                        """)
                .param("id", String.valueOf(id))
                .query(String.class)
                .single();
        assertThat(trail).contains("OUTLINE_HANDED_IN", "呼吸内科党支部").doesNotContain("带教", "周静斌");
    }

    @Test
    @DisplayName("T-SCOPE: a text of another branch does not exist")
    void aTextOfAnotherBranchDoesNotExist() {
        Branch other = branches.branch(branch.committee(), "消化内科党支部");
        long id = write(branch.member(), OutlineKind.MEMBER, true, SECRET);
        assertThat(pages.get(other.secretary(), "/texts/" + id)).hasStatus(404);
        assertThat(pages.get(other.member(), texts + "/mine")).hasStatus(404);
    }
}
