package org.orglife.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.words;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BallotsAtWork;
import org.orglife.BallotsAtWork.Ballot;
import org.orglife.FullApplicationTest;
import org.orglife.MeetingsAtWork;
import org.orglife.MeetingsAtWork.Meeting;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.ReviewsAtWork;
import org.orglife.TestClock;
import org.orglife.account.SignedInUser;
import org.orglife.ballot.BallotMode;
import org.orglife.ballot.PaperCount;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.ReviewBody;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepState;
import org.orglife.meeting.MeetingForm;
import org.orglife.organisation.MemberFlag;
import org.orglife.organisation.PositionKind;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The review of members from its list to what a member reads of it. */
@FullApplicationTest
@Import({MeetingsAtWork.class, BallotsAtWork.class, ReviewsAtWork.class})
class ReviewTests {

    @Autowired
    MeetingsAtWork meetings;

    @Autowired
    BallotsAtWork ballots;

    @Autowired
    ReviewsAtWork reviews;

    @Autowired
    ReviewDecisions decisions;

    @Autowired
    ReviewMeetings reviewMeetings;

    @Autowired
    Participations participations;

    @Autowired
    Feedback feedback;

    @Autowired
    BranchTaskService tasks;

    @Autowired
    People people;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private static void refused(String code, Runnable what) {
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(what::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static String at(Meeting meeting, String page) {
        return "/tasks/" + meeting.task() + "/review" + page;
    }

    private static String about(Meeting meeting, SignedInUser user, String page) {
        return at(meeting, "/members/" + memberOf(user) + page);
    }

    private ReviewLine line(Meeting meeting, SignedInUser user) {
        return Objects.requireNonNull(reviews.view(meeting).line(memberOf(user)));
    }

    private String version(Meeting meeting, SignedInUser user) {
        return String.valueOf(Objects.requireNonNull(line(meeting, user).row()).getVersion());
    }

    private void change(Meeting meeting, SignedInUser user, Participation participation) {
        People.actAs(meeting.secretary());
        participations.change(
                meeting.task(),
                memberOf(user),
                new ChangeParticipation(participation, "长期病休", null, null, null, null),
                meeting.secretary().scope());
    }

    private StepState step(Meeting meeting, StepCode code) {
        return tasks.steps(meetings.task(meeting), meeting.secretary().scope()).stream()
                .filter(row -> row.code() == code)
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    @DisplayName("BR-28: the list follows roster and campaign; the secretary changes it with a reason, nobody else")
    void theList() {
        Meeting meeting = meetings.scheduled(8, true);
        SignedInUser first = meeting.members().get(0);
        SignedInUser second = meeting.members().get(1);
        jdbc.sql("update member set kind = 'PROBATIONARY', full_on = null where id = :id")
                .param("id", memberOf(second))
                .update();
        assertThat(line(meeting, first).participation()).isEqualTo(Participation.GRADED);
        assertThat(line(meeting, second).participation()).isEqualTo(Participation.NOT_GRADED_PROBATIONARY);
        assertThat(words(pages.get(meeting.secretary(), at(meeting, ""))))
                .contains("评议名单（8 人）", "预备党员，不评定等次", "本支部正式党员 7 人，优秀不超过 2 人；已评 0 人");
        assertThat(reviews.view(meeting).lines()).extracting(ReviewLine::name).startsWith("于光燕", "梁梦清", "康国斌");
        refused("review.participation.probationary", () -> change(meeting, second, Participation.GRADED));
        refused("review.participation.exempt", () -> change(meeting, first, Participation.EXEMPT));
        refused("review.participation.elsewhere", () -> change(meeting, first, Participation.REVIEWED_ELSEWHERE));
        MvcTestResult again = pages.post(
                meeting.secretary(),
                about(meeting, first, "/participation"),
                "participation",
                "EXEMPT",
                "reason",
                "卧床不起",
                "consentedOn",
                "2023-09-01");
        assertThat(again).hasStatus(422);
        assertThat(words(again)).contains("请填上级同意的日期和党员大会讨论的日期", "卧床不起");
        assertThat(pages.post(
                        meeting.secretary(),
                        about(meeting, first, "/participation"),
                        "participation",
                        "EXEMPT",
                        "reason",
                        "卧床不起",
                        "consentedOn",
                        "2023-09-01",
                        "resolvedOn",
                        "2023-09-05"))
                .hasStatus(302);
        assertThat(words(pages.get(meeting.secretary(), about(meeting, first, ""))))
                .contains("经批准不参加评议", "理由：卧床不起", "上级同意 9月1日");
        assertThat(pages.post(
                        meeting.committee().get(1),
                        about(meeting, first, "/participation"),
                        "participation",
                        "DEFERRED",
                        "reason",
                        "x"))
                .hasStatus(403);
        assertThat(pages.get(meeting.members().get(2), at(meeting, ""))).hasStatus(403);
    }

    @Test
    @DisplayName("leaders are left out where the campaign says so")
    void leaders() {
        Meeting meeting = meetings.scheduled(
                List.of(PositionKind.SECRETARY), 3, true, MeetingForm.GENERAL_MEETING, MemberFlag.LEADER);
        assertThat(line(meeting, meeting.members().get(0)).participation()).isEqualTo(Participation.GRADED);
        jdbc.sql("update campaign set leaders_graded = false where id = :id")
                .param("id", meeting.campaign())
                .update();
        assertThat(line(meeting, meeting.members().get(0)).participation()).isEqualTo(Participation.NOT_GRADED_LEADER);
    }

    @Test
    @DisplayName("Once a ballot is prepared it is settled who is voted on; after the count somebody may be deferred")
    void frozen() {
        Ballot ballot = ballots.reached(8);
        Meeting meeting = ballot.meeting();
        change(meeting, meeting.members().get(1), Participation.DEFERRED);
        ballots.prepare(ballot, BallotMode.SLIPS);
        assertThat(ballots.view(ballot).votedOn()).hasSize(7 + 1);
        people.member(meeting.unit(), "后来的");
        assertThat(reviews.view(meeting).lines()).hasSize(8);
        refused(
                "review.participation.frozen",
                () -> change(meeting, meeting.members().get(0), Participation.DEFERRED));
        People.actAs(meeting.secretary());
        List<String> slips = ballots.issue(ballot);
        String code = ballots.open(ballot);
        int lines = ballots.view(ballot).votedOn().size();
        BallotsAtWork.Open open = new BallotsAtWork.Open(ballot, code, slips, lines);
        for (int slip = 0; slip < 6; slip++) {
            ballots.cast(open, slip, 1);
        }
        ballots.close(open);
        ballots.count(ballot, code, 0, PaperCount.none());
        refused("review.not-balloted", () -> change(meeting, meeting.members().get(1), Participation.GRADED));
        refused(
                "review.participation.balloted",
                () -> change(meeting, meeting.members().get(0), Participation.NOT_GRADED_LEADER));
        change(meeting, meeting.members().get(0), Participation.DEFERRED);
        change(meeting, meeting.members().get(0), Participation.GRADED);
        assertThat(line(meeting, meeting.members().get(0)).isGraded()).isTrue();
    }

    @Test
    @DisplayName(
            "BR-27, BR-29, BR-50: votes are shown once both texts are there, and no grade is ever chosen beforehand")
    void decisionPage() {
        Meeting meeting = reviews.counted(8, 6, 1);
        SignedInUser member = meeting.members().get(0);
        String before = words(pages.get(meeting.secretary(), about(meeting, member, "")));
        assertThat(before).contains("写好下面两项以后显示").doesNotContain("6 票").doesNotContain("100.0%");
        assertThat(pages.post(meeting.secretary(), about(meeting, member, "/texts"), "everyday", "工作认真"))
                .hasStatus(422);
        pages.post(
                meeting.secretary(),
                about(meeting, member, "/texts"),
                "everyday",
                "工作认真",
                "study",
                "学习积极",
                "version",
                version(meeting, member));
        MvcTestResult described = pages.get(meeting.secretary(), about(meeting, member, ""));
        assertThat(words(described)).contains("6 票", "100.0%", "还没有登记评定的会议");
        reviews.met(meeting);
        MvcTestResult page = pages.get(meeting.secretary(), about(meeting, member, ""));
        assertThat(body(page)).contains("name=\"grade\"");
        assertThat(words(page)).contains("不以票取人，不搞平衡照顾，不设低等次的指标");
        assertThat(Pattern.compile("name=\"grade\"[^>]*checked")
                        .matcher(body(page))
                        .find())
                .as("everybody voted 优秀, and still nothing is chosen")
                .isFalse();
        assertThat(line(meeting, member).grade()).isNull();
        MvcTestResult empty = pages.post(
                meeting.secretary(),
                about(meeting, member, "/decision"),
                "opinion",
                "打好的评语",
                "version",
                version(meeting, member));
        assertThat(empty).hasStatus(422);
        assertThat(words(empty)).contains("请选择会议决定的等次", "打好的评语");
    }

    @Test
    @DisplayName("BR-50: too few votes show no distribution, and a grade is decided all the same")
    void fewVotes() {
        Meeting meeting = reviews.counted(8, 4, 1);
        reviews.met(meeting);
        SignedInUser member = meeting.members().get(0);
        reviews.decided(meeting, member, Grade.QUALIFIED);
        assertThat(words(pages.get(meeting.secretary(), about(meeting, member, ""))))
                .contains("有效票 4 张，不足 5 张，不显示票数");
    }

    @Test
    @DisplayName("BR-03: the committee decides if at least half of its filled seats are there, after the ballot")
    void whoMet() {
        Ballot ballot = ballots.reached(8);
        Meeting early = ballot.meeting();
        refused("review.not-counted", () -> reviews.met(early));
        Meeting meeting = reviews.counted(ballot, 6, 1);
        SignedInUser member = meeting.members().get(0);
        refused(
                "review.meeting.quorum.COMMITTEE",
                () -> reviewMeetings.note(
                        meeting.task(),
                        TestClock.TODAY,
                        Set.of(memberOf(meeting.secretary())),
                        meeting.secretary().scope()));
        refused(
                "review.meeting.foreign",
                () -> reviewMeetings.note(
                        meeting.task(),
                        TestClock.TODAY,
                        Set.of(memberOf(member), memberOf(meeting.secretary())),
                        meeting.secretary().scope()));
        refused(
                "review.meeting.before",
                () -> reviewMeetings.note(
                        meeting.task(),
                        TestClock.TODAY.minusDays(1),
                        Set.of(),
                        meeting.secretary().scope()));
        reviews.described(meeting, member);
        refused(
                "review.meeting.none",
                () -> decisions.decide(
                        meeting.task(),
                        memberOf(member),
                        0,
                        Grade.QUALIFIED,
                        "评语",
                        meeting.secretary().scope()));
        MvcTestResult few = pages.post(
                meeting.secretary(),
                at(meeting, "/meetings"),
                "heldOn",
                TestClock.TODAY.toString(),
                "present",
                String.valueOf(memberOf(meeting.secretary())));
        assertThat(few).hasStatus(422);
        assertThat(words(few)).contains("支委 3 人，到会 1 人，不到半数");
        reviews.met(meeting);
        assertThat(words(pages.get(meeting.secretary(), at(meeting, "")))).contains("应到 3 人，实到 3 人", "康国斌、梁梦清、于光燕");
        assertThat(Objects.requireNonNull(reviews.view(meeting).meeting()).getBody())
                .isEqualTo(ReviewBody.COMMITTEE);
    }

    @Test
    @DisplayName("the general meeting decides where the campaign says so")
    void generalMeeting() {
        Meeting meeting = reviews.counted(8, 6, 1);
        jdbc.sql("update campaign set review_body = 'GENERAL_MEETING' where id = :id")
                .param("id", meeting.campaign())
                .update();
        refused("review.meeting.quorum.GENERAL_MEETING", () -> reviews.met(meeting));
        assertThat(words(pages.get(meeting.secretary(), at(meeting, "")))).contains("评定的党员大会");
    }

    @Test
    @DisplayName("BR-22, BR-25: the third 优秀 of 8 full members is refused in numbers, and nothing typed is lost")
    void cap() {
        Meeting meeting = reviews.counted(8, 6, 1);
        reviews.met(meeting);
        reviews.decided(meeting, meeting.members().get(0), Grade.EXCELLENT);
        reviews.decided(meeting, meeting.members().get(1), Grade.EXCELLENT);
        SignedInUser third = meeting.members().get(2);
        reviews.described(meeting, third);
        MvcTestResult refused = pages.post(
                meeting.secretary(),
                about(meeting, third, "/decision"),
                "grade",
                "EXCELLENT",
                "opinion",
                "打好的评语",
                "version",
                version(meeting, third));
        assertThat(refused).hasStatus(422);
        assertThat(words(refused)).contains("本支部正式党员 8 人，优秀不超过 2 人；已评 2 人。确需多评的", "打好的评语");
        assertThat(body(refused)).containsPattern("value=\"EXCELLENT\"[^>]*checked");
        reviews.decided(meeting, third, Grade.QUALIFIED);
        reviews.decided(meeting, meeting.members().get(0), Grade.EXCELLENT);
        assertThat(reviews.view(meeting).cap().used()).isEqualTo(2);
    }

    @Test
    @DisplayName("BR-22a: those who take part, where the campaign counts them")
    void participants() {
        Meeting meeting = meetings.scheduled(9, true);
        jdbc.sql("update campaign set excellent_base = 'PARTICIPANTS' where id = :id")
                .param("id", meeting.campaign())
                .update();
        change(meeting, meeting.members().get(0), Participation.DEFERRED);
        ExcellentCap cap = reviews.view(meeting).cap();
        assertThat(cap.size()).isEqualTo(8);
        assertThat(cap.most()).isEqualTo(2);
        assertThat(words(pages.get(meeting.secretary(), at(meeting, "")))).contains("本支部参加评议党员 8 人，优秀不超过 2 人");
    }

    @Test
    @DisplayName("two who write at once see each other's words")
    void stale() {
        Meeting meeting = reviews.counted(8, 6, 1);
        reviews.met(meeting);
        SignedInUser member = meeting.members().get(0);
        reviews.described(meeting, member);
        String read = version(meeting, member);
        reviews.decided(meeting, member, Grade.QUALIFIED);
        MvcTestResult late = pages.post(
                meeting.committee().get(1),
                about(meeting, member, "/decision"),
                "grade",
                "BASIC",
                "opinion",
                "另一种评语",
                "version",
                read);
        assertThat(late).hasStatus(409);
        assertThat(words(late)).contains("另一种评语", "评语", "基本合格", "合格");
        assertThatExceptionOfType(StaleEditException.class)
                .isThrownBy(() -> decisions.describe(
                        meeting.task(),
                        memberOf(member),
                        null,
                        "a",
                        "b",
                        meeting.secretary().scope()));
    }

    @Test
    @DisplayName("BR-51: a member reads his grade once he was told, says that he knows it, and may add something")
    void feedback() {
        Meeting meeting = reviews.counted(8, 6, 1);
        reviews.met(meeting);
        SignedInUser member = meeting.members().get(0);
        assertThat(step(meeting, StepCode.ASSESSMENT)).isEqualTo(StepState.NOT_STARTED);
        reviews.decided(meeting, member, Grade.BASIC);
        assertThat(step(meeting, StepCode.ASSESSMENT)).isEqualTo(StepState.IN_PROGRESS);
        assertThat(words(pages.get(member, at(meeting, "/mine"))))
                .contains("还没有评议结果")
                .doesNotContain("基本合格");
        assertThat(words(pages.post(member, at(meeting, "/mine/acknowledgement"))))
                .contains("还没有向您反馈");
        assertThat(words(pages.get(member, "/"))).doesNotContain("评议结果已反馈");
        refused("review.feedback.self", () -> {
            reviews.decided(meeting, meeting.committee().get(1), Grade.QUALIFIED);
            People.actAs(meeting.secretary());
            feedback.tell(
                    meeting.task(),
                    memberOf(meeting.committee().get(1)),
                    TestClock.TODAY,
                    memberOf(meeting.committee().get(1)),
                    FeedbackWay.PHONE,
                    meeting.secretary().scope());
        });
        MvcTestResult unsaid =
                pages.post(meeting.secretary(), about(meeting, member, "/feedback"), "fedBackOn", "2023-10-20");
        assertThat(unsaid).hasStatus(422);
        assertThat(words(unsaid)).contains("请选择反馈人", "请选择反馈方式");
        assertThat(pages.post(
                        meeting.secretary(),
                        about(meeting, member, "/feedback"),
                        "fedBackOn",
                        TestClock.TODAY.toString(),
                        "fedBackBy",
                        String.valueOf(memberOf(meeting.committee().get(2))),
                        "way",
                        "FACE_TO_FACE"))
                .hasStatus(302);
        assertThat(words(pages.get(member, "/"))).contains("评议结果已反馈");
        assertThat(words(pages.get(member, at(meeting, "/mine"))))
                .contains("基本合格", "评语", "康国斌", "当面")
                .doesNotContain("票");
        assertThat(words(pages.get(meeting.members().get(1), at(meeting, "/mine"))))
                .contains("还没有评议结果");
        pages.post(member, at(meeting, "/mine/acknowledgement"));
        pages.post(member, at(meeting, "/mine/statement"), "statement", "希望多给任务");
        assertThat(words(pages.get(member, "/"))).doesNotContain("评议结果已反馈");
        assertThat(words(pages.get(meeting.secretary(), about(meeting, member, ""))))
                .contains("本人表示已知晓", "希望多给任务");
        refused("review.feedback.answered", () -> reviews.told(meeting, member));
        refused("review.fed-back", () -> reviews.decided(meeting, member, Grade.QUALIFIED));
    }

    @Test
    @DisplayName("the steps are done when everybody is graded and told")
    void steps() {
        Meeting meeting = reviews.counted(8, 6, 1);
        reviews.met(meeting);
        for (SignedInUser one : meeting.committee()) {
            reviews.decided(meeting, one, Grade.QUALIFIED);
            reviews.told(meeting, one);
        }
        for (SignedInUser one : meeting.members()) {
            reviews.decided(meeting, one, Grade.QUALIFIED);
        }
        assertThat(step(meeting, StepCode.ASSESSMENT)).isEqualTo(StepState.DONE);
        assertThat(step(meeting, StepCode.FEEDBACK)).isEqualTo(StepState.IN_PROGRESS);
        meeting.members().forEach(one -> reviews.told(meeting, one));
        assertThat(step(meeting, StepCode.FEEDBACK)).isEqualTo(StepState.DONE);
        assertThat(pages.post(
                        meeting.secretary(), "/tasks/" + meeting.task() + "/steps/ASSESSMENT/done", "on", "2023-10-20"))
                .hasStatus(409);
    }

    @Test
    @DisplayName("another branch's review is not found, and a campaign without one has none")
    void foreign() {
        Meeting meeting = meetings.scheduled(8, true);
        Meeting other = meetings.scheduled(8, false);
        for (String page :
                List.of("", "/mine", "/members/" + memberOf(meeting.members().get(0)))) {
            assertThat(pages.get(other.secretary(), at(meeting, page))).as(page).hasStatus(404);
            assertThat(pages.get(other.secretary(), at(other, page))).as(page).hasStatus(404);
        }
        assertThat(pages.get(
                        meeting.secretary(),
                        at(meeting, "/members/" + memberOf(other.members().get(0)))))
                .hasStatus(404);
    }
}
