package org.orglife.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BallotsAtWork;
import org.orglife.BallotsAtWork.Ballot;
import org.orglife.BallotsAtWork.Open;
import org.orglife.BranchesAtWork;
import org.orglife.FullApplicationTest;
import org.orglife.MeetingsAtWork;
import org.orglife.MeetingsAtWork.Meeting;
import org.orglife.People;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.RuleViolationException;
import org.orglife.sitting.BallotRound;
import org.orglife.sitting.BallotRounds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ballot from its preparation to its result, by slips, on paper and both. */
@FullApplicationTest
@Import({MeetingsAtWork.class, BallotsAtWork.class})
class BallotFlowTests {

    @Autowired
    MeetingsAtWork meetings;

    @Autowired
    BallotsAtWork ballots;

    @Autowired
    BallotService service;

    @Autowired
    BallotOpening opening;

    @Autowired
    BallotUrn urn;

    @Autowired
    BallotResults results;

    @Autowired
    BallotRounds rounds;

    @Autowired
    JdbcClient jdbc;

    private static void refused(String code, Runnable what) {
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(what::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private BallotResult result(Ballot ballot) {
        return results.of(meetings.task(ballot.meeting())).orElseThrow();
    }

    private long rows(String table, Ballot ballot) {
        return jdbc.sql("select count(*) from " + table + " where box_id = :box")
                .param("box", ballots.box(ballot))
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("BR-36: phones and paper are counted together; nothing but totals is left")
    void phonesAndPaper() {
        Open open = ballots.opened(8);
        Ballot ballot = open.ballot();
        for (int slip = 0; slip < 5; slip++) {
            ballots.cast(open, slip, slip == 0 ? 3 : 1);
        }
        People.actAs(ballot.secretary());
        service.exchange(ballot.task(), open.slips().get(5), ballot.secretary().scope());
        service.exchange(ballot.task(), open.slips().get(6), ballot.secretary().scope());
        ballots.close(open);
        ballots.count(ballot, open.code(), 1, BallotsAtWork.sheets(1, 1, open.lines(), 2));

        BallotResult result = result(ballot);
        assertThat(result.issued()).isEqualTo(8);
        assertThat(result.returned()).isEqualTo(7);
        assertThat(result.valid()).isEqualTo(6);
        assertThat(result.invalid()).isEqualTo(1);
        assertThat(result.lines()).hasSize(open.lines()).allSatisfy(line -> {
            assertThat(line.votes()).containsExactly(0, 4, 1, 1, 0, 0);
            assertThat(line.valid()).isEqualTo(6);
        });
        assertThat(result.lines().get(0).share(1)).isEqualTo(667);
        assertThat(rows("ballot_envelope", ballot)).isZero();
        assertThat(rows("ballot_slip", ballot)).isZero();
        assertThat(jdbc.sql("select wrapped_key is null and public_key is null from ballot_box where id = :box")
                        .param("box", ballots.box(ballot))
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(BallotRound.areCounted(
                        rounds.of(meetings.view(ballot.meeting()).held().getId())))
                .isTrue();
    }

    @Test
    @DisplayName("paper alone: what does not add up is refused by name, BR-33, BR-34, BR-35; what fits is counted")
    void paperAlone() {
        Ballot ballot = ballots.reached(7);
        ballots.prepare(ballot, BallotMode.PAPER);
        assertThat(ballots.issue(ballot)).isEmpty();
        int lines = ballots.view(ballot).votedOn().size();
        refused("ballot.count.paper", () -> ballots.count(ballot, null, 0, BallotsAtWork.sheets(8, 0, lines, 1)));
        refused("ballot.count.invalid", () -> ballots.count(ballot, null, 0, new PaperCount(6, 7, Map.of())));
        refused("ballot.count.line", () -> ballots.count(ballot, null, 0, BallotsAtWork.sheets(7, 0, 0, 1)));
        refused(
                "ballot.count.line.committee",
                () -> ballots.count(ballot, null, 0, BallotsAtWork.sheets(7, 0, lines - 1, 1)));
        ballots.count(ballot, null, 0, BallotsAtWork.sheets(6, 1, lines, 2));
        assertThat(result(ballot).valid()).isEqualTo(6);
        assertThat(result(ballot).lines())
                .allSatisfy(line -> assertThat(line.votes(2)).isEqualTo(6));
    }

    @Test
    @DisplayName("a round that is void holds nothing, and the next one begins anew")
    void voidAndAgain() {
        Open open = ballots.opened(6);
        Ballot ballot = open.ballot();
        ballots.cast(open, 0, 4);
        People.actAs(ballot.secretary());
        service.discard(ballot.task(), VoidReason.SLIP_USED, ballot.secretary().scope());
        assertThat(rows("ballot_envelope", ballot) + rows("ballot_slip", ballot))
                .isZero();
        assertThat(urn.enter(open.slips().get(1))).isEmpty();
        Open again = ballots.opened(ballot);
        assertThat(ballots.view(ballot).round()).isEqualTo(2);
        for (int slip = 0; slip < 6; slip++) {
            ballots.cast(again, slip, 1);
        }
        ballots.close(again);
        ballots.count(ballot, again.code(), 0, PaperCount.none());
        assertThat(result(ballot).lines())
                .allSatisfy(line -> assertThat(line.votes(1)).isEqualTo(6));
    }

    @Test
    @DisplayName("who came late votes on paper, once both officers say so")
    void late() {
        Meeting meeting = meetings.scheduled(8, true);
        meetings.open(meeting);
        meetings.arrive(meeting, 7);
        meetings.begin(meeting, "还有一人在路上");
        Open open = ballots.opened(ballots.reached(meeting));
        Ballot ballot = open.ballot();
        People.actAs(ballot.scrutineer());
        refused(
                "ballot.late.nobody",
                () -> opening.admitLate(
                        ballot.task(),
                        BallotsAtWork.PASSWORD,
                        "127.0.0.1",
                        ballot.scrutineer().scope()));
        meetings.arrive(meeting, 1);
        People.actAs(ballot.scrutineer());
        refused(
                "ballot.teller.wrong",
                () -> opening.admitLate(
                        ballot.task(),
                        "something else",
                        "127.0.0.1",
                        ballot.scrutineer().scope()));
        opening.admitLate(
                ballot.task(),
                BallotsAtWork.PASSWORD,
                "127.0.0.1",
                ballot.scrutineer().scope());
        assertThat(ballots.view(ballot).paperOut()).isEqualTo(1);
        for (int slip = 0; slip < 7; slip++) {
            ballots.cast(open, slip, 2);
        }
        ballots.close(open);
        ballots.count(ballot, open.code(), 0, BallotsAtWork.sheets(1, 0, open.lines(), 1));
        assertThat(result(ballot).valid()).isEqualTo(8);
    }

    @Test
    @DisplayName(
            "T-BAL-14: the scrutineer is not who prepares, nor the teller; only he opens; ten wrong codes change nothing")
    void twoPeople() {
        Ballot ballot = ballots.reached(6);
        People.actAs(ballot.secretary());
        long scrutineer = ballot.scrutineer().accountId();
        long teller = ballot.teller().accountId();
        long self = ballot.secretary().accountId();
        refused("ballot.scrutineer.self", () -> prepare(ballot, self, teller));
        refused("ballot.officers.same", () -> prepare(ballot, scrutineer, scrutineer));
        Open open = ballots.opened(ballot);
        for (int slip = 0; slip < 6; slip++) {
            ballots.cast(open, slip, 1);
        }
        refused(
                "ballot.scrutineer-only",
                () -> opening.close(ballot.task(), ballot.secretary().scope()));
        ballots.close(open);
        for (int attempt = 0; attempt < 10; attempt++) {
            refused("ballot.code.wrong", () -> ballots.count(ballot, PrintedCode.next(), 0, PaperCount.none()));
        }
        assertThat(rows("ballot_envelope", ballot)).isEqualTo(6);
        assertThat(ballots.view(ballot).state()).isEqualTo(BallotState.CLOSED);
        ballots.count(ballot, open.code(), 0, PaperCount.none());
        refused("ballot.state", () -> ballots.count(ballot, open.code(), 0, PaperCount.none()));
        assertThatThrownBy(() -> jdbc.sql("update ballot_box set teller_id = scrutineer_id where id = :box")
                        .param("box", ballots.box(ballot))
                        .update())
                .hasMessageContaining("ballot_box");
    }

    private void prepare(Ballot ballot, long scrutineer, long teller) {
        service.prepare(
                ballot.task(),
                BallotMode.SLIPS,
                scrutineer,
                teller,
                ballot.secretary().scope());
    }

    @Test
    @DisplayName("T-BAL-13: a slip leads nowhere before the box is open, in another box, and after it is closed")
    void whenASlipCounts() {
        Ballot ballot = ballots.reached(6);
        ballots.prepare(ballot, BallotMode.SLIPS);
        List<String> slips = ballots.issue(ballot);
        refused("ballot.b.early", () -> urn.enter(slips.get(0)));
        refused("ballot.b.early", () -> urn.cast(slips.get(0), "", List.of()));
        String code = ballots.open(ballot);
        assertThat(urn.enter(slips.get(0))).isPresent();
        assertThat(urn.enter(PrintedCode.next())).isEmpty();
        refused("ballot.b.incomplete", () -> urn.cast(slips.get(0), "", List.of(1)));
        Open open = new Open(ballot, code, slips, ballots.view(ballot).votedOn().size());
        ballots.cast(open, 0, 1);
        refused("ballot.b.used", () -> urn.enter(slips.get(0)));
        refused("ballot.b.used", () -> ballots.cast(open, 0, 4));
        List<Integer> twos = IntStream.range(0, open.lines()).mapToObj(at -> 2).toList();
        urn.cast(slips.get(1), "PAGE", twos);
        urn.cast(slips.get(1), "PAGE", twos);
        assertThat(rows("ballot_envelope", ballot)).isEqualTo(2);
        ballots.close(open);
        refused("ballot.b.closed", () -> urn.enter(slips.get(2)));
        refused("ballot.b.closed", () -> ballots.cast(open, 2, 1));
    }

    @Test
    @DisplayName("BR-20, BR-28, BR-31, BR-38, BR-42: who votes, on whom, and by which grades")
    void whoIsOnTheBallot() {
        Meeting meeting = meetings.scheduled(6, true);
        jdbc.sql("update member set kind = 'PROBATIONARY', full_on = null where id = :id")
                .param("id", BranchesAtWork.memberOf(meeting.members().get(1)))
                .update();
        meetings.invite(meeting, AttendanceCapacity.SUPERVISOR, "秦玉和", "第二督导组");
        meetings.begin(meeting);
        Ballot ballot = ballots.reached(meeting);
        ballots.prepare(ballot, BallotMode.SLIPS);
        assertThat(ballots.issue(ballot)).hasSize(6);
        BallotView view = ballots.view(ballot);
        assertThat(view.lines())
                .extracting(BallotSubject::kind)
                .containsExactly(
                        SubjectKind.MEMBER,
                        SubjectKind.MEMBER,
                        SubjectKind.MEMBER,
                        SubjectKind.MEMBER,
                        SubjectKind.MEMBER,
                        SubjectKind.COMMITTEE,
                        SubjectKind.LISTED);
        assertThat(view.lines()).extracting(BallotSubject::name).startsWith("于光燕", "梁梦清", "康国斌");
        assertThat(view.lines().get(6).name()).isEqualTo("党员02");
        assertThat(SubjectKind.GRADES.stream().map(SubjectKind.MEMBER::gradeKey))
                .containsExactly(
                        "ballot.grade.MEMBER.1",
                        "ballot.grade.MEMBER.2",
                        "ballot.grade.MEMBER.3",
                        "ballot.grade.MEMBER.4");
        assertThat(SubjectKind.COMMITTEE.gradeKey(1)).isEqualTo("ballot.grade.COMMITTEE.1");
    }

    @Test
    @DisplayName("T-BAL-16, BR-36: four valid ballots leave their number and nothing else, not even in the tables")
    void tooFew() {
        Open open = ballots.opened(5);
        for (int slip = 0; slip < 4; slip++) {
            ballots.cast(open, slip, 1 + slip % 2);
        }
        ballots.close(open);
        ballots.count(open.ballot(), open.code(), 1, PaperCount.none());
        BallotResult result = result(open.ballot());
        assertThat(result.isSuppressed()).isTrue();
        assertThat(result.valid()).isEqualTo(4);
        assertThat(result.lines()).isEmpty();
        assertThat(rows("ballot_tally", open.ballot())).isZero();
    }
}
