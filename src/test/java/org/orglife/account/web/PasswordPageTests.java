package org.orglife.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.People.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orglife.FullApplicationTest;
import org.orglife.account.SampleAccounts;
import org.orglife.account.SignInService;
import org.orglife.account.SignedInUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@FullApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class PasswordPageTests {

    private static final String PRESENT = "jiefang lu 1024 hao";
    private static final String CHOSEN = "  cha hua he 37 ke 竹子 ";
    private static int number;

    @Autowired
    MockMvcTester pages;

    @Autowired
    SampleAccounts accounts;

    @Autowired
    SignInService signIn;

    private SignedInUser user;

    @BeforeEach
    void openAnAccount() {
        String username = "yuanyinuo-" + ++number;
        accounts.open(username, "袁一诺", null, null, List.of(), PRESENT);
        user = accounts.user(username);
    }

    private MvcTestResult send(String present, String chosen, String repeated) {
        return pages.post()
                .uri("/password")
                .with(by(user))
                .with(csrf())
                .param("presentPassword", present)
                .param("chosenPassword", chosen)
                .param("repeatedPassword", repeated)
                .exchange();
    }

    @Test
    void aPasswordIsTakenAsItIsTyped() {
        assertThat(send(PRESENT, CHOSEN, CHOSEN)).hasStatus3xxRedirection();
        assertThat(signIn.signIn(user.username(), CHOSEN.strip(), "192.0.2.1")).isEmpty();
        assertThat(signIn.signIn(user.username(), CHOSEN, "192.0.2.1")).isPresent();
    }

    @Test
    void whatIsWrongStandsBesideItsField() {
        assertThat(send("wrong", CHOSEN, CHOSEN)).hasStatus(422).bodyText().contains("现在的密码不对，请重新输入");
        assertThat(send(PRESENT, CHOSEN, "another")).hasStatus(422).bodyText().contains("两遍输的不一样，请再输一遍");
        assertThat(send(PRESENT, "kurz", "kurz")).hasStatus(422).bodyText().contains("密码太短，至少要 8 个字符");
        assertThat(send(PRESENT, PRESENT, PRESENT)).hasStatus(422).bodyText().contains("新密码和现在的一样");
        assertThat(send("", "", "")).hasStatus(422).bodyText().contains("请输入现在的密码", "请输入新密码");
    }

    @Test
    void aFormWithoutItsFieldsIsAnsweredLikeAnEmptyOne() {
        assertThat(pages.post().uri("/password").with(by(user)).with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("请输入现在的密码");
    }

    @Test
    void theObviousIsRefused() {
        for (String obvious : List.of("12345678", "yuanyinuo", "dangyuan2023", "yiyuandangzhibu", "11111111")) {
            assertThat(send(PRESENT, obvious, obvious)).as(obvious).hasStatus(422);
        }
    }

    @Test
    @DisplayName("T-LOG: no password reaches a log or a page")
    void passwordsAppearNowhere(CapturedOutput output) throws Exception {
        String page = send("wrong", CHOSEN, "another").getResponse().getContentAsString();
        send(PRESENT, CHOSEN, CHOSEN);
        signIn.signIn(user.username(), CHOSEN, "192.0.2.1");
        assertThat(page).doesNotContain(CHOSEN, "another");
        assertThat(output.getAll()).doesNotContain(CHOSEN.strip(), PRESENT);
    }
}
