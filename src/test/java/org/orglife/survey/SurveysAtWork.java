package org.orglife.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;
import static org.orglife.Pages.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.account.SignedInUser;
import org.orglife.rectification.ItemReview;
import org.orglife.rectification.ItemState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Surveys brought as far as a test needs them, by the requests that people's clicks send. */
class SurveysAtWork {

    private static final Pattern CODE = Pattern.compile("class=\"op-codes\">([0-9A-Z ]+)<");

    private final BranchesAtWork branches;
    private final ItemReview review;
    private final Pages pages;
    private final MockMvcTester visitors;
    private final JdbcClient jdbc;

    SurveysAtWork(BranchesAtWork branches, ItemReview review, Pages pages, MockMvcTester visitors, JdbcClient jdbc) {
        this.branches = branches;
        this.review = review;
        this.pages = pages;
        this.visitors = visitors;
        this.jdbc = jdbc;
    }

    /** The campaign of a branch asks for a survey before items are struck off, and the branch is past its meeting. */
    void wanted(Branch branch, String use) {
        jdbc.sql("update campaign set satisfaction_to_close = :use where id = :id")
                .param("use", use)
                .param("id", branch.campaign())
                .update();
        jdbc.sql("update branch_task set state = 'RECTIFYING' where id = :id")
                .param("id", branch.task())
                .update();
    }

    /** An item of the branch that its reviewer has found solved. */
    long solved(Branch branch) {
        long item = branches.item(branch, ItemState.SUBMITTED);
        approve(item, branch.office());
        assertThat(branches.state(item)).isEqualTo(ItemState.VERIFIED);
        return item;
    }

    /** The member's own item that the secretary has found solved. */
    long solvedOwn(Branch branch) {
        long item = branches.personalItem(branch, ItemState.SUBMITTED);
        approve(item, branch.secretary());
        assertThat(branches.state(item)).isEqualTo(ItemState.VERIFIED);
        return item;
    }

    void approve(long item, SignedInUser closer) {
        People.actAs(closer);
        review.approve(item, closer, closer.scope());
    }

    MvcTestResult prepare(SignedInUser by, long task, Long... items) {
        List<String> fields = new ArrayList<>();
        Arrays.stream(items).forEach(item -> fields.addAll(List.of("chosen", String.valueOf(item))));
        return pages.post(by, "/tasks/" + task + "/surveys", fields.toArray(String[]::new));
    }

    long prepared(Branch branch, Long... items) {
        return Pages.redirectedId(prepare(branch.secretary(), branch.task(), items));
    }

    long preparedWhole(Branch branch) {
        return Pages.redirectedId(
                pages.post(branch.secretary(), "/tasks/" + branch.task() + "/surveys", "whole", "true"));
    }

    /** What the page of a survey that is prepared sends, with changes: names and values in turn, an empty one leaves it out. */
    String[] fields(long survey, String... changes) {
        List<String> fields = new ArrayList<>(List.of(
                "version", version(survey),
                "group", "OUTSIDER",
                "scale", "THREE",
                "closesOn", "2023-10-27",
                "remarks", "true",
                "codes", "6"));
        List<String> words = jdbc.sql("select words from survey_line where survey_id = :id order by position")
                .param("id", survey)
                .query(String.class)
                .list();
        for (int at = 0; at < words.size(); at++) {
            fields.addAll(List.of("words[" + at + "]", words.get(at)));
        }
        for (int at = 0; at < changes.length; at += 2) {
            int known = fields.indexOf(changes[at]);
            if (known >= 0) {
                fields.subList(known, known + 2).clear();
            }
            if (!changes[at + 1].isEmpty()) {
                fields.addAll(List.of(changes[at], changes[at + 1]));
            }
        }
        return fields.toArray(String[]::new);
    }

    private String version(long survey) {
        return String.valueOf(jdbc.sql("select version from satisfaction_survey where id = :id")
                .param("id", survey)
                .query(Long.class)
                .single());
    }

    MvcTestResult open(SignedInUser by, long survey, String... changes) {
        return pages.post(by, "/surveys/" + survey + "/open", fields(survey, changes));
    }

    /** Opens it, and reads the codes from the slips. */
    List<String> codes(Branch branch, long survey, String... changes) {
        MvcTestResult slips = open(branch.secretary(), survey, changes);
        assertThat(slips).as(words(slips)).hasStatusOk();
        return codes(slips);
    }

    static List<String> codes(MvcTestResult slips) {
        List<String> found = new ArrayList<>();
        Matcher code = CODE.matcher(body(slips));
        while (code.find()) {
            found.add(code.group(1));
        }
        return found;
    }

    /** Answers with a code: one digit for each line. */
    MvcTestResult answer(String code, String digits, String... more) {
        var request = visitors.post().uri("/s/send").param("code", code);
        for (int at = 0; at < digits.length(); at++) {
            request = request.param("g" + (at + 1), digits.substring(at, at + 1));
        }
        for (int at = 0; at < more.length; at += 2) {
            request = request.param(more[at], more[at + 1]);
        }
        return request.exchange();
    }

    /** Opens a survey and has it answered: one sheet each, then closes it. */
    void run(Branch branch, long survey, String... sheets) {
        List<String> codes = codes(branch, survey, "codes", String.valueOf(sheets.length));
        for (int at = 0; at < sheets.length; at++) {
            assertThat(answer(codes.get(at), sheets[at])).hasStatusOk();
        }
        Pages.redirect(close(branch.secretary(), survey));
    }

    MvcTestResult close(SignedInUser by, long survey) {
        return pages.post(by, "/surveys/" + survey + "/close");
    }

    /** Its last day was yesterday. */
    void over(long survey) {
        jdbc.sql("update satisfaction_survey set closes_on = '2023-10-19' where id = :id")
                .param("id", survey)
                .update();
    }

    UUID address(long survey) {
        return jdbc.sql("select address from satisfaction_survey where id = :id")
                .param("id", survey)
                .query(UUID.class)
                .single();
    }

    int answers(long survey) {
        return jdbc.sql("select count(*) from survey_answer where survey_id = :id")
                .param("id", survey)
                .query(Integer.class)
                .single();
    }

    Optional<String> verdict(long survey) {
        return jdbc.sql("select coalesce(verdict, '') from survey_line where survey_id = :id and position = 1")
                .param("id", survey)
                .query(String.class)
                .optional();
    }
}
