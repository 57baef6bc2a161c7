package org.orglife.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.People.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.account.SignedInUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** What is being written: whose it is, when it ends, and what comes too late. */
@FullApplicationTest
class DraftTests {

    private static final String FIELDS = "[[\"text\",\"谈了轮班的难处\"]]";

    @Autowired
    MockMvcTester tester;

    @Autowired
    Pages pages;

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Drafts drafts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    private Branch branch;
    private String form;

    @BeforeEach
    void aForm() {
        branch = branches.branch("呼吸内科党支部");
        form = "/tasks/" + branch.task() + "/talks/new";
    }

    private MvcTestResult save(SignedInUser user, String name, long seq, String fields) {
        return tester.post()
                .uri("/drafts")
                .with(by(user))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("form", name, "seq", seq, "base", "3", "fields", fields)))
                .exchange();
    }

    private MvcTestResult read(SignedInUser user) {
        return tester.get()
                .uri("/drafts?form={form}", form)
                .with(by(user))
                .accept(MediaType.APPLICATION_JSON)
                .exchange();
    }

    @Test
    @DisplayName("T-AUTO-07: a draft is found again by whoever wrote it and by nobody else")
    void aDraftBelongsToItsAuthor() {
        assertThat(save(branch.member(), form, 0, FIELDS))
                .hasStatusOk()
                .bodyText()
                .contains("\"seq\":1", "今天 09:30");
        assertThat(body(read(branch.member()))).contains("谈了轮班的难处", "\"base\":\"3\"");
        branch.all().stream()
                .filter(user -> !user.equals(branch.member()))
                .forEach(user -> assertThat(body(read(user)))
                        .as(user.displayName())
                        .contains("\"seq\":0")
                        .doesNotContain("轮班"));
    }

    @Test
    void whatItSaysIsSealed() {
        save(branch.member(), form, 0, FIELDS);
        byte[] kept = jdbc.sql("select fields_sealed from form_draft where form = :form")
                .param("form", form)
                .query(byte[].class)
                .single();
        assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("轮班");
    }

    @Test
    @DisplayName("T-AUTO-05: of two windows with one form the second is told of the first, and nothing is overwritten")
    void aSecondWindowIsTold() {
        save(branch.member(), form, 0, FIELDS);
        assertThat(save(branch.member(), form, 0, "[[\"text\",\"另一个窗口\"]]"))
                .hasStatus(409)
                .bodyText()
                .contains("谈了轮班的难处");
        assertThat(save(branch.member(), form, 1, "[[\"text\",\"接着写\"]]")).hasStatusOk();
        assertThat(body(read(branch.member()))).contains("接着写", "\"seq\":2");
    }

    @Test
    void aFormThatArrivesEndsItsDraftAndWhatIsStillOnItsWayComesTooLate() {
        save(branch.member(), form, 0, FIELDS);
        String talks = "/tasks/" + branch.task() + "/talks";
        String partner = String.valueOf(memberOf(branch.colleague()));
        var wrong = pages.post(branch.member(), talks, "partners", partner, "medium", "FACE", "_draft", form);
        assertThat(wrong).hasStatus(422);
        assertThat(body(read(branch.member()))).contains("轮班");
        var right = pages.post(
                branch.member(), talks, "partners", partner, "medium", "FACE", "day", "2023-10-20", "_draft", form);
        assertThat(right).hasStatus3xxRedirection();
        assertThat(body(read(branch.member()))).contains("\"seq\":2").doesNotContain("轮班");
        assertThat(save(branch.member(), form, 1, FIELDS)).hasStatus(409);
        assertThat(body(read(branch.member()))).doesNotContain("轮班");
    }

    @Test
    void whatIsPutAsideIsGone() {
        save(branch.member(), form, 0, FIELDS);
        assertThat(tester.post()
                        .uri("/drafts/discard")
                        .with(by(branch.member()))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(Map.of("form", form))))
                .hasStatusOk();
        assertThat(body(read(branch.member()))).doesNotContain("轮班");
    }

    @Test
    void whatIsNoFormOrTooLongIsNotKept() {
        for (String name : new String[] {"", "talks", "//evil.example", "/x\u0000", "/" + "x".repeat(200)}) {
            assertThat(save(branch.member(), name, 0, FIELDS)).as(name).hasStatus(400);
        }
        assertThat(save(branch.member(), form, 0, "x".repeat(Drafts.LONGEST + 1)))
                .hasStatus(413);
        assertThat(save(branch.member(), form, 0, "党".repeat(90_000))).hasStatusOk();
        assertThat(tester.post().uri("/drafts").with(by(branch.member())).with(csrf()))
                .hasStatus(400);
    }

    @Test
    void oldDraftsGoByThemselves() {
        save(branch.member(), form, 0, FIELDS);
        jdbc.sql("update form_draft set saved_at = saved_at - interval '31 days' where form = :form")
                .param("form", form)
                .update();
        drafts.sweep();
        assertThat(body(read(branch.member()))).contains("\"seq\":0");
    }

    @Test
    void moreThanAHundredFormsAtATimeAreNotKept() {
        long account = branch.member().accountId();
        for (int number = 0; number < Drafts.MOST + 5; number++) {
            drafts.save(account, "/talks/" + number, 0, null, FIELDS);
        }
        assertThat(jdbc.sql("select count(*) from form_draft where account_id = :account")
                        .param("account", account)
                        .query(Integer.class)
                        .single())
                .isEqualTo(Drafts.MOST);
    }
}
