package org.orglife.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;
import static org.orglife.publication.PublicationsAtWork.fields;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepProgress;
import org.orglife.campaign.StepState;
import org.orglife.statistics.Boards;
import org.orglife.statistics.Metric;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 审诺 → 亮诺 → 践诺 → 评诺: each writes his own, a second person looks at it, words and no scores. */
@FullApplicationTest
@Import(PublicationsAtWork.class)
class PledgeTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    PublicationsAtWork publications;

    @Autowired
    BranchTaskService tasks;

    @Autowired
    Boards boards;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
    }

    private String at(String page) {
        return "/tasks/" + branch.task() + "/pledges" + page;
    }

    private MvcTestResult write(SignedInUser by, String... more) {
        List<String> fields = new java.util.ArrayList<>(
                List.of("post", "护士", "first", "每周回访出院病人 10 名", "firstOn", "2023-12-31", "second", "带教新护士 2 名"));
        fields.addAll(List.of(more));
        return pages.post(by, at(""), fields.toArray(String[]::new));
    }

    private long written(SignedInUser by, String... more) {
        redirect(write(by, more));
        return jdbc.sql("select max(id) from pledge where task_id = :task")
                .param("task", branch.task())
                .query(Long.class)
                .single();
    }

    private long reviewed(SignedInUser by, String... more) {
        long id = written(by, more);
        redirect(pages.post(branch.organiser(), "/pledges/" + id + "/review"));
        return id;
    }

    private String state(long id) {
        return jdbc.sql("select state from pledge where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    @Test
    @DisplayName("A member writes his own, once; a helper writes for whoever is no member, and for no member")
    void whoWrites() {
        long id = written(branch.member());
        assertThat(words(pages.get(branch.member(), "/pledges/" + id)))
                .contains("周静斌的亮诺书", "每周回访出院病人 10 名", "12月31日前", "长期坚持", "待审诺");
        assertThat(words(write(branch.member()))).contains("您已经写过亮诺书");
        assertThat(pages.get(branch.colleague(), "/pledges/" + id)).hasStatus(404);
        assertThat(pages.get(branch.office(), "/pledges/" + id)).hasStatus(404);
        MvcTestResult known = write(branch.assistant(), "other", "true", "name", "罗颖");
        assertThat(known).hasStatus(422);
        assertThat(words(known)).contains("“罗颖”在党员名册里，请本人用自己的账号写");
        assertThat(write(branch.member(), "other", "true", "name", "王护士")).hasStatus(422);
        assertThat(words(write(branch.assistant(), "other", "true"))).contains("请写姓名");
        long other = written(branch.assistant(), "other", "true", "name", "王护士");
        assertThat(words(pages.get(branch.secretary(), at("")))).contains("王护士", "非党员");
        assertThat(pages.post(branch.secretary(), "/pledges/" + id, "post", "护士长", "first", "别的", "version", "0"))
                .hasStatus(422);
        redirect(pages.post(branch.assistant(), "/pledges/" + other + "/delete"));
    }

    @Test
    @DisplayName("Wrong input is said in a sentence, and what was typed stays")
    void wrongInput() {
        MvcTestResult late = write(branch.member(), "thirdOn", "2023-10-01", "third", "打好的第三条");
        assertThat(late).hasStatus(422);
        assertThat(words(late)).contains("完成时限早于今天", "打好的第三条");
        assertThat(words(pages.post(branch.member(), at(""), "post", "护士"))).contains("请至少写一条承诺");
        assertThat(words(write(branch.member(), "third", "打13812345678找我"))).contains("好像有电话");
        assertThat(words(pages.post(branch.member(), at(""), "first", "承诺"))).contains("请写岗位");
    }

    @Test
    @DisplayName("Nobody looks at his own; given back with a reason it is written anew")
    void review() {
        long own = written(branch.organiser());
        assertThat(words(pages.post(branch.organiser(), "/pledges/" + own + "/review")))
                .contains("自己的亮诺书请另一名支委审");
        assertThat(words(pages.get(branch.secretary(), "/"))).contains("有 1 份亮诺书等您审");
        assertThat(pages.post(branch.member(), "/pledges/" + own + "/review")).hasStatus(403);
        redirect(pages.post(branch.secretary(), "/pledges/" + own + "/give-back", "reason", "说具体一些"));
        assertThat(words(pages.get(branch.organiser(), "/pledges/" + own))).contains("退回修改：说具体一些");
        redirect(pages.post(branch.secretary(), "/pledges/" + own + "/review"));
        assertThat(pages.post(branch.organiser(), "/pledges/" + own, "post", "护士", "first", "改", "version", "2"))
                .hasStatus(422);
        assertThat(state(own)).isEqualTo("REVIEWED");
    }

    @Test
    @DisplayName("M22: shown by a publication, kept and evaluated in words; taken down it is as if never shown")
    void fromWordsToDeeds() {
        long mine = reviewed(branch.member());
        long other = reviewed(branch.assistant(), "other", "true", "name", "王护士");
        long unseen = written(branch.colleague());
        assertThat(words(publications.propose(
                        branch.secretary(), branch.task(), fields(PublicationKind.PLEDGES, List.of(unseen)))))
                .contains("勾选的内容里有现在不能公示的");
        assertThat(pages.post(branch.member(), "/pledges/" + mine + "/fulfilment", "words", "早"))
                .hasStatus(409);
        long id = publications.published(branch, fields(PublicationKind.PLEDGES, List.of(mine, other)));
        assertThat(state(mine)).isEqualTo("PUBLISHED");
        assertThat(words(pages.get(branch.colleague(), "/publications/" + id)))
                .contains("周静斌", "王护士", "（1）每周回访出院病人 10 名", "（2）带教新护士 2 名");
        assertThat(figures(Metric.M22a)).isEqualTo(1);
        assertThat(figures(Metric.M22b)).isEqualTo(1);
        assertThat(words(pages.get(branch.office(), at("?who=MEMBERS"))))
                .contains("周静斌", "党员 1 人，非党员 1 人")
                .doesNotContain("王护士");
        assertThat(words(pages.get(branch.office(), at("?who=OTHERS"))))
                .contains("王护士")
                .doesNotContain("周静斌");
        assertThat(tasks.counted(branch.task(), branch.secretary().scope()).get(StepCode.PLEDGE))
                .extracting(StepProgress::state)
                .isEqualTo(StepState.DONE);
        redirect(publications.withdraw(branch.secretary(), id));
        assertThat(state(mine)).isEqualTo("REVIEWED");
        assertThat(figures(Metric.M22a)).isZero();
        publications.published(branch, fields(PublicationKind.PLEDGES, List.of(mine)));
        assertThat(pages.post(branch.colleague(), "/pledges/" + mine + "/fulfilment", "words", "替他写"))
                .hasStatus(409);
        redirect(pages.post(branch.member(), "/pledges/" + mine + "/fulfilment", "words", "回访了 42 名"));
        assertThat(words(pages.post(branch.secretary(), "/pledges/" + mine + "/evaluation")))
                .contains("请写几句话");
        redirect(pages.post(branch.secretary(), "/pledges/" + mine + "/evaluation", "words", "说到做到"));
        assertThat(words(pages.get(branch.colleague(), "/pledges/" + mine))).contains("已评诺", "回访了 42 名", "说到做到");
        assertThat(figures(Metric.M22a)).isEqualTo(1);
    }

    private long figures(Metric metric) {
        return Objects.requireNonNull(
                boards.figures(branch.campaign(), branch.office().scope()).get(metric));
    }

    @Test
    @DisplayName("亮诺书 prints a page for each, with room to sign")
    void paper() {
        reviewed(branch.member());
        written(branch.colleague());
        String all = body(pages.get(branch.secretary(), at("/print")));
        assertThat(all).contains("党员亮诺书", "周静斌", "承诺人签名").doesNotContain("罗颖");
        assertThat(pages.get(branch.member(), at("/print"))).hasStatus(403);
    }
}
