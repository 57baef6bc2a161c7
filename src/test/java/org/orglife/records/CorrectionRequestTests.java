package org.orglife.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 请更正: asked by a member, answered by another, told once, and read by nobody else. */
@FullApplicationTest
class CorrectionRequestTests {

    private static final String TEXT = "入党日期应当是2003年6月";

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

    private MvcTestResult ask(SignedInUser who, String section) {
        return pages.post(who, "/me/records/corrections", "section", section, "text", TEXT);
    }

    private String request(SignedInUser of) {
        return "/corrections/"
                + jdbc.sql("select max(id) from correction_request where member_id = :me")
                        .param("me", memberOf(of))
                        .query(Long.class)
                        .single();
    }

    @Test
    @DisplayName("A member asks, the secretary answers, the member is told once; the trail knows no words")
    void askedAndAnswered() {
        assertThat(redirect(ask(branch.member(), "PERSON"))).isEqualTo("/me/records#corrections");
        assertThat(words(pages.get(branch.member(), "/me/records"))).contains("等答复", TEXT, "由支部书记答复");
        for (SignedInUser leads : List.of(branch.secretary(), branch.deputy())) {
            assertThat(words(pages.get(leads, "/"))).contains("答复 1 条更正请求");
        }
        String request = request(branch.member());
        assertThat(words(pages.get(branch.secretary(), "/corrections"))).contains("周静斌", TEXT);
        assertThat(words(pages.get(branch.secretary(), request))).contains("周静斌", "个人信息", TEXT);
        assertThat(body(pages.get(branch.secretary(), request))).contains("/members/" + memberOf(branch.member()));
        MvcTestResult refused = pages.post(branch.secretary(), request, "corrected", "false");
        assertThat(refused).hasStatus(422);
        assertThat(words(refused)).contains("不更正的，请写明原因");
        MvcTestResult nothing = pages.post(branch.secretary(), request, "answer", "打好的答复");
        assertThat(nothing).hasStatus(422);
        assertThat(words(nothing)).contains("请选择已更正还是不更正", "打好的答复");

        redirect(pages.post(branch.secretary(), request, "corrected", "false", "answer", "档案里写的就是这一天"));
        assertThat(words(pages.post(branch.deputy(), request, "corrected", "true")))
                .contains("已经答复过");
        assertThat(words(pages.get(branch.secretary(), "/"))).doesNotContain("更正请求");
        assertThat(words(pages.get(branch.member(), "/"))).contains("您请求更正的 1 条有了答复");
        assertThat(words(pages.get(branch.member(), "/me/records"))).contains("不更正", "档案里写的就是这一天");
        redirect(pages.post(branch.member(), request.replace("/corrections", "/me/records/corrections") + "/seen"));
        assertThat(words(pages.get(branch.member(), "/"))).doesNotContain("有了答复");

        assertThat(jdbc.sql(
                                "select string_agg(row_to_json(e)::text, ' ') from audit_entry e where object_type = 'CorrectionRequest'")
                        .query(String.class)
                        .single())
                .contains("ASKED", "REFUSED")
                .doesNotContain("2003", "档案");
        assertThat(jdbc.sql(
                                "select count(*) from correction_request where position(convert_to('2003', 'UTF8') in text_sealed) > 0")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("Nobody but whoever answers finds it: not the committee, not the office, not another branch")
    void nobodyElse() {
        redirect(ask(branch.member(), "STUDY"));
        String request = request(branch.member());
        Branch other = branches.branch(branch.committee(), "消化内科党支部");
        for (SignedInUser user : List.of(branch.organiser(), branch.assistant(), branch.member(), branch.colleague())) {
            assertThat(pages.get(user, "/corrections")).hasStatus(403);
            assertThat(pages.get(user, request)).hasStatus(403);
        }
        for (SignedInUser user : List.of(branch.office(), other.secretary())) {
            assertThat(pages.get(user, request)).hasStatus(404);
            assertThat(pages.post(user, request, "corrected", "true")).hasStatus(404);
            assertThat(words(pages.get(user, "/corrections"))).doesNotContain(TEXT);
        }
        String own = request.replace("/corrections", "/me/records/corrections");
        for (String what : List.of("/seen", "/take-back")) {
            assertThat(pages.post(branch.colleague(), own + what)).hasStatus(404);
        }
    }

    @Test
    @DisplayName("The secretary's own goes to the office, and nobody answers his own")
    void theSecretarysOwn() {
        redirect(ask(branch.secretary(), "SEATS"));
        String request = request(branch.secretary());
        for (SignedInUser user : List.of(branch.secretary(), branch.deputy())) {
            assertThat(pages.get(user, request)).hasStatus(404);
            assertThat(words(pages.get(user, "/"))).doesNotContain("更正请求");
        }
        assertThat(words(pages.get(branch.secretary(), "/me/records"))).contains("由党委办公室答复");
        assertThat(words(pages.get(branch.office(), "/"))).contains("答复 1 条更正请求");
        redirect(pages.post(branch.office(), request, "corrected", "true"));
        assertThat(words(pages.get(branch.secretary(), "/me/records"))).contains("已更正");

        redirect(ask(branch.deputy(), "SEATS"));
        assertThat(pages.get(branch.deputy(), request(branch.deputy()))).hasStatus(404);
        assertThat(pages.get(branch.secretary(), request(branch.deputy()))).hasStatusOk();
    }

    @Test
    @DisplayName("One request a section at a time; wrong input comes back with what was typed; it can be taken back")
    void asking() {
        MvcTestResult blank = pages.post(branch.member(), "/me/records/corrections", "section", "TALKS", "text", "  ");
        assertThat(blank).hasStatus(422);
        assertThat(words(blank)).contains("请写哪里不对，应当是什么");
        MvcTestResult none = pages.post(branch.member(), "/me/records/corrections", "text", TEXT);
        assertThat(none).hasStatus(422);
        assertThat(words(none)).contains("请选择哪一类记录", TEXT);
        MvcTestResult tooLong =
                pages.post(branch.member(), "/me/records/corrections", "section", "TALKS", "text", "长".repeat(503));
        assertThat(words(tooLong)).contains("多了 3 个字");

        redirect(ask(branch.member(), "TALKS"));
        MvcTestResult twice = ask(branch.member(), "TALKS");
        assertThat(twice).hasStatus(422);
        assertThat(words(twice)).contains("这一类您已经提过", TEXT);
        redirect(ask(branch.member(), "STUDY"));
        String own = request(branch.member()).replace("/corrections", "/me/records/corrections");
        redirect(pages.post(branch.member(), own + "/take-back"));
        redirect(ask(branch.member(), "STUDY"));
        redirect(pages.post(branch.secretary(), request(branch.member()), "corrected", "true"));
        assertThat(words(pages.post(
                        branch.member(),
                        request(branch.member()).replace("/corrections", "/me/records/corrections") + "/take-back")))
                .contains("已经答复过");
        assertThat(body(pages.get(branch.member(), "/me/records/corrections/new?section=POINTS")))
                .contains("<option value=\"POINTS\" selected");
    }
}
