package org.orglife.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.words;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BallotsAtWork;
import org.orglife.FullApplicationTest;
import org.orglife.MeetingsAtWork;
import org.orglife.MeetingsAtWork.Meeting;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.ReviewsAtWork;
import org.orglife.TestClock;
import org.orglife.account.SignedInUser;
import org.orglife.home.ToDo;
import org.orglife.home.ToDoKind;
import org.orglife.home.ToDos;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a review asks of the committee, from its list to what follows a low grade. */
@FullApplicationTest
@Import({MeetingsAtWork.class, BallotsAtWork.class, ReviewsAtWork.class})
class ReviewWorkTests {

    private static final Set<ToDoKind> REVIEW = EnumSet.of(
            ToDoKind.CHECK_REVIEW_LIST,
            ToDoKind.NOTE_REVIEW_MEETING,
            ToDoKind.DECIDE_GRADES,
            ToDoKind.TELL_GRADES,
            ToDoKind.HELP_MEMBER,
            ToDoKind.RECHECK_MEMBER,
            ToDoKind.REASSESS_MEMBER);

    @Autowired
    MeetingsAtWork meetings;

    @Autowired
    ReviewsAtWork reviews;

    @Autowired
    Participations participations;

    @Autowired
    FollowUps followUps;

    @Autowired
    ToDos toDos;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private List<ToDo> waiting(SignedInUser user) {
        return toDos.of(user, user.scope()).stream()
                .filter(toDo -> REVIEW.contains(toDo.kind()))
                .toList();
    }

    private List<ToDoKind> kinds(SignedInUser user) {
        return waiting(user).stream().map(ToDo::kind).toList();
    }

    private static String about(Meeting meeting, SignedInUser user, String place) {
        return "/tasks/" + meeting.task() + "/review/members/" + memberOf(user) + place;
    }

    @Test
    @DisplayName("whom the roster defers waits for the secretary until he has given a reason; for nobody else")
    void list() {
        Meeting meeting = meetings.scheduled(8, true);
        SignedInUser lost = meeting.members().get(0);
        assertThat(kinds(meeting.secretary())).isEmpty();
        jdbc.sql("update member set standing = 'OUT_OF_CONTACT' where id = :id")
                .param("id", memberOf(lost))
                .update();
        ToDo toDo = waiting(meeting.secretary()).get(0);
        assertThat(toDo.kind()).isEqualTo(ToDoKind.CHECK_REVIEW_LIST);
        assertThat(toDo.dueOn()).isEqualTo(TestClock.TODAY);
        assertThat(toDo.address()).isEqualTo(about(meeting, lost, ""));
        assertThat(words(pages.get(meeting.secretary(), "/"))).contains("评议名单里有 1 名党员要您核对");
        assertThat(kinds(meeting.committee().get(1))).isEmpty();
        People.actAs(meeting.secretary());
        participations.change(
                meeting.task(),
                memberOf(lost),
                new ChangeParticipation(Participation.DEFERRED, "去年起失去联系", null, null, null, null),
                meeting.secretary().scope());
        assertThat(kinds(meeting.secretary())).isEmpty();
    }

    @Test
    @DisplayName("after the count: note the meeting, decide, tell; by the days of domain 2.8, and one touch away")
    void afterTheCount() {
        Meeting meeting = reviews.counted(8, 6, 1);
        SignedInUser secretary = meeting.secretary();
        SignedInUser seat = meeting.committee().get(1);
        String list = "/tasks/" + meeting.task() + "/review";
        assertThat(waiting(secretary)).singleElement().satisfies(toDo -> {
            assertThat(toDo.kind()).isEqualTo(ToDoKind.NOTE_REVIEW_MEETING);
            assertThat(toDo.dueOn()).isEqualTo(TestClock.TODAY.plusDays(7));
            assertThat(toDo.since()).isEqualTo(TestClock.TODAY);
            assertThat(toDo.arguments()).startsWith("8");
            assertThat(toDo.address()).isEqualTo(list + "#meeting");
        });
        assertThat(kinds(seat)).containsExactly(ToDoKind.NOTE_REVIEW_MEETING);
        assertThat(kinds(meeting.members().get(0))).isEmpty();
        assertThat(kinds(meeting.office())).isEmpty();
        reviews.met(meeting);
        reviews.decided(meeting, seat, Grade.QUALIFIED);
        assertThat(kinds(secretary)).containsExactly(ToDoKind.DECIDE_GRADES, ToDoKind.TELL_GRADES);
        assertThat(kinds(seat)).as("nobody tells himself").containsExactly(ToDoKind.DECIDE_GRADES);
        ToDo tell = waiting(secretary).get(1);
        assertThat(tell.dueOn()).isEqualTo(TestClock.TODAY.plusDays(15));
        assertThat(tell.address()).isEqualTo(about(meeting, seat, "#feedback"));
        assertThat(words(pages.get(secretary, "/"))).contains("还有 7 名党员没有填评定意见", "还有 1 名党员没有反馈", "起）");
        reviews.told(meeting, seat);
        assertThat(kinds(secretary)).containsExactly(ToDoKind.DECIDE_GRADES);
    }

    @Test
    @DisplayName("基本合格: help waits once he was told, then the day of looking again, without his name")
    void afterBasic() {
        Meeting meeting = reviews.counted(8, 6, 1);
        SignedInUser secretary = meeting.secretary();
        SignedInUser member = meeting.members().get(0);
        reviews.met(meeting);
        reviews.decided(meeting, member, Grade.BASIC);
        assertThat(kinds(secretary)).doesNotContain(ToDoKind.HELP_MEMBER);
        reviews.told(meeting, member);
        assertThat(kinds(secretary)).contains(ToDoKind.HELP_MEMBER);
        assertThat(kinds(member)).isEmpty();
        recheck(meeting, member, null);
        List<ToDo> waiting = waiting(secretary);
        assertThat(waiting)
                .extracting(ToDo::kind)
                .contains(ToDoKind.RECHECK_MEMBER)
                .doesNotContain(ToDoKind.HELP_MEMBER);
        ToDo toDo = waiting.stream()
                .filter(one -> one.kind() == ToDoKind.RECHECK_MEMBER)
                .findFirst()
                .orElseThrow();
        assertThat(toDo.dueOn()).isEqualTo(TestClock.TODAY.plusDays(10));
        assertThat(toDo.address()).isEqualTo(about(meeting, member, "#follow-up"));
        assertThat(words(pages.get(secretary, "/"))).contains("有 1 名党员要复查改进情况").doesNotContain("党员01");
        recheck(meeting, member, RecheckOutcome.IMPROVED);
        assertThat(kinds(secretary)).doesNotContain(ToDoKind.RECHECK_MEMBER);
    }

    private void recheck(Meeting meeting, SignedInUser member, @Nullable RecheckOutcome outcome) {
        People.actAs(meeting.secretary());
        followUps.recheck(
                meeting.task(),
                memberOf(member),
                TestClock.TODAY.plusDays(10),
                outcome == null ? null : TestClock.TODAY,
                outcome,
                meeting.secretary().scope());
    }

    @Test
    @DisplayName("不合格: the end of a 限期改正 waits for the secretary and those he named, for nobody else")
    void afterUnqualified() {
        Meeting meeting = reviews.counted(8, 6, 1);
        SignedInUser secretary = meeting.secretary();
        SignedInUser member = meeting.members().get(0);
        SignedInUser named = meeting.committee().get(1);
        reviews.met(meeting);
        reviews.decided(meeting, member, Grade.UNQUALIFIED);
        reviews.told(meeting, member);
        pages.post(
                secretary,
                about(meeting, member, "/case"),
                "voteOn",
                "2023-10-10",
                "noticeOn",
                "2023-10-15",
                "outcome",
                "CORRECTION",
                "periodUntil",
                TestClock.TODAY.plusDays(12).toString(),
                "readers",
                String.valueOf(memberOf(named)));
        assertThat(kinds(secretary)).contains(ToDoKind.REASSESS_MEMBER);
        assertThat(kinds(named)).contains(ToDoKind.REASSESS_MEMBER);
        assertThat(kinds(meeting.committee().get(2))).doesNotContain(ToDoKind.REASSESS_MEMBER);
        assertThat(waiting(named).stream()
                        .filter(toDo -> toDo.kind() == ToDoKind.REASSESS_MEMBER)
                        .map(ToDo::address))
                .containsExactly(about(meeting, member, "/case"));
    }
}
