package org.orglife.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;
import static org.orglife.Pages.words;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.shared.PrintedCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page on which people answer, without sign-in. */
@FullApplicationTest
@Import(SurveysAtWork.class)
class AnswerPageTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    SurveysAtWork surveys;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester visitors;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private long survey;

    @BeforeEach
    void aSurvey() {
        branch = branches.branch("呼吸内科党支部");
        surveys.wanted(branch, "ALL");
        survey = surveys.prepared(branch, surveys.solved(branch), surveys.solved(branch));
    }

    private MvcTestResult enter(String code) {
        return visitors.post().uri("/s/enter").param("code", code).exchange();
    }

    @Test
    @DisplayName("From the slip to the thanks: no sign-in, no cookie, nothing kept by a browser, nothing shown again")
    void fromTheSlipToTheThanks() {
        String code = surveys.codes(branch, survey).get(0);
        MvcTestResult door = visitors.get().uri("/s").exchange();
        assertThat(door).hasStatusOk().doesNotContainHeader("Set-Cookie");
        assertThat(door).headers().hasValue("Referrer-Policy", "no-referrer").hasValue("Cache-Control", "no-store");
        MvcTestResult sheet = enter(code);
        assertThat(sheet).hasStatusOk().doesNotContainHeader("Set-Cookie");
        assertThat(sheet).headers().hasValue("Cache-Control", "no-store");
        assertThat(words(sheet))
                .contains("呼吸内科党支部", "等候时间长", "满意", "基本满意", "不满意", "不了解", "不记姓名")
                .doesNotContain("比较满意");
        MvcTestResult done = surveys.answer(code, "14", "remark", "窗口还是少");
        assertThat(done).hasStatusOk().doesNotContainHeader("Set-Cookie");
        assertThat(done).headers().hasValue("Cache-Control", "no-store");
        assertThat(words(done)).contains("收到了，谢谢您").doesNotContain("窗口还是少", "不满意");
        assertThat(surveys.answers(survey)).isOne();
    }

    @Test
    @DisplayName("The answer to an answer does not depend on what was answered")
    void answeredAlike() {
        List<String> codes = surveys.codes(branch, survey);
        assertThat(body(surveys.answer(codes.get(0), "11"))).isEqualTo(body(surveys.answer(codes.get(1), "40")));
    }

    @Test
    @DisplayName("A code counts once, and says so kindly")
    void once() {
        String code = surveys.codes(branch, survey).get(0);
        assertThat(surveys.answer(code, "11")).hasStatusOk();
        MvcTestResult again = surveys.answer(code, "44");
        assertThat(again).hasStatus(409);
        assertThat(words(again)).contains("这个测评码已经用过了，每个码只能评一次。谢谢您的参与！");
        assertThat(enter(code)).hasStatus(409);
        assertThat(surveys.answers(survey)).isOne();
    }

    @Test
    @DisplayName(
            "A wrong code stays in the field to be mended; whoever guesses is slowed down, whoever has a right one is not")
    void wrongCodes() {
        String code = surveys.codes(branch, survey).get(0);
        String wrong = PrintedCode.next();
        MvcTestResult refused = enter(wrong);
        assertThat(refused).hasStatus(422);
        assertThat(words(refused)).contains("没有这个测评码");
        assertThat(body(refused)).contains("value=\"" + wrong + "\"");
        assertThat(enter("K7M3")).hasStatus(422);
        for (int at = 0; at < 20; at++) {
            enter("K7M3");
        }
        MvcTestResult guessing = enter("K7M3");
        assertThat(guessing).hasStatus(429);
        assertThat(words(guessing)).contains("请过一分钟再试");
        assertThat(enter(code)).hasStatusOk();
    }

    @Test
    @DisplayName("After the last day, and after the closing, a code says that it is over")
    void over() {
        List<String> codes = surveys.codes(branch, survey);
        surveys.over(survey);
        assertThat(words(enter(codes.get(0)))).contains("这次测评已经结束");
        assertThat(surveys.answer(codes.get(0), "11")).hasStatus(409);
        Pages.redirect(surveys.close(branch.secretary(), survey));
        MvcTestResult closed = enter(codes.get(1));
        assertThat(closed).hasStatus(409);
        assertThat(words(closed)).contains("这次测评已经结束");
    }

    @Test
    @DisplayName("A line left open, a digit of another scale or too many words come back with all that was chosen")
    void incomplete() {
        String code = surveys.codes(branch, survey).get(0);
        MvcTestResult half = surveys.answer(code, "4", "remark", "窗口还是少");
        assertThat(half).hasStatus(422);
        assertThat(words(half)).contains("每一项请选一个", "窗口还是少");
        assertThat(body(half)).containsPattern("name=\"g1\" value=\"4\" checked");
        assertThat(surveys.answer(code, "12")).as("比较满意 is none of three").hasStatus(422);
        assertThat(surveys.answer(code, "19")).hasStatus(422);
        MvcTestResult words = surveys.answer(code, "11", "remark", "长".repeat(501));
        assertThat(words).hasStatus(422);
        assertThat(words(words)).contains("500 个字以内");
        assertThat(surveys.answer(code, "11", "remark", "带控制符\u0007的话")).hasStatus(422);
        assertThat(surveys.answers(survey)).isZero();
        assertThat(surveys.answer(code, "11", "remark", "长".repeat(500))).hasStatusOk();
    }

    @Test
    @DisplayName("Four levels, and no words where none are asked for")
    void fourLevels() {
        String code =
                surveys.codes(branch, survey, "scale", "FOUR", "remarks", "").get(0);
        assertThat(words(enter(code))).contains("比较满意").doesNotContain("还有什么要说的");
        assertThat(surveys.answer(code, "22", "remark", "不该留下")).hasStatusOk();
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private MvcTestResult sendOpen(String digits) throws NoSuchAlgorithmException {
        String start = surveys.address(survey) + ":2023-10-20:" + sha256(digits + "\n") + ":";
        long number = 0;
        while (!sha256(start + number).matches("000[01].*")) {
            number++;
        }
        return sendOpen(digits, String.valueOf(number));
    }

    private MvcTestResult sendOpen(String digits, String proof) {
        return visitors.post()
                .uri("/s/send")
                .param("survey", surveys.address(survey).toString())
                .param("g1", digits.substring(0, 1))
                .param("g2", digits.substring(1))
                .param("proof", proof)
                .exchange();
    }

    @Test
    @DisplayName("A survey open to all takes what a little work was done for, and 200 a day")
    void openToEverybody() throws NoSuchAlgorithmException {
        Pages.redirect(surveys.open(branch.secretary(), survey, "codes", "0", "openToAll", "true"));
        String address = "/s/" + surveys.address(survey);
        assertThat(words(pages.get(branch.secretary(), "/surveys/" + survey + "/poster")))
                .contains(address);
        assertThat(words(visitors.get().uri(address).exchange())).contains("呼吸内科党支部", "等候时间长");
        assertThat(words(sendOpen("11", "1"))).contains("手机刚才没有准备好");
        assertThat(sendOpen("11")).hasStatusOk();
        jdbc.sql("update satisfaction_survey set open_count = 200 where id = :id")
                .param("id", survey)
                .update();
        assertThat(words(sendOpen("14"))).contains("今天收到的答卷已经满了");
        jdbc.sql("update satisfaction_survey set open_day = '2023-10-19' where id = :id")
                .param("id", survey)
                .update();
        assertThat(sendOpen("14")).hasStatusOk();
        assertThat(surveys.answers(survey)).isEqualTo(2);
        Pages.redirect(surveys.close(branch.secretary(), survey));
        assertThat(words(visitors.get().uri(address).exchange())).contains("这次测评已经结束");
    }

    @Test
    @DisplayName("A survey that wants codes has no address, and an address of nothing leads nowhere")
    void codesOnly() {
        surveys.codes(branch, survey);
        assertThat(visitors.get().uri("/s/" + surveys.address(survey)).exchange())
                .hasStatus(404);
        assertThat(visitors.get().uri("/s/enter").exchange()).hasStatus(404);
        assertThat(pages.get(branch.secretary(), "/surveys/" + survey + "/poster"))
                .hasStatus(404);
    }

    @Test
    @DisplayName("Somebody's own item goes by his name, and its words are on no page of the survey")
    void ownItem() {
        long own = surveys.prepared(branch, surveys.solvedOwn(branch));
        String code = surveys.codes(branch, own, "group", "MEMBER", "words[0]", "上班迟到")
                .get(0);
        assertThat(words(enter(code))).contains("周静斌同志的个人整改情况").doesNotContain("上班迟到");
        assertThat(words(pages.get(branch.secretary(), "/surveys/" + own)))
                .contains("周静斌同志的个人整改情况")
                .doesNotContain("上班迟到");
    }
}
