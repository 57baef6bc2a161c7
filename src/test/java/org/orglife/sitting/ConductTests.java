package org.orglife.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BallotsAtWork;
import org.orglife.BallotsAtWork.Ballot;
import org.orglife.BranchesAtWork;
import org.orglife.FullApplicationTest;
import org.orglife.MeetingsAtWork;
import org.orglife.MeetingsAtWork.Meeting;
import org.orglife.People;
import org.orglife.TestClock;
import org.orglife.account.SignedInUser;
import org.orglife.ballot.BallotMode;
import org.orglife.campaign.BranchTaskState;
import org.orglife.meeting.AgendaType;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.meeting.LeaveReason;
import org.orglife.meeting.MeetingForm;
import org.orglife.organisation.MemberFlag;
import org.orglife.organisation.PositionKind;
import org.orglife.problem.ProblemSource;
import org.orglife.problem.ProblemText;
import org.orglife.rectification.StatementProblems;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A meeting from its check-in to its end, with the gates on the way (domain 2.5, 2.6, 2.14). */
@FullApplicationTest
@Import({MeetingsAtWork.class, BallotsAtWork.class})
class ConductTests {

    @Autowired
    private Gists gists;

    @Autowired
    private SelfSignIn selfSignIn;

    @Autowired
    private AttendanceService attendances;

    @Autowired
    private MeetingsAtWork meetings;

    @Autowired
    private BallotsAtWork ballots;

    @Autowired
    private People people;

    @Autowired
    private CheckInService checkIn;

    @Autowired
    private Conduct conduct;

    @Autowired
    private AgendaService agenda;

    @Autowired
    private CriticismRound round;

    @Autowired
    private Statements statements;

    @Autowired
    private Counting counting;

    @Autowired
    private StatementProblems problems;

    @Autowired
    private LiveVersions versions;

    @Autowired
    private JdbcClient jdbc;

    private static BranchScope scope(Meeting meeting) {
        return meeting.secretary().scope();
    }

    private void begin(Meeting meeting, @Nullable String reason) {
        conduct.begin(meeting.task(), reason, meeting.secretary(), scope(meeting));
    }

    private AgendaItem item(Meeting meeting, AgendaType type) {
        return meetings.view(meeting).agenda().stream()
                .filter(one -> one.getType() == type)
                .findFirst()
                .orElseThrow();
    }

    private static void refused(String code, Runnable what) {
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(what::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private long aspects(Meeting meeting) {
        return jdbc.sql("select min(id) from aspect where campaign_id = :campaign and subject = 'BRANCH'")
                .param("campaign", meeting.campaign())
                .query(Long.class)
                .single();
    }

    private TurnRow turn(Meeting meeting) {
        return Objects.requireNonNull(meetings.view(meeting).turn());
    }

    private Motion motion(Meeting meeting, AgendaItem item) {
        return Objects.requireNonNull(meetings.view(meeting).motion(item));
    }

    private void runThrough(Meeting meeting) {
        for (int steps = 0; steps < 500; steps++) {
            ConsoleView view = meetings.view(meeting);
            TurnRow turn = view.turn();
            AgendaItem now = view.current();
            AgendaItem next = view.following();
            if (turn != null && now != null && now.getType().isRound()) {
                round.next(meeting.task(), turn.id(), turn.stage(), scope(meeting));
            } else if (next == null) {
                return;
            } else if (now == null) {
                agenda.begin(meeting.task(), next.getId(), scope(meeting));
            } else {
                agenda.next(meeting.task(), now.getId(), scope(meeting));
            }
        }
        throw new AssertionError("The agenda never ends");
    }

    @Test
    @DisplayName(
            "expected = present + excused + absent + still to come, at every moment; leave is taken over with its code")
    void whoIsThereAddsUp() {
        Meeting meeting = meetings.scheduled(19, false);
        meetings.excuse(meeting, meeting.members().get(0), LeaveReason.SICK);
        meetings.invite(meeting, AttendanceCapacity.OUTSIDE_REP, "患者代表", "市民");
        meetings.open(meeting);
        ConsoleView view = meetings.view(meeting);
        assertThat(view.count()).isEqualTo(new HeadCount(19, 0, 1, 0, 18, 0, 19, 0, 0, 0));
        assertThat(meetings.attendance(meeting, "党员01").getReason()).isEqualTo(AbsenceReason.SICK);
        assertThat(view.guests()).extracting(Attendance::getName).containsExactly("患者代表");
        meetings.arrive(meeting, 5);
        view = meetings.view(meeting);
        assertThat(view.count().isExact()).isTrue();
        assertThat(view.count().present()).isEqualTo(5);
        assertThat(view.members().get(0).getSeat()).isEqualTo(PositionKind.SECRETARY);
    }

    @Test
    @DisplayName(
            "a member signs himself in by the code in the room; twice, from another branch and the day after he is told")
    void byTheCodeInTheRoom() {
        Meeting meeting = meetings.scheduled(7, false);
        Meeting other = meetings.scheduled(7, false);
        meetings.open(meeting);
        String code = meetings.view(meeting).sitting().getCode();
        SignedInUser member = meeting.members().get(0);
        People.actAs(member);
        selfSignIn.signIn(code.toLowerCase(Locale.ROOT), member.scope());
        assertThat(meetings.attendance(meeting, "党员01").getSignedHow()).isEqualTo(SignedHow.SELF);
        refused("sitting.signed-in", () -> selfSignIn.signIn(code, member.scope()));
        SignedInUser foreign = other.members().get(0);
        People.actAs(foreign);
        refused("sitting.code.foreign", () -> selfSignIn.signIn(code, foreign.scope()));
        refused("sitting.code.unknown", () -> selfSignIn.signIn("0".repeat(26), foreign.scope()));
        jdbc.sql("update sitting set begun_at = begun_at - interval '1 day' where code = :code")
                .param("code", code)
                .update();
        People.actAs(member);
        refused("sitting.code.over", () -> selfSignIn.signIn(code, member.scope()));
    }

    @Test
    @DisplayName(
            "the list stays as it was when it was opened, whatever the roster says later; nobody of another branch joins")
    void theListIsOfTheDay() {
        Meeting meeting = meetings.scheduled(7, false);
        Meeting other = meetings.scheduled(7, false);
        meetings.open(meeting);
        long late = people.member(meeting.unit(), "后来的人").getId();
        assertThat(meetings.view(meeting).count().expected()).isEqualTo(7);
        People.actAs(meeting.secretary());
        attendances.join(meeting.task(), late, scope(meeting));
        assertThat(meetings.view(meeting).count().expected()).isEqualTo(8);
        refused(
                "sitting.foreign",
                () -> attendances.join(
                        meeting.task(), BranchesAtWork.memberOf(other.members().get(0)), scope(meeting)));
    }

    @Test
    @DisplayName("who works the desk: the committee, and the plain member who keeps the record; other members do not")
    void whoWorksTheDesk() {
        Meeting meeting = meetings.scheduled(7, false);
        SignedInUser plain = meeting.members().get(0);
        People.actAs(plain);
        refused("sitting.desk-only", () -> checkIn.open(meeting.task(), null, plain.scope()));
        People.actAs(meeting.recorder());
        checkIn.open(meeting.task(), null, meeting.recorder().scope());
        attendances.tickAll(meeting.task(), meeting.recorder().scope());
        assertThat(meetings.view(meeting).count().present()).isEqualTo(7);
        People.actAs(plain);
        refused("sitting.desk-only", () -> attendances.tickAll(meeting.task(), plain.scope()));
    }

    @Test
    @DisplayName("a retired branch of 18 with 6 present is warned and not blocked")
    void fewCome() {
        Meeting meeting = meetings.scheduled(18, false, MemberFlag.RETIRED, MemberFlag.CARE);
        meetings.open(meeting);
        meetings.arrive(meeting, 6);
        ConsoleView view = meetings.view(meeting);
        assertThat(view.isBlocked()).isFalse();
        assertThat(view.gate()).extracting(GateLine::code).contains("sitting.quorum.MEETING.NOT_MET");
        refused("sitting.begin.reason", () -> begin(meeting, null));
        begin(meeting, "年老体弱，小范围召开");
        assertThat(meetings.task(meeting).getState()).isEqualTo(BranchTaskState.IN_MEETING);
    }

    @Test
    @DisplayName("a ballot on the agenda with half of the members is refused; struck with a reason, the meeting begins")
    void noBallotWithoutQuorum() {
        Meeting meeting = meetings.scheduled(18, true);
        meetings.open(meeting);
        meetings.arrive(meeting, 9);
        refused("sitting.quorum.BALLOT.NOT_MET", () -> begin(meeting, "人没来齐"));
        AgendaItem ballot = item(meeting, AgendaType.BALLOT);
        refused("sitting.item.reason", () -> agenda.strike(meeting.task(), ballot.getId(), null, scope(meeting)));
        agenda.strike(meeting.task(), ballot.getId(), "人数不够，另行测评", scope(meeting));
        begin(meeting, "记录人在路上");
        assertThat(meetings.view(meeting).held().getPhase()).isEqualTo(MeetingPhase.RUNNING);
    }

    @Test
    @DisplayName(
            "a small branch of five and a probationary member, without a committee, is asked for none; five have a vote")
    void withoutACommittee() {
        Meeting meeting = meetings.scheduled(List.of(PositionKind.SECRETARY), 5, false, MeetingForm.GENERAL_MEETING);
        jdbc.sql("update member set kind = 'PROBATIONARY', full_on = null where id = :id")
                .param("id", BranchesAtWork.memberOf(meeting.members().get(0)))
                .update();
        meetings.begin(meeting);
        assertThat(meetings.view(meeting).gate())
                .extracting(GateLine::code)
                .doesNotContain("sitting.gate.no-committee", "sitting.quorum.COMMITTEE.NOT_MET");
        assertThat(meetings.view(meeting).held().getCommitteeSize()).isZero();
        HeadCount count = meetings.view(meeting).count();
        assertThat(count.present()).isEqualTo(6);
        assertThat(count.probationary()).isEqualTo(1);
        assertThat(count.presentVoters()).isEqualTo(5);
    }

    @Test
    @DisplayName("the secretary speaks first, then the committee; a second click changes nothing; back, skip and call")
    void turns() {
        Meeting meeting = meetings.scheduled(7, false);
        meetings.begin(meeting);
        agenda.begin(meeting.task(), item(meeting, AgendaType.CRITICISM_ROUND).getId(), scope(meeting));
        ConsoleView view = meetings.view(meeting);
        assertThat(view.turns())
                .extracting(TurnRow::name)
                .startsWith("于光燕", "梁梦清", "康国斌")
                .hasSize(7);
        long first = turn(meeting).id();
        round.next(meeting.task(), first, TurnStage.SELF_CRITICISM, scope(meeting));
        round.next(meeting.task(), first, TurnStage.SELF_CRITICISM, scope(meeting));
        assertThat(turn(meeting).stage()).isEqualTo(TurnStage.CRITICISM);
        round.next(meeting.task(), first, TurnStage.CRITICISM, scope(meeting));
        round.next(meeting.task(), first, TurnStage.RESPONSE, scope(meeting));
        TurnRow second = turn(meeting);
        assertThat(second.name()).isEqualTo("梁梦清");
        round.back(meeting.task(), second.id(), TurnStage.SELF_CRITICISM, scope(meeting));
        assertThat(turn(meeting).name()).isEqualTo("于光燕");
        round.next(meeting.task(), first, TurnStage.RESPONSE, scope(meeting));
        round.skip(meeting.task(), second.id(), "身体不适", scope(meeting));
        assertThat(turn(meeting).name()).isEqualTo("康国斌");
        round.call(meeting.task(), second.id(), scope(meeting));
        assertThat(turn(meeting).name()).isEqualTo("梁梦清");
    }

    @Test
    @DisplayName(
            "critics are members who are there and not the speaker; the gist is sealed and read by committee and subject")
    void critics() {
        Meeting meeting = meetings.scheduled(7, false);
        meetings.begin(meeting);
        agenda.begin(meeting.task(), item(meeting, AgendaType.CRITICISM_ROUND).getId(), scope(meeting));
        TurnRow turn = turn(meeting);
        long critic = BranchesAtWork.memberOf(meeting.members().get(0));
        refused(
                "sitting.critic.self",
                () -> round.criticised(meeting.task(), turn.id(), turn.memberId(), true, scope(meeting)));
        Meeting other = meetings.scheduled(7, false);
        People.actAs(meeting.secretary());
        refused(
                "sitting.critic.foreign",
                () -> round.criticised(
                        meeting.task(),
                        turn.id(),
                        BranchesAtWork.memberOf(other.members().get(0)),
                        true,
                        scope(meeting)));
        gists.writeGist(meeting.task(), turn.id(), critic, "开会少讲具体事", scope(meeting));
        assertThat(turn(meeting).gistOf(critic)).isEqualTo("开会少讲具体事");
        String stored = jdbc.sql("select encode(gist_sealed, 'escape') from criticism where turn_id = :turn")
                .param("turn", turn.id())
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain("具体事");
        assertThat(gists.rows(
                                item(meeting, AgendaType.CRITICISM_ROUND).getId(),
                                false,
                                meeting.members().get(1).scope())
                        .get(0)
                        .gistOf(critic))
                .isNull();
    }

    @Test
    @DisplayName("two recorders in one item: the second is shown what the first has written")
    void twoRecorders() {
        Meeting meeting = meetings.scheduled(7, false);
        meetings.begin(meeting);
        long item = item(meeting, AgendaType.STUDY).getId();
        agenda.write(meeting.task(), item, "学习了党章", 0, scope(meeting));
        assertThatExceptionOfType(StaleEditException.class)
                .isThrownBy(() -> agenda.write(meeting.task(), item, "学习了讲话", 0, scope(meeting)))
                .satisfies(stale -> assertThat(stale.current().get(0).text()).isEqualTo("学习了党章"));
    }

    @Test
    @DisplayName("a ballot that was begun and not counted keeps the meeting from ending, after a void round too")
    void uncountedBallot() {
        Ballot ballot = ballots.reached(7);
        Meeting meeting = ballot.meeting();
        runThrough(meeting);
        refused("sitting.gate.uncounted", () -> conduct.end(meeting.task(), "散会", meeting.secretary(), scope(meeting)));
        ballots.prepare(ballot, BallotMode.PAPER);
        ballots.issue(ballot);
        int lines = ballots.view(ballot).votedOn().size();
        ballots.count(ballot, null, 0, BallotsAtWork.sheets(7, 0, lines, 1));
        assertThat(meetings.view(meeting).ballots(item(meeting, AgendaType.BALLOT)))
                .extracting(BallotRound::round, BallotRound::valid)
                .containsExactly(tuple(1, 7));
        People.actAs(meeting.secretary());
        conduct.end(meeting.task(), "散会", meeting.secretary(), scope(meeting));
    }

    @Test
    @DisplayName(
            "a box that was begun and is neither counted nor void keeps the meeting from ending, whatever the agenda says")
    void boxLeftOpen() {
        BallotRound open = new BallotRound(1, 1, BallotRound.Stage.VOTING, 7, 3, 0, 0, "康国斌", "党员01", null);
        Course course = new Course(List.of(), List.of(), Set.of(), List.of(), List.of(open), List.of());
        assertThat(MeetingGates.beforeEnding(course))
                .extracting(GateLine::code)
                .containsExactly("sitting.gate.ballot-open");
    }

    @Test
    @DisplayName(
            "BR-02: a vote is carried by more than half of the voters expected; its sum is that of the voters there")
    void votes() {
        Meeting meeting = meetings.scheduled(9, false);
        meetings.open(meeting);
        meetings.arrive(meeting, 5);
        begin(meeting, "记录人在路上");
        long vote =
                agenda.add(meeting.task(), AgendaType.VOTE, new AgendaDetails("通过整改清单", null, null), scope(meeting));
        agenda.begin(meeting.task(), vote, scope(meeting));
        refused("sitting.vote.sum", () -> counting.vote(meeting.task(), vote, new VoteResult(4, 0, 0), scope(meeting)));
        counting.vote(meeting.task(), vote, new VoteResult(4, 1, 0), scope(meeting));
        AgendaItem item = item(meeting, AgendaType.VOTE);
        assertThat(motion(meeting, item).isCarried()).isFalse();
        counting.vote(meeting.task(), vote, new VoteResult(5, 0, 0), scope(meeting));
        assertThat(motion(meeting, item).isCarried()).isTrue();
    }

    @Test
    @DisplayName("gate G3: what must be dealt with stops the end, the others warn; whoever did not come is absent")
    void theEnd() {
        Meeting meeting = meetings.scheduled(7, false);
        meetings.invite(meeting, AttendanceCapacity.SUPERVISOR, "秦玉和", "第二督导组");
        meetings.open(meeting);
        meetings.arrive(meeting, 6);
        People.actAs(meeting.secretary());
        attendances.tick(meeting.task(), meetings.attendance(meeting, "秦玉和").getId(), SignedHow.LIST, scope(meeting));
        begin(meeting, "有一人未到");
        refused("sitting.gate.item-open", () -> conduct.end(meeting.task(), "散会", meeting.secretary(), scope(meeting)));
        runThrough(meeting);
        assertThat(meetings.view(meeting).gate()).extracting(GateLine::code).containsExactly("sitting.gate.no-comment");
        refused("sitting.end.reason", () -> conduct.end(meeting.task(), null, meeting.secretary(), scope(meeting)));
        AgendaItem comment = item(meeting, AgendaType.COMMENT);
        statements.spoke(
                meeting.task(),
                comment.getId(),
                meetings.attendance(meeting, "秦玉和").getId(),
                scope(meeting));
        MeetingStatement said = meetings.view(meeting).statements().get(0);
        long raised = problems.raise(
                        said.getId(),
                        new ProblemText(aspects(meeting), "窗口排队时间长", null, ProblemSource.SUPERVISION),
                        meeting.secretary(),
                        scope(meeting))
                .getId();
        assertThat(meetings.view(meeting).statements().get(0).getProblemId()).isEqualTo(raised);
        refused("sitting.statement.became", () -> statements.delete(meeting.task(), said.getId(), scope(meeting)));
        conduct.end(meeting.task(), null, meeting.secretary(), scope(meeting));
        ConsoleView over = meetings.view(meeting);
        assertThat(over.count().absent()).isEqualTo(1);
        assertThat(over.count().open()).isZero();
        assertThat(meetings.task(meeting).getState()).isEqualTo(BranchTaskState.HELD);
        refused("sitting.not-running", () -> agenda.begin(meeting.task(), comment.getId(), scope(meeting)));
    }

    @Test
    @DisplayName("after a break on the same day the list is taken over, and the new sitting has one of its own")
    void afterABreak() {
        Meeting meeting = meetings.scheduled(7, false);
        meetings.begin(meeting);
        conduct.adjourn(meeting.task(), meeting.secretary(), scope(meeting));
        assertThat(meetings.task(meeting).getState()).isEqualTo(BranchTaskState.ADJOURNED);
        conduct.resume(meeting.task(), null, meeting.secretary(), scope(meeting));
        ConsoleView view = meetings.view(meeting);
        assertThat(view.sittings()).hasSize(2);
        assertThat(view.count().present()).isEqualTo(7);
        attendances.untick(meeting.task(), meetings.attendance(meeting, "党员01").getId(), scope(meeting));
        assertThat(meetings.view(meeting).count().present()).isEqualTo(6);
    }

    @Test
    @DisplayName("too few have come: they study instead, and the meeting is still to be held")
    void study() {
        Meeting meeting = meetings.scheduled(9, false);
        meetings.open(meeting);
        meetings.arrive(meeting, 3);
        conduct.becomeStudy(meeting.task(), "党章", scope(meeting));
        assertThat(jdbc.sql("""
                                select count(*) filter (where a.present) || '/' || count(*)
                                from study_session s join study_attendance a on a.session_id = s.id where s.task_id = :task
                                """)
                        .param("task", meeting.task())
                        .query(String.class)
                        .single())
                .isEqualTo("3/9");
        assertThat(meetings.task(meeting).getState()).isEqualTo(BranchTaskState.SCHEDULED);
    }

    @Test
    @DisplayName("hours written down later: past midnight is fine, an end before the beginning is not")
    void hours() {
        assertThat(Conduct.endOf(TestClock.TODAY, LocalTime.of(23, 30), LocalTime.of(0, 30)))
                .isEqualTo(TestClock.TODAY.plusDays(1).atTime(0, 30));
        assertThat(Conduct.endOf(TestClock.TODAY, LocalTime.of(14, 30), LocalTime.of(13, 10)))
                .isEqualTo(TestClock.TODAY.atTime(13, 10));
    }

    @Test
    @DisplayName("open pages learn of a change within half a second; an unknown key is no meeting")
    void liveVersions() throws InterruptedException {
        Meeting meeting = meetings.scheduled(7, false);
        meetings.open(meeting);
        String key = meetings.view(meeting).held().getLiveKey();
        long before = versions.of(key).orElseThrow();
        meetings.arrive(meeting, 1);
        Thread.sleep(500);
        assertThat(versions.of(key).orElseThrow()).isGreaterThan(before);
        assertThat(versions.of("NOBODY")).isEmpty();
    }
}
