package org.orglife.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.MeetingsAtWork;
import org.orglife.MeetingsAtWork.Meeting;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.BranchTaskState;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.meeting.LeaveReason;
import org.orglife.sitting.ConsoleView;
import org.orglife.sitting.HeadCount;
import org.orglife.sitting.MeetingPhase;
import org.springframework.beans.factory.annotation.Autowired;

/** Chair, recorder and projector through a whole meeting; the chair's browser is killed in the middle. */
class ConsoleWalkTests extends BrowserWalk {

    private static final int WIDE = 1440;

    @Autowired
    private MeetingsAtWork meetings;

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "console-" + name + ".png")));
    }

    private Meeting aBranchOfNineteen() {
        Meeting meeting = meetings.scheduled(19, true);
        meetings.excuse(meeting, meeting.members().get(0), LeaveReason.DUTY);
        meetings.excuse(meeting, meeting.members().get(1), LeaveReason.SICK);
        meetings.invite(meeting, AttendanceCapacity.SUPERVISOR, "秦玉和", "第二督导组");
        for (int guest = 1; guest <= 6; guest++) {
            meetings.invite(meeting, AttendanceCapacity.OUTSIDE_REP, "代表" + guest, "企业" + guest);
        }
        return meeting;
    }

    @Test
    @DisplayName(
            "T-CONSOLE-01: 19 members, two on leave, one supervisor and six representatives through the whole agenda")
    void theWholeMeeting() {
        Meeting meeting = aBranchOfNineteen();
        Page chair = signIn(meeting.secretary(), WIDE);
        chair.navigate(address(meeting.address()));
        chair.locator("button:has-text('开始签到')").click();
        assertThat(chair.locator(".cs-listhead h1")).hasText("签到");
        picture(chair, "check-in");
        Page recorder = signIn(meeting.recorder(), WIDE);
        recorder.navigate(address(meeting.address() + "/console"));
        Page projector = recorder.context().newPage();
        projector.navigate(address(meeting.address() + "/projector"));
        picture(projector, "projector-check-in");

        recorder.locator("button:has-text('其余 17 人都到了')").click();
        assertThat(recorder.locator(".cs-big b")).hasText("17");
        assertThat(chair.locator(".cs-big b")).hasText("17");
        for (int guest = 0; guest < 7; guest++) {
            Locator here = recorder.locator(".cs-people").nth(1).locator(".cs-yes");
            assertThat(here).hasCount(7 - guest);
            here.first().click();
        }
        assertThat(recorder.locator(".cs-people").nth(1).locator(".cs-yes")).hasCount(0);
        assertThat(chair.locator(".cs-side")).containsText("请假 2 人");
        assertThat(projector.locator(".pj-count b")).hasText("17");

        chair.keyboard().press("ArrowRight");
        assertThat(chair.locator(".cs-agenda .is-now")).containsText("通报");
        assertThat(projector.locator(".pj-name")).containsText("通报");
        picture(chair, "item");
        next(chair, "第一议题");
        assertThat(recorder.locator(".cs-item")).containsText("第一议题");
        recorder.locator("a:has-text('记录')").first().click();
        recorder.locator("#notes-text").fill("学习了党章第一章，三名同志谈了体会");
        assertThat(recorder.locator("#saved")).containsText("已保存");
        next(chair, "述职");
        next(chair, "评议支委会");
        next(chair, "批评");
        chair = round(meeting, chair, recorder, projector);
        statements(chair);
        ballot(meeting, chair);
        next(chair, "点评");
        chair.locator(".cs-critics button:has-text('秦玉和')").click();
        assertThat(chair.locator(".cs-said .on")).hasCount(1);
        next(chair, "总结讲话");
        assertThat(chair.locator(".cs-gate")).containsText("都齐了");
        picture(chair, "closing");
        chair.locator("[data-main]").click();
        assertThat(chair.locator(".cs-item")).hasText("已经散会");
        assertThat(projector.locator(".pj-name")).containsText("散会");

        ConsoleView over = meetings.view(meeting);
        assertThat(over.count()).isEqualTo(new HeadCount(19, 17, 2, 0, 0, 0, 19, 17, 3, 7));
        assertThat(over.turnsDone()).isEqualTo(17);
        assertThat(over.statements()).hasSize(7);
        assertThat(meetings.task(meeting).getState()).isEqualTo(BranchTaskState.HELD);
        assertThat(over.agenda().get(1).getNotes()).isEqualTo("学习了党章第一章，三名同志谈了体会");
        sign(meeting, chair, recorder);
        assertThat(browser().complaints()).isEmpty();
    }

    /** Each signs with his own account; the numbers are those of the list. */
    private void sign(Meeting meeting, Page chair, Page recorder) {
        chair.locator("[data-main]").click();
        assertThat(chair.locator("main")).containsText("19");
        assertThat(chair.locator("main")).containsText("17");
        picture(chair, "minutes");
        chair.locator("button:has-text('以主持人身份签名')").click();
        assertThat(chair.locator("#sign")).containsText("已签");
        recorder.navigate(address("/tasks/" + meeting.task() + "/minutes"));
        recorder.locator("button:has-text('以记录人身份签名')").click();
        assertThat(recorder.locator("#sign-title")).hasText("主持人和记录人都签了名");
        assertThat(meetings.view(meeting).held().getPhase()).isEqualTo(MeetingPhase.RECORD_SIGNED);
        picture(recorder, "minutes-signed");
    }

    private static void next(Page chair, String item) {
        chair.locator("[data-main]").click();
        assertThat(chair.locator(".cs-agenda .is-now")).containsText(item);
    }

    /** The chair's browser is closed after the fifth turn and goes on where it was in another one. */
    private Page round(Meeting meeting, Page first, Page recorder, Page projector) {
        Page chair = first;
        assertThat(chair.locator(".cs-speaker strong")).hasText("于光燕");
        assertThat(projector.locator(".pj-name")).hasText("于光燕");
        for (int turn = 1; turn <= 17; turn++) {
            assertThat(chair.locator(".cs-speaker .cs-lab").first()).containsText("第 " + turn + " 位");
            chair.locator("[data-main]").click();
            assertThat(chair.locator(".cs-steps .is-now")).containsText("批评");
            Locator critics = chair.locator(".cs-critics form button");
            critics.first().click();
            assertThat(chair.locator(".cs-critics .on")).hasCount(1);
            if (turn == 5) {
                picture(chair, "criticism");
                picture(recorder, "recorder");
                picture(projector, "projector-turn");
                chair.context().close();
                chair = signIn(meeting.secretary(), WIDE);
                chair.navigate(address(meeting.address() + "/console"));
                assertThat(chair.locator(".cs-critics .on")).hasCount(1);
            }
            chair.locator("[data-main]").click();
            assertThat(chair.locator(".cs-steps .is-now")).containsText("表态");
            chair.locator("[data-main]").click();
        }
        assertThat(chair.locator(".cs-speaker")).hasCount(0);
        return chair;
    }

    private static void statements(Page chair) {
        next(chair, "服务对象");
        for (int guest = 1; guest <= 6; guest++) {
            chair.locator(".cs-critics button:has-text('代表" + guest + "')").click();
            assertThat(chair.locator(".cs-said .on")).hasCount(guest);
        }
        picture(chair, "statements");
    }

    /** On paper: the chair gives the sheets out, the scrutineer counts them with the teller at his own screen. */
    private void ballot(Meeting meeting, Page chair) {
        SignedInUser scrutineer = meeting.committee().get(2);
        SignedInUser teller = meeting.members().get(4);
        visitors.givePassword(scrutineer);
        visitors.givePassword(teller);
        next(chair, "测评");
        picture(chair, "ballot");
        chair.locator("a:has-text('准备测评')").click();
        chair.locator("label:has-text('全部用纸质票')").click();
        chair.locator("#scrutineer").selectOption(scrutineer.displayName());
        chair.locator("#teller").selectOption(teller.displayName());
        chair.locator("button:has-text('准备好了')").click();
        chair.locator("button:has-text('已发出 17 张纸质票')").click();
        assertThat(chair.locator("#main")).containsText("等监票人康国斌和计票人党员05计票");

        Page counting = signIn(scrutineer, WIDE);
        counting.navigate(address(meeting.address() + "/ballot"));
        counting.locator("#returned").fill("17");
        for (Locator line : counting.locator(".bb-table tbody tr").all()) {
            line.locator("input").nth(1).fill("17");
        }
        counting.locator("#password").fill(Visitors.PASSWORD);
        counting.locator("button:has-text('开箱计票')").click();
        assertThat(counting.locator("h1")).hasText("民主测评结果汇总表");
        counting.context().close();

        chair.locator("a:has-text('主持台')").click();
        assertThat(chair.locator(".cs-count .ol-note-green")).containsText("有效 17 张");
        picture(chair, "ballot-counted");
    }

    @Test
    @DisplayName("T-CONSOLE-02: while the network is gone ticks and words stay, and are sent once it is back")
    void withoutTheNetwork() {
        Meeting meeting = meetings.scheduled(7, false);
        meetings.begin(meeting);
        Page recorder = signIn(meeting.secretary(), WIDE);
        recorder.navigate(address(meeting.address() + "/console?desk=recorder"));
        recorder.setViewportSize(390, 844);
        recorder.reload();
        assertThat((Integer) recorder.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        picture(recorder, "phone");
        recorder.setViewportSize(1280, HIGH);
        picture(recorder, "1280");
        recorder.context().setOffline(true);
        recorder.locator("#notes-text").fill("网断了也要记");
        assertThat(recorder.locator("#notes")).containsText("网络断了");
        recorder.context().setOffline(false);
        assertThat(recorder.locator("#saved")).containsText("已保存");
        assertThat(recorder.locator("#notes")).not().containsText("网络断了");
        assertThat(meetings.view(meeting).agenda().get(0).getNotes()).isEqualTo("网断了也要记");
    }

    @Test
    @DisplayName("T-CONSOLE-03: a button that is being pressed is pressed, whatever others do meanwhile")
    void aSlowFinger() {
        Meeting meeting = meetings.scheduled(7, false);
        meetings.begin(meeting);
        Page chair = signIn(meeting.secretary(), WIDE);
        chair.navigate(address(meeting.address() + "/console"));
        Page recorder = signIn(meeting.secretary(), WIDE);
        recorder.navigate(address(meeting.address() + "/console?desk=recorder"));
        BoundingBox next = chair.locator("[data-main]").boundingBox();
        String item = chair.locator(".cs-agenda .is-now").textContent();
        chair.mouse().move(next.x + next.width / 2, next.y + next.height / 2);
        chair.mouse().down();
        recorder.locator("#notes-text").fill("记一笔");
        assertThat(recorder.locator("#saved")).containsText("已保存");
        chair.waitForResponse(answer -> answer.url().endsWith("/console"), () -> {});
        chair.mouse().up();
        assertThat(chair.locator(".cs-agenda .is-now")).not().hasText(item);
    }
}
