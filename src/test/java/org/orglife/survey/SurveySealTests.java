package org.orglife.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.sealing.Sealer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Nothing tells who has answered what: neither while a survey runs nor when it is counted. */
@FullApplicationTest
@Import(SurveysAtWork.class)
@ExtendWith(OutputCaptureExtension.class)
class SurveySealTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    SurveysAtWork surveys;

    @Autowired
    SurveyBox box;

    @Autowired
    Sealer sealer;

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

    @Test
    @DisplayName("Codes, answers and words have no time, no sequence and no way to a person or to each other")
    void schema() {
        List<String> tables = List.of("survey_code", "survey_answer", "survey_remark");
        List<String> columns =
                jdbc.sql("""
                        select table_name || '.' || column_name || ' ' || data_type || ' ' || coalesce(column_default, '')
                        from information_schema.columns where table_name in (:tables)
                        """).param("tables", tables).query(String.class).list();
        assertThat(columns)
                .containsExactlyInAnyOrder(
                        "survey_code.code_hash bytea ",
                        "survey_code.survey_id bigint ",
                        "survey_code.used boolean ",
                        "survey_answer.id uuid gen_random_uuid()",
                        "survey_answer.survey_id bigint ",
                        "survey_answer.sealed bytea ",
                        "survey_remark.id uuid gen_random_uuid()",
                        "survey_remark.survey_id bigint ",
                        "survey_remark.words text ");
        assertThat(jdbc.sql("""
                                select distinct c.confrelid::regclass::text from pg_constraint c
                                where c.contype = 'f' and c.conrelid::regclass::text in (:tables)
                                """).param("tables", tables).query(String.class).list())
                .containsExactly("satisfaction_survey");
    }

    /** Everything that two arrangements could differ in, but for what is random. */
    private List<String> traces(long survey) {
        List<String> traces = new ArrayList<>();
        for (String sql : List.of(
                "select 'code ' || used from survey_code where survey_id = :id order by 1",
                "select 'answer ' || octet_length(sealed) from survey_answer where survey_id = :id order by 1",
                "select 'remark ' || words from survey_remark where survey_id = :id order by 1",
                "select concat_ws('|', position, valid, satisfied, fairly, basically, dissatisfied, verdict)"
                        + " from survey_line where survey_id = :id order by 1",
                "select concat_ws('|', state, codes, answers, version) from satisfaction_survey where id = :id",
                "select action from audit_entry where object_id = cast(:id as text) and object_type = 'SatisfactionSurvey'"
                        + " order by 1")) {
            traces.addAll(jdbc.sql(sql).param("id", survey).query(String.class).list());
        }
        return traces;
    }

    @Test
    @DisplayName("With two who answer exchanged, everything that is kept is the same, before and after the closing")
    void swapGame() {
        Branch other = branches.branch(branch.committee(), "骨科党支部");
        surveys.wanted(other, "FOR_BRANCH_ITEMS");
        long here = surveys.prepared(branch, surveys.solved(branch));
        long there = surveys.prepared(other, surveys.solved(other));
        List<String> first = surveys.codes(branch, here);
        List<String> second = surveys.codes(other, there);
        List<String> digits = List.of("1", "4", "3", "0", "1", "1");
        for (int who = 0; who < 6; who++) {
            int exchanged = who == 0 ? 1 : (who == 1 ? 0 : who);
            surveys.answer(first.get(who), digits.get(who), "remark", "意见" + who);
            surveys.answer(second.get(who), digits.get(exchanged), "remark", "意见" + exchanged);
        }
        assertThat(traces(here)).hasSizeGreaterThan(12).isEqualTo(traces(there));
        Pages.redirect(surveys.close(branch.secretary(), here));
        Pages.redirect(surveys.close(other.secretary(), there));
        assertThat(traces(here)).contains("1|5|3|0|1|1|APPROVED", "remark 意见0").isEqualTo(traces(there));
    }

    @Test
    @DisplayName(
            "xmin leads from a code to its sheet, which opens with the key outside the database alone; counted, nothing does")
    void onlyTheKeyLeadsToTheAnswer() {
        long survey = surveys.prepared(branch, surveys.solved(branch));
        List<String> codes = surveys.codes(branch, survey);
        codes.forEach(code -> surveys.answer(code, "1", "remark", "护士站夜里灯太亮"));
        byte[] sealed = jdbc.sql("""
                        select a.sealed from survey_answer a join survey_code c on c.xmin = a.xmin
                        where a.survey_id = :id limit 1
                        """)
                .param("id", survey)
                .query((row, number) -> row.getBytes(1))
                .single();
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("护士站");
        Sealer another = sealer.withKey(sealer.newKey("test"), "test");
        assertThatThrownBy(() -> SurveySheet.open(another, surveys.address(survey), sealed))
                .isInstanceOf(IllegalStateException.class);

        Pages.redirect(surveys.close(branch.secretary(), survey));
        assertThat(surveys.answers(survey)).isZero();
        assertThat(jdbc.sql("select wrapped_key is null from satisfaction_survey where id = :id")
                        .param("id", survey)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(jdbc.sql("""
                                select count(*) from survey_remark r join survey_code c on c.xmin = r.xmin where r.survey_id = :id
                                """).param("id", survey).query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(distinct xmin::text) from survey_remark where survey_id = :id")
                        .param("id", survey)
                        .query(Long.class)
                        .single())
                .as("one batch")
                .isOne();
    }

    @Test
    @DisplayName("All sheets have one length, and the same answer is never sealed alike twice")
    void oneLength() {
        Sealer own = sealer.withKey(sealer.newKey("test"), "test");
        UUID survey = UUID.randomUUID();
        SurveySheet shortest = new SurveySheet(List.of(1), null);
        SurveySheet longest = new SurveySheet(Collections.nCopies(20, 4), "😀".repeat(500));
        assertThat(shortest.seal(own, survey)).hasSize(2077).isNotEqualTo(shortest.seal(own, survey));
        assertThat(longest.seal(own, survey)).hasSize(2077);
        assertThat(SurveySheet.open(own, survey, longest.seal(own, survey))).isEqualTo(longest);
        assertThat(SurveySheet.open(own, survey, shortest.seal(own, survey))).isEqualTo(shortest);
    }

    @Test
    @DisplayName("The same code sent twenty times at once counts once")
    void oneCodeAtOnce() throws Exception {
        long survey = surveys.prepared(branch, surveys.solved(branch));
        String code = surveys.codes(branch, survey, "codes", "1").get(0);
        ExecutorService all = Executors.newFixedThreadPool(10);
        int taken = 0;
        try {
            List<Future<MvcTestResult>> running = new ArrayList<>();
            for (int at = 0; at < 20; at++) {
                running.add(all.submit(() -> surveys.answer(code, "1")));
            }
            for (Future<MvcTestResult> one : running) {
                taken += one.get().getResponse().getStatus() == 200 ? 1 : 0;
            }
        } finally {
            all.shutdownNow();
        }
        assertThat(taken).isOne();
        assertThat(surveys.answers(survey)).isOne();
    }

    @Test
    @DisplayName("Who answers while a survey is closed is counted or told that it is over; nothing is left behind")
    void answersAndClosingAtOnce() throws Exception {
        long survey = surveys.prepared(branch, surveys.solved(branch));
        List<String> codes = surveys.codes(branch, survey, "codes", "30");
        ExecutorService all = Executors.newFixedThreadPool(8);
        int taken = 0;
        try {
            List<Future<MvcTestResult>> running = new ArrayList<>();
            for (int at = 0; at < 30; at++) {
                String code = codes.get(at);
                running.add(all.submit(() -> surveys.answer(code, "1")));
                if (at == 12) {
                    running.add(all.submit(() -> surveys.close(branch.secretary(), survey)));
                }
            }
            for (Future<MvcTestResult> one : running) {
                taken += one.get().getResponse().getStatus() == 200 ? 1 : 0;
            }
        } finally {
            all.shutdownNow();
        }
        assertThat(surveys.answers(survey)).isZero();
        assertThat(jdbc.sql("select answers from satisfaction_survey where id = :id")
                        .param("id", survey)
                        .query(Integer.class)
                        .single())
                .isEqualTo(taken);
    }

    @Test
    @DisplayName("No log says a code, an answer or a word of it")
    void logs(CapturedOutput output) {
        long survey = surveys.prepared(branch, surveys.solved(branch));
        String code = surveys.codes(branch, survey, "codes", "1").get(0);
        LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
        logging.setLogLevel("org.orglife", LogLevel.TRACE);
        logging.setLogLevel("org.springframework.web", LogLevel.TRACE);
        try {
            surveys.answer(code, "9", "remark", "灯太亮了睡不着");
            surveys.answer(code, "4", "remark", "灯太亮了睡不着");
            surveys.answer(code, "4", "remark", "灯太亮了睡不着");
        } finally {
            logging.setLogLevel("org.orglife", null);
            logging.setLogLevel("org.springframework.web", null);
        }
        assertThat(output.getAll())
                .contains("ContentNegotiatingViewResolver")
                .doesNotContain(code, code.replace(" ", ""), "灯太亮了");
    }
}
