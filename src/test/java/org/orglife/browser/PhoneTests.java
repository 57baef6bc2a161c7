package org.orglife.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.rectification.ItemState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What only a browser can tell about the pages: what is seen on a phone, and what stays when the window changes. */
class PhoneTests extends BrowserWalk {

    private static final int PHONE = 390;
    private static final int WIDE = 1440;

    /** A finger's width on the screen, in CSS pixels. */
    private static final double THUMB = 44;

    /** Of a border against the white of the field: WCAG 1.4.11. */
    private static final double CONTRAST = 3;

    private static final String BORDER_CONTRAST = """
            box => {
              const part = value => { value /= 255; return value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4; };
              const light = colour => { const [r, g, b] = colour.match(/[\\d.]+/g).map(Number); return .2126 * part(r) + .7152 * part(g) + .0722 * part(b); };
              return 1.05 / (light(getComputedStyle(box).borderTopColor) + .05);
            }""";

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
    @DisplayName("T-PHONE-01: items that can be closed together have a box that is seen and met by a thumb")
    void itemsCanBeChosenOnAPhone() {
        branches.personalItem(branch, ItemState.SUBMITTED);
        Page page = signIn(branch.secretary(), PHONE);
        page.navigate(address("/ledger"));
        Locator box = page.locator("input[name=item]");
        assertThat(box).isVisible();
        BoundingBox label = page.locator("label:has(input[name=item])").boundingBox();
        assertThat(label.width).isGreaterThanOrEqualTo(THUMB);
        assertThat(label.height).isGreaterThanOrEqualTo(THUMB);
        assertThat((Double) box.evaluate(BORDER_CONTRAST)).isGreaterThanOrEqualTo(CONTRAST);
        assertThat(page.locator("td.lg-date").first()).hasAttribute("data-label", "时限");
        box.check();
        page.locator(".lg-many button").click();
        assertThat(page.locator("#toasts")).containsText("已销号 1 项");
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    @DisplayName("T-PHONE-02: filters folded up on a phone are back in a wide window")
    void filtersComeBackInAWideWindow() {
        Page page = signIn(branch.secretary(), PHONE);
        page.navigate(address("/ledger"));
        Locator status = page.locator("select[name=status]");
        assertThat(status).isHidden();
        page.setViewportSize(WIDE, HIGH);
        assertThat(status).isVisible();
    }

    @Test
    @DisplayName("T-FORM-03: what is pasted stays whole, and how much is too much is said at once")
    void whatIsPastedStaysWhole() {
        Page page = signIn(branch.secretary(), WIDE);
        page.navigate(address("/tasks/" + branch.task() + "/problems/new"));
        Locator measure = page.locator("textarea[name='measures[0].text']");
        Locator room = measure.locator("xpath=following-sibling::*[@role='status']");
        measure.fill("改".repeat(100));
        assertThat(room).hasCount(0);
        measure.fill("改".repeat(480));
        assertThat(room).hasText("还可以写 20 个字");
        measure.fill("改".repeat(512));
        assertThat(room).hasText("多了 12 个字，请删去一些再提交");
        assertThat(measure).hasValue("改".repeat(512));
        measure.fill("改");
        assertThat(room).isEmpty();
    }

    @Test
    @DisplayName("T-PRINT-01: a printed ledger says whose it is, what it shows and when it was printed")
    void aPrintedLedgerSpeaksForItself() {
        for (int problem = 0; problem < 21; problem++) {
            branches.raise(branch.secretary(), branch.task(), true, "等候时间长", branch.organiser());
        }
        Page page = signIn(branch.secretary(), WIDE);
        page.navigate(address("/ledger?subject=BRANCH&status=OPEN"));
        Locator heading = page.locator(".lg-print");
        assertThat(heading).isHidden();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(heading).isVisible();
        assertThat(heading).containsText("呼吸内科党支部整改台账");
        assertThat(heading).containsText("问题清单");
        assertThat(heading).containsText("只列：党支部、未销号");
        assertThat(heading).containsText("2023年10月20日打印");
        assertThat(heading).containsText("第 1 页，共 21 条；要全部请用导出");
        assertThat(page.locator(".lg-head")).isHidden();
        assertThat(page.locator(".ol-side")).isHidden();
    }

    @Test
    @DisplayName("T-TALK-01: on a phone a talk is recorded in three touches, and nothing is written")
    void aTalkInThreeTouches() {
        Page page = signIn(branch.secretary(), PHONE);
        page.navigate(address("/talks"));
        assertThat(page.locator("h2").filter(saying("还没谈的 4 人"))).isVisible();
        assertThat(page.locator(".tk-matrix")).isHidden();
        Locator row = page.locator(".tk-list li").filter(saying("周静斌"));
        assertThat(row.locator(".btn").boundingBox().height).isGreaterThanOrEqualTo(THUMB);
        row.locator(".btn").tap();
        Locator sheet = page.locator("#drawer");
        assertThat(sheet.locator("h1")).hasText("与 周静斌 谈话");
        sheet.locator("label").filter(saying("电话")).tap();
        sheet.locator("button[type=submit]").filter(saying("记下这次谈话")).tap();
        assertThat(page.locator(".ol-toast").filter(saying("已记：10月20日，于光燕与周静斌电话谈话")))
                .isVisible();
        assertThat(page.locator("h2").filter(saying("还没谈的 3 人"))).isVisible();
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    @DisplayName("T-TALK-02: one click in the table notes a talk in place; the table stays where it was")
    void oneClickInTheTable() {
        Page page = signIn(branch.secretary(), WIDE);
        page.navigate(address("/talks"));
        page.locator("button[aria-label='记：梁梦清与周静斌']").click();
        assertThat(page.locator(".ol-toast").filter(saying("已记：10月20日，梁梦清与周静斌当面谈话")))
                .isVisible();
        assertThat(page.locator("button[aria-label='记：梁梦清与周静斌']")).hasCount(0);
        page.locator(".tk-undo").click();
        assertThat(page.locator("button[aria-label='记：梁梦清与周静斌']")).hasCount(1);
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    @DisplayName(
            "T-LIST-01: on a phone a member writes points one after the other, sees a hint, and hands all in at once")
    void anOwnListOnAPhone() {
        Page page = signIn(branch.member(), PHONE);
        page.navigate(address("/"));
        page.locator("a").filter(saying("去写")).first().tap();
        assertThat(page.locator("h1")).hasText("我的问题清单");
        assertThat(page.locator(".ol-note").first()).containsText("只有您自己看得到");
        Locator point = page.locator("textarea[name=text]");
        Locator add = page.locator("button").filter(saying("记下这一条"));
        assertThat(add.boundingBox().height).isGreaterThanOrEqualTo(THUMB);
        point.pressSequentially("学习不够深入");
        assertThat(page.locator(".rc-hints")).containsText("谁都可以这样写");
        point.fill("上半年有 2 次集中学习用看材料代替");
        assertThat(page.locator(".rc-hints")).isEmpty();
        add.tap();
        assertThat(page.locator(".rc-points li")).hasCount(1);
        page.locator("label").filter(saying("先锋模范")).tap();
        point.fill("带教年轻同志 4 名，只讲评过 1 次");
        add.tap();
        assertThat(page.locator(".rc-points li")).hasCount(2);
        assertThat(jdbc.sql("select count(*) from problem where task_id = :task")
                        .param("task", branch.task())
                        .query(Long.class)
                        .single())
                .isZero();
        Locator handIn = page.locator("button").filter(saying("提交这 2 条"));
        assertThat(handIn.boundingBox().height).isGreaterThanOrEqualTo(THUMB);
        handIn.tap();
        assertThat(page.locator(".ol-toast").filter(saying("已提交 2 条"))).isVisible();
        assertThat(page.locator("h2").filter(saying("已提交的 2"))).isVisible();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(PHONE);
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    @DisplayName("T-LIST-02: a session that is over while somebody writes takes no word from him")
    void wordsOutliveTheSession() {
        Page page = signIn(branch.member(), PHONE);
        page.navigate(address("/tasks/" + branch.task() + "/my-problems"));
        String words = "写了很久的一段话。".repeat(50);
        Locator point = page.locator("textarea[name=text]");
        point.fill(words);
        page.context().clearCookies();
        page.waitForResponse(answer -> answer.url().contains("/writing-hints"), () -> point.pressSequentially("完"));
        page.waitForTimeout(500);
        assertThat(point).hasValue(words + "完");
        assertThat(page.locator(".rc-hints")).isEmpty();
        // the browser tells its console of the refusal, and nobody else is told
        assertThat(browser().complaints()).allMatch(complaint -> complaint.contains("403"));
        browser().complaints().clear();
    }

    private static Locator.FilterOptions saying(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
