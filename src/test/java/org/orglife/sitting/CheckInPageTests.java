package org.orglife.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.FullApplicationTest;
import org.orglife.MeetingsAtWork;
import org.orglife.MeetingsAtWork.Meeting;
import org.orglife.Pages;
import org.orglife.account.SignedInUser;
import org.orglife.meeting.LeaveReason;
import org.orglife.shared.PrintedCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The code in the room, and the door it opens on a member's phone. */
@FullApplicationTest
@Import(MeetingsAtWork.class)
class CheckInPageTests {

    @Autowired
    private MeetingsAtWork meetings;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester tester;

    @Autowired
    private JdbcClient jdbc;

    private Meeting meeting;
    private SignedInUser member;
    private String code;

    @BeforeEach
    void openForCheckIn() {
        meeting = meetings.scheduled(7, false);
        member = meeting.members().get(0);
        meetings.excuse(meeting, meeting.members().get(1), LeaveReason.SICK);
        meetings.open(meeting);
        code = meetings.view(meeting).sitting().getCode();
    }

    @Test
    @DisplayName("scan, one button, signed in; a second tap shows the same; nothing of it is kept by the browser")
    void scanAndSignIn() {
        MvcTestResult door = pages.get(member, "/check-in/" + code);
        assertThat(words(door)).contains("呼吸内科党支部", "2023年度专题组织生活会", "党员01", "我到了");
        assertThat(door).hasHeader("Cache-Control", "no-store");
        for (int tap = 0; tap < 2; tap++) {
            assertThat(redirect(pages.post(member, "/check-in/" + code))).isEqualTo("/check-in/" + code);
        }
        assertThat(words(pages.get(member, "/check-in/" + code)))
                .contains("您已签到", "今天 ", "看会议议程")
                .doesNotContain("我到了");
        assertThat(meetings.attendance(meeting, "党员01").getSignedHow()).isEqualTo(SignedHow.SELF);
        assertThat(words(pages.get(meeting.members().get(1), "/check-in/" + code)))
                .contains("您请了假", "我到了");
    }

    @Test
    @DisplayName("a code is typed in groups, in small letters, with O for 0; half a code is not lost")
    void typed() {
        String typed = PrintedCode.shown(code).toLowerCase(Locale.ROOT).replace('0', 'o');
        assertThat(words(pages.get(member, "/check-in"))).contains("签到码", "26 个字母和数字");
        assertThat(redirect(pages.get(member, "/check-in?code={code}", typed))).isEqualTo("/check-in/" + code);
        MvcTestResult half = pages.get(member, "/check-in?code={code}", "K7M3 9");
        assertThat(half).hasStatus(422);
        assertThat(words(half)).contains("请对照会场里的码再输一遍");
        assertThat(body(half)).contains("value=\"K7M3 9\"");
    }

    @Test
    @DisplayName("an unknown code, one that is over, and one of another branch are said on the page, with what to do")
    void refusals() {
        MvcTestResult unknown = pages.get(member, "/check-in/" + PrintedCode.next());
        assertThat(unknown).hasStatus(409);
        assertThat(words(unknown)).contains("没有这个签到码", "签到码", "请找会议记录人");
        Meeting other = meetings.scheduled(5, false);
        assertThat(words(pages.get(other.members().get(0), "/check-in/" + code)))
                .contains("您不在这次会议的名单上");
        assertThat(words(pages.post(other.members().get(0), "/check-in/" + code)))
                .contains("您不在这次会议的名单上")
                .doesNotContain("党员01");
        assertThat(pages.get(meeting.office(), "/check-in/" + code)).hasStatus(403);
        jdbc.sql("update sitting set ended_at = begun_at where code = :code")
                .param("code", code)
                .update();
        assertThat(words(pages.get(member, "/check-in/" + code))).contains("这个签到码已经过期");
    }

    @Test
    @DisplayName("whoever is not signed in is asked to, and comes back to the door")
    void signInFirst() {
        MvcTestResult first = tester.get()
                .uri("/check-in/" + code)
                .with(anonymous())
                .accept(MediaType.TEXT_HTML)
                .exchange();
        assertThat(first).hasStatus(302);
        assertThat(first.getResponse().getRedirectedUrl()).endsWith("/login");
        assertThat(first.getRequest().getSession(false)).isNotNull();
    }

    @Test
    @DisplayName("the code is shown to those at the desk, with how many have signed in")
    void shownAtTheDesk() {
        String address = meeting.address() + "/check-in/code";
        assertThat(words(pages.get(meeting.recorder(), address)))
                .contains(PrintedCode.shown(code), "用手机扫一扫，登录后点“我到了”", "已签到 0 人，应到 7 人");
        pages.post(member, "/check-in/" + code);
        MvcTestResult count = pages.get(meeting.secretary(), address + "?count=true");
        assertThat(words(count)).contains("已签到 1 人");
        assertThat(body(count)).doesNotContain("<html", code);
        assertThat(words(pages.get(member, address))).contains("只有主持人、记录人和支委").doesNotContain(PrintedCode.shown(code));
        Meeting other = meetings.scheduled(5, false);
        assertThat(pages.get(other.secretary(), address)).hasStatus(404);
        assertThat(redirect(pages.get(other.secretary(), other.address() + "/check-in/code")))
                .isEqualTo(other.address());
    }
}
