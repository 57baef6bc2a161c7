package org.orglife.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.account.SignedInUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is typed and not sent yet survives a session that ends, a lost line, a closed window and a second one. */
class UnsentWordsTests extends BrowserWalk {

    private static final String LONG = "在谈心谈话中我认识到自己还有不少差距。".repeat(160);

    /** How many drafts the window keeps. */
    private static final String KEPT_HERE =
            "Object.keys(sessionStorage).filter(key => key.startsWith('draft:')).length";

    @Autowired
    private BranchesAtWork branches;

    @Autowired
    private JdbcClient jdbc;

    private Branch branch;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
    }

    @Test
    @DisplayName("T-AUTO-01: the session ends while 3,000 characters are typed; signing in leads back to all of them")
    void aSessionThatEndsCostsNothing() {
        Page page = signIn(branch.member(), 390);
        open(page, "/tasks/" + branch.task() + "/texts/mine");
        Locator text = page.locator("textarea[name='text[STUDY]']");
        text.fill(LONG.substring(0, 800));
        assertThat(page.locator(".ol-draft")).containsText("已自动保存");
        jdbc.sql("delete from spring_session").update();
        text.fill(LONG.substring(0, 1900));
        assertThat(page.locator(".ol-draft.is-alert")).containsText("您写的内容都还在");
        text.fill(LONG.substring(0, 3000));
        assertThat(page.locator("form[data-draft]")).hasAttribute("data-kept", "yes");
        page.locator(".ol-draft.is-alert a").tap();
        page.waitForURL("**/login");
        visitors.enter(page, branch.member());
        assertThat(page.locator(".ol-brand")).isVisible();
        assertThat(text).hasValue(LONG.substring(0, 3000));
        assertThat(page.locator(".ol-draft-note")).containsText("已经接着放进来了");
        assertThat(page.locator(".ol-draft")).containsText("已自动保存");
        assertThat(saved(branch.member())).isEqualTo(1);
        page.locator("button[name=handIn]").tap();
        assertThat(page.locator(".ou-text p").first()).hasText(LONG.substring(0, 3000));
        assertThat(saved(branch.member())).isZero();
    }

    @Test
    @DisplayName(
            "T-AUTO-01: the button is pressed after the session has ended; the page stays, and what was written goes off later")
    void aButtonAfterTheSessionHasEnded() {
        Page page = signIn(branch.secretary(), 1440);
        open(page, "/tasks/" + branch.task() + "/opinions");
        Locator text = page.locator("textarea[name=text]");
        jdbc.sql("delete from spring_session").update();
        text.fill("候诊时间太长");
        page.locator("[name=group]").selectOption("MEMBER");
        page.locator("[name=channel]").selectOption("SEMINAR");
        page.locator("[name=about][value=WORK]").check();
        page.locator("form[data-draft] button[type=submit]").click();
        assertThat(page.locator(".ol-draft.is-alert a")).isFocused();
        page.keyboard().press("Enter");
        visitors.enter(page, branch.secretary());
        assertThat(text).hasValue("候诊时间太长");
        page.locator("form[data-draft] button[type=submit]").click();
        assertThat(page.locator(".op-text")).hasText("候诊时间太长");
        assertThat(text).hasValue("");
        assertThat(saved(branch.secretary())).isZero();
        nothingIsKept(page);
    }

    @Test
    @DisplayName("T-AUTO-02: somebody else signs in at the same window: what was written is neither shown nor sent")
    void somebodyElseSignsIn() {
        Page page = signIn(branch.secretary(), 1440);
        open(page, "/tasks/" + branch.task() + "/opinions");
        jdbc.sql("delete from spring_session").update();
        page.locator("textarea[name=text]").fill("这是书记写的");
        assertThat(page.locator(".ol-draft.is-alert")).isVisible();
        page.locator(".ol-draft.is-alert a").click();
        visitors.enter(page, branch.organiser());
        assertThat(page.locator(".ol-brand")).isVisible();
        assertThat(page.locator("textarea[name=text]")).hasValue("");
        nothingIsKept(page);
        assertThat(saved(branch.organiser())).isZero();
    }

    @Test
    @DisplayName(
            "T-AUTO-03/04: a line that is down and a window that is closed: the words are back at the next sign-in")
    void aLostLineAndAClosedWindow() {
        Page page = signIn(branch.member(), 390);
        page.navigate(address("/tasks/" + branch.task() + "/problems/new?mine=true"));
        page.context().setOffline(true);
        page.locator("textarea[name=text]").fill("业务学习抓得不够紧");
        assertThat(page.locator(".ol-draft.is-alert")).containsText("连不上服务器");
        page.context().setOffline(false);
        assertThat(page.locator(".ol-draft")).containsText("已自动保存");
        page.context().close();
        Page again = browser().window(390, 844);
        again.navigate(address("/tasks/" + branch.task() + "/problems/new?mine=true"));
        visitors.enter(again, branch.member());
        assertThat(again.locator("textarea[name=text]")).hasValue("业务学习抓得不够紧");
        assertThat(again.locator(".ol-draft-note")).containsText("没写完的内容");
        again.locator(".ol-draft-note button").tap();
        assertThat(again.locator("textarea[name=text]")).hasValue("");
        again.reload();
        assertThat(again.locator("textarea[name=text]")).hasValue("");
        assertThat(again.locator(".ol-draft-note")).hasCount(0);
    }

    @Test
    @DisplayName("T-AUTO-05: two windows with one form: the second is told, and chooses")
    void twoWindows() {
        Page page = signIn(branch.secretary(), 1440);
        String form = address("/tasks/" + branch.task() + "/opinions");
        page.navigate(form);
        Page second = page.context().newPage();
        second.navigate(form);
        page.locator("textarea[name=text]").fill("第一个窗口");
        assertThat(page.locator(".ol-draft")).containsText("已自动保存");
        second.locator("textarea[name=text]").fill("第二个窗口");
        assertThat(second.locator(".ol-draft-note")).containsText("也写过");
        second.locator(".ol-draft-note button").nth(1).click();
        assertThat(second.locator("textarea[name=text]")).hasValue("第一个窗口");
    }

    /** Asked again and again from here: the page's own policy forbids it to evaluate a text. */
    private static void nothingIsKept(Page page) {
        for (int tries = 0; tries < 100 && !page.evaluate(KEPT_HERE).equals(0); tries++) {
            page.waitForTimeout(100);
        }
        assertThat(page.evaluate(KEPT_HERE)).isEqualTo(0);
    }

    /** Opens a page and waits until it has asked for all it asks for by itself. */
    private void open(Page page, String path) {
        page.navigate(address(path));
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private int saved(SignedInUser user) {
        return jdbc.sql("select count(*) from form_draft where account_id = :account and fields_sealed is not null")
                .param("account", user.accountId())
                .query(Integer.class)
                .single();
    }
}
