package org.orglife.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.orglife.Pages.words;

import org.junit.jupiter.api.BeforeEach;
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
import org.orglife.ballot.BallotMode;
import org.orglife.ballot.BallotResults;
import org.orglife.ballot.BallotService;
import org.orglife.ballot.VoidReason;
import org.orglife.shared.RuleViolationException;
import org.orglife.sitting.AgendaService;
import org.orglife.sitting.AgendaState;
import org.orglife.sitting.Conduct;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Groups of a branch vote one after the other: nobody decides, or reads what they voted, between two of their boxes. */
@FullApplicationTest
@Import({MeetingsAtWork.class, BallotsAtWork.class, ReviewsAtWork.class})
class GroupBallotTests {

    @Autowired
    MeetingsAtWork meetings;

    @Autowired
    BallotsAtWork ballots;

    @Autowired
    ReviewsAtWork reviews;

    @Autowired
    BallotService service;

    @Autowired
    BallotResults results;

    @Autowired
    Conduct conduct;

    @Autowired
    AgendaService agenda;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Meeting meeting;
    private Ballot ballot;

    /** The first group has voted. */
    @BeforeEach
    void first() {
        meeting = meetings.scheduled(8, true);
        meetings.begin(meeting);
        jdbc.sql("update org_life_meeting set form = 'GROUP' where task_id = :task")
                .param("task", meeting.task())
                .update();
        ballot = ballots.reached(meeting);
        ballots.prepare(ballot, BallotMode.PAPER);
        count();
    }

    private void count() {
        ballots.issue(ballot);
        int lines = ballots.view(ballot).votedOn().size();
        ballots.count(ballot, null, 0, BallotsAtWork.sheets(6, 0, lines, 1));
    }

    private void secondMeets() {
        People.actAs(meeting.secretary());
        conduct.adjourn(meeting.task(), meeting.secretary(), meeting.secretary().scope());
        conduct.resume(
                meeting.task(), null, meeting.secretary(), meeting.secretary().scope());
        ballots.prepare(ballot, BallotMode.PAPER);
    }

    private void end() {
        People.actAs(meeting.secretary());
        meetings.view(meeting).agenda().stream()
                .filter(item -> item.getState() == AgendaState.OPEN)
                .forEach(item -> agenda.strike(
                        meeting.task(), item.getId(), "时间紧", meeting.secretary().scope()));
        conduct.end(
                meeting.task(), "到此结束", meeting.secretary(), meeting.secretary().scope());
    }

    private void refusedToDecide() {
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(() -> reviews.met(meeting))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("review.groups-open"));
        assertThat(results.of(meetings.task(meeting))).isEmpty();
    }

    @Test
    @DisplayName("BR-50: decisions wait until the boxes of all groups are counted and the meeting is over")
    void between() {
        refusedToDecide();
        assertThat(words(pages.get(meeting.secretary(), ballot.address() + "/result")))
                .contains("分组测评的，散会以后一起看");
        secondMeets();
        refusedToDecide();
        count();
        refusedToDecide();
        end();
        assertThat(results.of(meetings.task(meeting)).orElseThrow().valid()).isEqualTo(12);
        reviews.met(meeting);
        reviews.decided(meeting, meeting.members().get(0), Grade.QUALIFIED);
    }

    @Test
    @DisplayName("a box that is void is voted into again before anybody decides")
    void voidBox() {
        secondMeets();
        People.actAs(meeting.secretary());
        service.discard(
                meeting.task(), VoidReason.SLIP_USED, meeting.secretary().scope());
        refusedToDecide();
        ballots.prepare(ballot, BallotMode.PAPER);
        count();
        end();
        reviews.met(meeting);
    }
}
