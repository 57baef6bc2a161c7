package org.orglife.survey;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.orglife.rectification.ItemState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a survey does to the items it asks about, who may do what with it, and who reads it. */
@FullApplicationTest
@Import(SurveysAtWork.class)
class SurveyTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    SurveysAtWork surveys;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
        surveys.wanted(branch, "FOR_BRANCH_ITEMS");
    }

    private String item(long item, SignedInUser by) {
        return words(pages.get(by, "/ledger/" + item));
    }

    @Test
    @DisplayName("群众不认可不算数: below the threshold the item goes back with the rate, at it whoever closes may close")
    void belowAndAtTheThreshold() {
        long bad = surveys.solved(branch);
        long good = surveys.solved(branch);
        assertThat(item(bad, branch.secretary())).contains("等待群众测评", "发起满意度测评");
        surveys.run(branch, surveys.prepared(branch, bad, good), "11", "33", "41", "41", "14", "41");
        assertThat(branches.state(bad)).isEqualTo(ItemState.RETURNED);
        assertThat(branches.state(good)).isEqualTo(ItemState.VERIFIED);
        assertThat(item(bad, branch.secretary())).contains("群众满意率 50.0%，低于 80%（第 1 次测评）");
        assertThat(item(good, branch.office())).contains("满意率 83.3%，达到 80%", "同意销号");
        surveys.approve(good, branch.office());
        assertThat(branches.state(good)).isEqualTo(ItemState.CLOSED);
    }

    @Test
    @DisplayName("Fewer than five valid answers show and decide nothing; the survey is repeated")
    void tooFew() {
        long item = surveys.solved(branch);
        long first = surveys.prepared(branch, item);
        surveys.run(branch, first, "4", "4", "4", "4", "0", "0");
        assertThat(branches.state(item)).isEqualTo(ItemState.VERIFIED);
        assertThat(words(pages.get(branch.secretary(), "/surveys/" + first)))
                .contains("有效答卷 4 份，不足 5 份，不显示分布", "没有结论", "再测评一次");
        assertThat(jdbc.sql("select count(*) from survey_line where survey_id = :id and dissatisfied is not null")
                        .param("id", first)
                        .query(Long.class)
                        .single())
                .isZero();
        surveys.approve(item, branch.office());
        assertThat(branches.state(item)).as("nothing is decided").isEqualTo(ItemState.VERIFIED);
        assertThat(item(item, branch.secretary())).contains("有效答卷不足 5 份，请再测评一次", "发起满意度测评");
        surveys.run(branch, surveys.prepared(branch, item), "1", "1", "1", "1", "1");
        surveys.approve(item, branch.office());
        assertThat(branches.state(item)).isEqualTo(ItemState.CLOSED);
    }

    @Test
    @DisplayName("Words are shown from five sheets on, without a way to a sheet")
    void remarks() {
        long few = surveys.prepared(branch, surveys.solved(branch));
        List<String> codes = surveys.codes(branch, few);
        codes.subList(0, 4).forEach(code -> surveys.answer(code, "1", "remark", "窗口还是少"));
        Pages.redirect(surveys.close(branch.secretary(), few));
        assertThat(words(pages.get(branch.secretary(), "/surveys/" + few)))
                .contains("答卷不足 5 份，不显示意见")
                .doesNotContain("窗口还是少");
        assertThat(jdbc.sql("select count(*) from survey_remark where survey_id = :id")
                        .param("id", few)
                        .query(Long.class)
                        .single())
                .isZero();
        long enough = surveys.prepared(branch, surveys.solved(branch));
        surveys.codes(branch, enough).forEach(code -> surveys.answer(code, "1", "remark", "比以前好"));
        assertThat(words(pages.get(branch.secretary(), "/surveys/" + enough)))
                .contains("6 份", "谁也看不到结果")
                .doesNotContain("比以前好");
        Pages.redirect(surveys.close(branch.secretary(), enough));
        assertThat(words(pages.get(branch.secretary(), "/surveys/" + enough))).contains("比以前好", "100.0%（6/6）");
        assertThat(words(pages.get(branch.secretary(), "/surveys/" + enough + "/print")))
                .contains("满意度测评表", "1. 比以前好", "6. 比以前好", "100.0%（6/6）");
    }

    @Test
    @DisplayName("An item that was worked on since is another one: what people said of it before no longer counts")
    void anewAfterReturn() {
        long item = surveys.solved(branch);
        surveys.run(branch, surveys.prepared(branch, item), "4", "4", "4", "4", "4");
        assertThat(branches.state(item)).isEqualTo(ItemState.RETURNED);
        Pages.redirect(pages.post(branch.organiser(), "/ledger/" + item + "/hand-in", "result", "又加开两个窗口"));
        surveys.approve(item, branch.office());
        assertThat(branches.state(item)).isEqualTo(ItemState.VERIFIED);
        assertThat(item(item, branch.secretary())).contains("等待群众测评", "发起满意度测评");
    }

    @Test
    @DisplayName("One about the whole asks one question and decides about all items of the branch that wait")
    void whole() {
        long first = surveys.solved(branch);
        long second = surveys.solved(branch);
        long working = branches.item(branch, ItemState.IN_PROGRESS);
        long survey = surveys.preparedWhole(branch);
        surveys.run(branch, survey, "1", "4", "4", "4", "4");
        assertThat(branches.state(first)).isEqualTo(ItemState.RETURNED);
        assertThat(branches.state(second)).isEqualTo(ItemState.RETURNED);
        assertThat(branches.state(working)).isEqualTo(ItemState.IN_PROGRESS);
        assertThat(words(pages.get(branch.member(), "/surveys/" + survey))).contains("整体情况", "20.0%（1/5）");
    }

    @Test
    @DisplayName("An item is asked about by one survey at a time, and only while it waits or is struck off")
    void oneAtATime() {
        long item = surveys.solved(branch);
        long first = surveys.prepared(branch, item);
        long second = surveys.prepared(branch, item);
        surveys.codes(branch, first);
        MvcTestResult refused = surveys.open(branch.secretary(), second);
        assertThat(refused).hasStatus(422);
        assertThat(words(refused)).contains("正在另一次测评里");
        assertThat(words(surveys.prepare(branch.secretary(), branch.task(), item)))
                .contains("有的项目现在不能测评");
        assertThat(words(surveys.prepare(
                        branch.secretary(), branch.task(), branches.item(branch, ItemState.IN_PROGRESS))))
                .contains("有的项目现在不能测评");
        assertThat(words(surveys.prepare(branch.secretary(), branch.task()))).contains("请勾选要测评的项目");
        Branch other = branches.branch(branch.committee(), "骨科党支部");
        surveys.wanted(other, "FOR_BRANCH_ITEMS");
        assertThat(words(surveys.prepare(branch.secretary(), branch.task(), surveys.solved(other))))
                .contains("有的项目现在不能测评");
        pages.post(branch.office(), "/ledger/" + item + "/return", "reason", "还有人等");
        Pages.redirect(surveys.close(branch.secretary(), first));
        assertThat(branches.state(item)).isEqualTo(ItemState.RETURNED);
        assertThat(words(surveys.open(branch.secretary(), second))).contains("有的项目已经退回或者撤销");
        assertThat(words(pages.get(branch.secretary(), "/surveys/" + second))).contains("准备中");
    }

    @Test
    @DisplayName("What is wrong in the form stands beside its field, and nothing typed is lost")
    void wrongInput() {
        long survey = surveys.prepared(branch, surveys.solved(branch));
        MvcTestResult wrong = surveys.open(branch.secretary(), survey, "closesOn", "2023-10-19", "words[0]", "等候时间短了吗");
        assertThat(wrong).hasStatus(422);
        assertThat(words(wrong)).contains("最后一天请选今天到 90 天以内的日子", "等候时间短了吗");
        assertThat(words(surveys.open(branch.secretary(), survey, "codes", "0")))
                .contains("至少印 1 张");
        assertThat(words(surveys.open(branch.secretary(), survey, "codes", "201")))
                .contains("请填 0 到 200");
        assertThat(words(surveys.open(branch.secretary(), survey, "words[0]", "")))
                .contains("请写第 1 项问大家的话");
        assertThat(words(surveys.open(branch.secretary(), survey, "words[0]", "长".repeat(501))))
                .contains("第 1 项太长");
        Pages.redirect(
                pages.post(branch.deputy(), "/surveys/" + survey, surveys.fields(survey, "words[0]", "候诊，现在短了吗")));
        assertThat(words(pages.get(branch.secretary(), "/surveys/" + survey))).contains("候诊，现在短了吗");
        assertThat(pages.post(
                        branch.secretary(), "/surveys/" + survey + "/open", surveys.fields(survey, "version", "0")))
                .hasStatus(409);
        surveys.codes(branch, survey);
        assertThat(surveys.open(branch.secretary(), survey)).hasStatus(422);
        assertThat(pages.post(branch.secretary(), "/surveys/" + survey + "/delete"))
                .hasStatus(409);
    }

    @Test
    @DisplayName(
            "Somebody's own item is asked about among members alone, with codes alone, and read by the committee alone")
    void personal() {
        surveys.wanted(branch, "ALL");
        long own = surveys.solvedOwn(branch);
        assertThat(words(pages.get(branch.secretary(), "/tasks/" + branch.task() + "/surveys/new?item=" + own)))
                .contains("周静斌同志的个人整改（不显示问题内容）")
                .doesNotContain("上班迟到");
        long survey = surveys.prepared(branch, own);
        assertThat(words(surveys.open(branch.secretary(), survey))).contains("只能请本支部党员来评");
        assertThat(words(surveys.open(branch.secretary(), survey, "group", "MEMBER", "openToAll", "true")))
                .contains("只能凭券来评");
        List<String> codes = surveys.codes(branch, survey, "group", "MEMBER");
        codes.forEach(code -> surveys.answer(code, "4"));
        Pages.redirect(surveys.close(branch.secretary(), survey));
        assertThat(branches.state(own)).isEqualTo(ItemState.RETURNED);
        for (SignedInUser reader : List.of(branch.secretary(), branch.deputy(), branch.publicity())) {
            assertThat(pages.get(reader, "/surveys/" + survey)).hasStatusOk();
        }
        for (SignedInUser nobody :
                List.of(branch.member(), branch.assistant(), branch.office(), branch.leader(), branch.supervisor())) {
            assertThat(pages.get(nobody, "/surveys/" + survey)).hasStatus(404);
            assertThat(words(pages.get(nobody, "/tasks/" + branch.task() + "/surveys")))
                    .doesNotContain("第 1 次测评");
        }
        assertThat(item(own, branch.member())).contains("群众满意率 0.0%，低于 80%");
    }

    @Test
    @DisplayName("Everybody within reach reads what a closed one came to, and nobody before; another branch never")
    void readers() {
        long survey = surveys.prepared(branch, surveys.solved(branch));
        List<String> codes = surveys.codes(branch, survey);
        assertThat(pages.get(branch.publicity(), "/surveys/" + survey)).hasStatusOk();
        assertThat(pages.get(branch.member(), "/surveys/" + survey)).hasStatus(404);
        assertThat(pages.get(branch.office(), "/surveys/" + survey)).hasStatus(404);
        assertThat(pages.get(branch.publicity(), "/surveys/" + survey + "/print"))
                .hasStatus(404);
        codes.forEach(code -> surveys.answer(code, "3"));
        Pages.redirect(surveys.close(branch.deputy(), survey));
        for (SignedInUser reader : branch.all()) {
            assertThat(words(pages.get(reader, "/surveys/" + survey))).contains("100.0%（6/6）");
            assertThat(words(pages.get(reader, "/tasks/" + branch.task() + "/surveys")))
                    .contains("100.0%（6/6）");
        }
        Branch other = branches.branch("骨科党支部");
        assertThat(pages.get(other.secretary(), "/surveys/" + survey)).hasStatus(404);
        assertThat(surveys.close(other.secretary(), survey)).hasStatus(404);
        assertThat(surveys.close(branch.secretary(), survey)).as("for good").hasStatus(409);
    }

    @Test
    @DisplayName("The home page of the secretary says which items wait, and which survey is over")
    void toDos() {
        long item = surveys.solved(branch);
        assertThat(words(pages.get(branch.secretary(), "/"))).contains("有 1 个问题等候群众满意度测评");
        assertThat(words(pages.get(branch.publicity(), "/"))).doesNotContain("满意度测评");
        long survey = surveys.prepared(branch, item);
        surveys.codes(branch, survey);
        assertThat(words(pages.get(branch.secretary(), "/"))).doesNotContain("满意度测评");
        surveys.over(survey);
        assertThat(words(pages.get(branch.deputy(), "/"))).contains("满意度测评到期，请结束并看结果");
        Pages.redirect(surveys.close(branch.secretary(), survey));
        assertThat(words(pages.get(branch.deputy(), "/"))).contains("有 1 个问题等候群众满意度测评");
    }

    @Test
    @DisplayName("M23 counts the valid answers to the last survey about each item")
    void figure() {
        long item = surveys.solved(branch);
        surveys.run(branch, surveys.prepared(branch, item), "1", "3", "1", "1", "1");
        surveys.approve(item, branch.office());
        surveys.run(branch, surveys.prepared(branch, item), "1", "3", "1", "1", "4", "0");
        assertThat(branches.state(item)).as("struck off stays struck off").isEqualTo(ItemState.CLOSED);
        surveys.run(branch, surveys.prepared(branch, surveys.solved(branch)), "1", "3", "1", "1", "1");
        surveys.run(branch, surveys.prepared(branch, surveys.solved(branch)), "4", "4");
        assertThat(pages.json(branch.office(), "/campaigns/{id}/figures", branch.campaign()))
                .bodyJson()
                .extractingPath("$.M23")
                .isEqualTo(900);
        assertThat(words(pages.get(branch.office(), "/campaigns/{id}/figures/M23", branch.campaign())))
                .contains("900");
    }

    @Test
    @DisplayName("More slips are printed while it runs; what is prepared can be dropped")
    void moreAndDropped() {
        long survey = surveys.prepared(branch, surveys.solved(branch));
        surveys.codes(branch, survey);
        assertThat(SurveysAtWork.codes(pages.post(branch.secretary(), "/surveys/" + survey + "/codes", "codes", "3")))
                .hasSize(3);
        assertThat(pages.post(branch.secretary(), "/surveys/" + survey + "/codes", "codes", "0"))
                .hasStatus(409);
        long draft = surveys.preparedWhole(branch);
        Pages.redirect(pages.post(branch.secretary(), "/surveys/" + draft + "/delete"));
        assertThat(pages.get(branch.secretary(), "/surveys/" + draft)).hasStatus(404);
    }
}
