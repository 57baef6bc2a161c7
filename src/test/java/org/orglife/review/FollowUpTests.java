package org.orglife.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BallotsAtWork;
import org.orglife.FullApplicationTest;
import org.orglife.MeetingsAtWork;
import org.orglife.MeetingsAtWork.Meeting;
import org.orglife.Pages;
import org.orglife.ReviewsAtWork;
import org.orglife.account.SignedInUser;
import org.orglife.statistics.Boards;
import org.orglife.statistics.Metric;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What follows 基本合格 and 不合格. */
@FullApplicationTest
@Import({MeetingsAtWork.class, BallotsAtWork.class, ReviewsAtWork.class})
class FollowUpTests {

    @Autowired
    ReviewsAtWork reviews;

    @Autowired
    Boards boards;

    @Autowired
    Pages pages;

    private Meeting meeting;
    private SignedInUser basic;
    private SignedInUser unqualified;

    @BeforeEach
    void decided() {
        meeting = reviews.counted(8, 6, 1);
        reviews.met(meeting);
        basic = meeting.members().get(0);
        unqualified = meeting.members().get(1);
        reviews.decided(meeting, basic, Grade.BASIC);
        reviews.decided(meeting, unqualified, Grade.UNQUALIFIED);
    }

    private String at(SignedInUser about, String page) {
        return "/tasks/" + meeting.task() + "/review/members/" + memberOf(about) + page;
    }

    @Test
    @DisplayName("基本合格: what is improved, by whose help, and what looking again has shown; he reads it himself")
    void improvement() {
        String helper = String.valueOf(memberOf(meeting.committee().get(2)));
        assertThat(pages.post(
                        meeting.secretary(), at(basic, "/improvements"), "improvement", "按时参加活动", "helper", helper))
                .hasStatus(422);
        reviews.told(meeting, basic);
        MvcTestResult self = pages.post(
                meeting.secretary(),
                at(basic, "/improvements"),
                "improvement",
                "按时参加活动",
                "helper",
                String.valueOf(memberOf(basic)));
        assertThat(self).hasStatus(422);
        assertThat(words(self)).contains("帮助人要是本支部的另一名党员", "按时参加活动");
        pages.post(meeting.secretary(), at(basic, "/improvements"), "improvement", "按时参加活动", "helper", helper);
        MvcTestResult page = pages.get(meeting.secretary(), at(basic, ""));
        assertThat(words(page)).contains("按时参加活动", "帮助人：康国斌");
        Matcher done =
                Pattern.compile("action=\"(/tasks/[^\"]*/improvements/\\d+)\"").matcher(body(page));
        assertThat(done.find()).isTrue();
        pages.post(meeting.secretary(), done.group(1), "done", "true");
        assertThat(words(pages.get(basic, "/tasks/" + meeting.task() + "/review/mine")))
                .contains("按时参加活动", "已改进");
        MvcTestResult half =
                pages.post(meeting.secretary(), at(basic, "/recheck"), "recheckedOn", "2023-10-20", "recheckOn", "");
        assertThat(half).hasStatus(422);
        assertThat(words(half)).contains("复查的日期和结果要一起填");
        assertThat(pages.post(
                        meeting.secretary(),
                        at(basic, "/recheck"),
                        "recheckOn",
                        "2024-04-20",
                        "recheckedOn",
                        "2023-10-20",
                        "recheckOutcome",
                        "IMPROVED"))
                .hasStatus(302);
    }

    @Test
    @DisplayName("BR-53: a case holds days and an outcome, for the secretary and whom he names; nobody else finds one")
    void disposition() {
        reviews.told(meeting, unqualified);
        String address = at(unqualified, "/case");
        SignedInUser named = meeting.committee().get(1);
        SignedInUser other = meeting.committee().get(2);
        assertThat(words(pages.get(meeting.secretary(), address))).contains("支部大会讨论表决", "还没有结果");
        assertThat(pages.get(named, address)).hasStatus(404);
        assertThat(pages.get(meeting.secretary(), at(basic, "/case"))).hasStatus(404);
        assertThat(body(refused("voteOn", "2023-10-10", "talkOn", "2023-10-12")))
                .contains("按先后顺序", "2023-10-12");
        assertThat(words(refused("outcome", "REMOVED"))).contains("请填支部大会讨论表决的日期");
        assertThat(words(refused(
                        "voteOn",
                        "2023-10-10",
                        "noticeOn",
                        "2023-10-15",
                        "outcome",
                        "CORRECTION",
                        "periodUntil",
                        "2024-10-16")))
                .contains("期限不超过一年");
        assertThat(pages.post(
                        meeting.secretary(),
                        address,
                        "findingOn",
                        "2023-10-01",
                        "voteOn",
                        "2023-10-10",
                        "noticeOn",
                        "2023-10-15",
                        "outcome",
                        "CORRECTION",
                        "periodUntil",
                        "2024-10-15",
                        "readers",
                        String.valueOf(memberOf(named))))
                .hasStatus(302);
        assertThat(words(pages.get(named, address))).contains("限期改正", "10月10日");
        assertThat(pages.post(named, address, "version", "0")).hasStatus(403);
        assertThat(pages.get(other, address)).hasStatus(404);
        assertThat(body(pages.get(other, at(unqualified, "")))).doesNotContain("/case\"");
        assertThat(pages.get(unqualified, address)).hasStatus(403);
        assertThat(pages.get(meeting.office(), address)).hasStatus(403);
        assertThat(boards.figures(meeting.campaign(), meeting.office().scope())).containsEntry(Metric.M19, 1L);
        String result = "/tasks/" + meeting.task() + "/review/result";
        assertThat(words(pages.get(meeting.office(), result))).contains("组织处置 1 党员02");
        assertThat(words(pages.get(basic, result))).contains("组织处置 1 只看人数");
    }

    private MvcTestResult refused(String... fields) {
        MvcTestResult answer = pages.post(meeting.secretary(), at(unqualified, "/case"), fields);
        assertThat(answer).hasStatus(422);
        return answer;
    }
}
