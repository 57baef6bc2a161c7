package org.orglife.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BallotsAtWork;
import org.orglife.BallotsAtWork.Ballot;
import org.orglife.BallotsAtWork.Open;
import org.orglife.BranchesAtWork;
import org.orglife.MeetingsAtWork;
import org.orglife.MeetingsAtWork.Meeting;
import org.orglife.ReviewsAtWork;
import org.orglife.account.SignedInUser;
import org.orglife.review.Grade;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ballot as a branch lives through it: phones without sign-in, two who want paper, two officers. */
class BallotWalkTests extends BrowserWalk {

    private static final int VOTERS = 19;

    @Autowired
    private MeetingsAtWork meetings;

    @Autowired
    private BallotsAtWork ballots;

    @Autowired
    private ReviewsAtWork reviews;

    @Autowired
    private JdbcClient jdbc;

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "browser", "ballot-" + name + ".png"))
                .setFullPage(true));
    }

    private static Locator button(Page page, String name) {
        return page.locator("button:has-text('" + name + "')");
    }

    /** 18 full members, and one probationary who votes and gets no grade. */
    private Ballot aBranch() {
        Meeting meeting = meetings.scheduled(VOTERS, true);
        jdbc.sql("update member set kind = 'PROBATIONARY', full_on = null where id = :id")
                .param("id", BranchesAtWork.memberOf(meeting.members().get(3)))
                .update();
        meetings.begin(meeting);
        return ballots.reached(meeting);
    }

    @Test
    @DisplayName(
            "17 phones and 2 sheets vote on 18 members; counted by two; a sixth 优秀 is allowed, a seventh refused; told on a phone")
    void phonesAndPaper() {
        Ballot ballot = aBranch();
        Page secretary = signIn(ballot.secretary(), 1440);
        secretary.navigate(address(ballot.address()));
        picture(secretary, "prepare");
        secretary.locator("#scrutineer").selectOption(ballot.scrutineer().displayName());
        secretary.locator("#teller").selectOption(ballot.teller().displayName());
        button(secretary, "准备好了").click();
        picture(secretary, "draft");
        button(secretary, "生成 19 张投票券").click();
        assertThat(secretary.locator(".sl")).hasCount(VOTERS);
        List<String> slips = secretary.locator(".sl .op-codes").allTextContents();
        picture(secretary, "slips");
        secretary.locator("a:has-text('返回测评')").click();

        Page scrutineer = signIn(ballot.scrutineer(), 1280);
        openTheBox(ballot, scrutineer);
        for (int phone = 0; phone < 17; phone++) {
            vote(slips.get(phone), phone);
        }
        exchange(ballot, secretary, slips);
        count(ballot, scrutineer);
        decide(ballot.meeting(), secretary);
        // the browser notes each refusal, of the wrong codes and the wrong sum
        assertThat(browser().complaints()).allMatch(complaint -> complaint.contains("status of 422"));
    }

    private void openTheBox(Ballot ballot, Page scrutineer) {
        Page early = browser().window(390, 844);
        early.navigate(address("/b"));
        scrutineer.navigate(address(ballot.address()));
        button(scrutineer, "取开箱码").click();
        String code = scrutineer.locator(".bb-bigcode").textContent();
        picture(scrutineer, "code");
        scrutineer.locator("a:has-text('抄好了')").click();
        scrutineer.locator("#code").fill("0000 1111 2222 3333 4444 5555 66");
        button(scrutineer, "打开票箱").click();
        assertThat(scrutineer.locator("[role=alert]")).containsText("开箱码不对");
        scrutineer.locator("#code").fill(code.toLowerCase(Locale.ROOT));
        button(scrutineer, "打开票箱").click();
        assertThat(scrutineer.locator(".bb-in strong")).hasText("0");
        scrutineer.evaluate("code => { window.name = code; }", code);
        picture(scrutineer, "open");
        early.context().close();
    }

    /** One phone: the first types a wrong code before, all others scan. */
    private void vote(String slip, int phone) {
        Page page = browser().window(390, 844);
        if (phone == 0) {
            page.navigate(address("/b"));
            page.locator("#code").fill("AAAA BBBB CCCC DDDD EEEE FFFF GG");
            button(page, "开始填票").click();
            assertThat(page.locator("[role=alert]")).containsText("码不对");
            picture(page, "door");
            page.locator("#code").fill(slip.toLowerCase(Locale.ROOT));
            button(page, "开始填票").click();
        } else {
            page.navigate(address("/b#" + slip.replace(" ", "")));
        }
        Locator lines = page.locator(".list fieldset");
        assertThat(lines).hasCount(19);
        if (phone == 0) {
            picture(page, "sheet-empty");
            assertThat(page.locator(".list li").last()).containsText("预备党员，不定等次");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
        }
        int grade = phone % 2;
        page.evaluate(
                "grade => document.querySelectorAll('.seg').forEach((seg, line) => {"
                        + " if (line !== 4) seg.querySelectorAll('input')[1 + grade].click(); })",
                grade);
        assertThat(page.locator("#left")).hasText("还差 1 项");
        if (phone == 0) {
            page.locator("#missing").scrollIntoViewIfNeeded();
            assertThat(page.locator("#missing")).containsText("还有 1 项没选");
            button(page, "回去补选").click();
            picture(page, "sheet");
        }
        button(page, "交票").click();
        button(page, "仍然交票").click();
        assertThat(page.locator("h2")).hasText("已投入票箱");
        if (phone == 0) {
            picture(page, "done");
            goBack(page);
            assertThat(page.locator(".seg input:checked:not([value='0'])")).hasCount(0);
        }
        page.context().close();
    }

    /** The ballot is not in the browser's memory: it asks whether to send the slip once more, and shows nothing of it. */
    private static void goBack(Page page) {
        try {
            page.goBack();
        } catch (PlaywrightException notKept) {
            assertThat(notKept.getMessage()).contains("ERR_CACHE_MISS");
        }
    }

    private void exchange(Ballot ballot, Page secretary, List<String> slips) {
        secretary.navigate(address(ballot.address()));
        assertThat(secretary.locator(".bb-in strong")).hasText("17");
        for (int slip = 17; slip < VOTERS; slip++) {
            secretary.locator("#slip").fill(slips.get(slip));
            button(secretary, "收回券，换纸质票").click();
            assertThat(secretary.getByText("券已收回")).isVisible();
        }
        picture(secretary, "exchanged");
    }

    private void count(Ballot ballot, Page scrutineer) {
        scrutineer.navigate(address(ballot.address()));
        String code = (String) scrutineer.evaluate("window.name");
        scrutineer.locator("summary:has-text('关闭票箱')").click();
        button(scrutineer, "关闭票箱，开始计票").click();
        scrutineer.locator("#returned").fill("2");
        for (Locator line : scrutineer.locator(".bb-table tbody tr").all()) {
            line.locator("input").nth(0).fill("1");
        }
        scrutineer.locator("#code").fill(code);
        scrutineer.locator("#password").fill(Visitors.PASSWORD);
        picture(scrutineer, "counting");
        button(scrutineer, "开箱计票").click();
        assertThat(scrutineer.locator("[role=alert]")).containsText("这一行合计 1 票，有效纸质票是 2 张");
        for (Locator line : scrutineer.locator(".bb-table tbody tr").all()) {
            assertThat(line.locator("input").nth(0)).hasValue("1");
            line.locator("input").nth(2).fill("1");
        }
        scrutineer.locator("#password").fill(Visitors.PASSWORD);
        button(scrutineer, "开箱计票").click();
        assertThat(scrutineer.locator("h1")).hasText("民主测评结果汇总表");
        Locator first =
                scrutineer.locator(".bb-result").first().locator("tbody tr").first();
        assertThat(first.locator("td").nth(1)).containsText("10");
        assertThat(first.locator("td").nth(2)).containsText("8");
        assertThat(first.locator("td").nth(3)).containsText("1");
        assertThat(scrutineer.locator(".bb-result").first().locator("tbody tr")).hasCount(18);
        Locator blank =
                scrutineer.locator(".bb-result").first().locator("tbody tr").nth(4);
        assertThat(blank.locator("td").nth(5)).hasText("17");
        picture(scrutineer, "result");
    }

    @Test
    @DisplayName(
            "T-BAL-19: a shared device forgets: by going back or reloading nobody sees a choice or a slip of before")
    void aSharedDevice() {
        Open open = ballots.opened(6);
        Page device = browser().window(1024, 768);
        device.navigate(address("/b/shared"));
        for (int voter = 0; voter < 2; voter++) {
            assertThat(device.locator("#code")).hasValue("");
            device.locator("#code").fill(open.slips().get(voter));
            button(device, "开始填票").click();
            assertThat(device.locator(".list fieldset")).hasCount(open.lines());
            assertThat(device.locator(".seg input:checked:not([value='0'])")).hasCount(0);
            device.evaluate(
                    "document.querySelectorAll('.seg').forEach(seg => seg.querySelectorAll('input')[2].click())");
            assertThat(device.locator("#left")).hasText("都填好了");
            button(device, "交票").click();
            assertThat(device.locator("h2")).hasText("已投入票箱");
            for (int step = 0; step < 3; step++) {
                goBack(device);
                assertThat(device.locator(".seg input:checked:not([value='0'])"))
                        .hasCount(0);
            }
            device.navigate(address("/b/shared"));
        }
        assertThat(device.locator("#code")).hasValue("");
        assertThat(ballots.view(open.ballot()).used()).isEqualTo(2);
    }

    /** 18 full members: six may be 优秀. Five are, the sixth and the seventh are tried in the browser. */
    private void decide(Meeting meeting, Page secretary) {
        reviews.met(meeting);
        List<SignedInUser> members = meeting.members();
        List<SignedInUser> five = new ArrayList<>(meeting.committee());
        five.addAll(members.subList(0, 2));
        five.forEach(one -> reviews.decided(meeting, one, Grade.EXCELLENT));
        SignedInUser sixth = members.get(2);
        SignedInUser seventh = members.get(4);
        grade(meeting, secretary, sixth);
        assertThat(secretary.locator("#decision")).containsText("优秀");
        assertThat(secretary.locator("#main")).containsText("已评 6 人");
        grade(meeting, secretary, seventh);
        assertThat(secretary.locator("[role=alert]")).containsText("优秀不超过 6 人");
        assertThat(secretary.locator("[name=opinion]")).hasValue("工作认真，作风扎实");
        picture(secretary, "seventh");

        reviews.told(meeting, sixth);
        Page phone = signIn(sixth, 390);
        phone.navigate(address("/tasks/" + meeting.task() + "/review/mine"));
        assertThat(phone.locator(".rv-grade")).hasText("优秀");
        picture(phone, "my-review");
        button(phone, "我已知晓").click();
        assertThat(button(phone, "我已知晓")).hasCount(0);
        phone.context().close();
    }

    /** Nothing is chosen before somebody chooses. */
    private void grade(Meeting meeting, Page secretary, SignedInUser about) {
        reviews.described(meeting, about);
        secretary.navigate(address("/tasks/" + meeting.task() + "/review/members/" + BranchesAtWork.memberOf(about)));
        assertThat(secretary.locator("#decision input[type=radio]:checked")).hasCount(0);
        secretary.locator("#decision label:has-text('优秀')").click();
        secretary.locator("[name=opinion]").fill("工作认真，作风扎实");
        secretary.locator("#decision button[type=submit]").click();
    }
}
