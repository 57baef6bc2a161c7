package org.orglife.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orglife.campaign.MinAttendance;
import org.orglife.meeting.ExactlyHalf;

/** Whether enough people are there, for what. */
class QuorumTests {

    private static HeadCount voters(int present, int expected) {
        return new HeadCount(expected, present, 0, 0, expected - present, 0, expected, present, 0, 0);
    }

    private static HeadCount members(int present, int expected) {
        return new HeadCount(expected, present, 0, expected - present, 0, 0, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @DisplayName(
            "BR-01: a vote needs half of those with a vote; what exactly half means is for the installation to say")
    @CsvSource({
        "8, 18, WARN, NOT_MET",
        "9, 18, WARN, EXACTLY_HALF",
        "9, 18, OK, MET",
        "9, 18, BLOCK, NOT_MET",
        "10, 18, BLOCK, MET",
        "9, 19, OK, NOT_MET",
        "10, 19, BLOCK, MET",
        "0, 0, OK, NOT_MET"
    })
    void vote(int present, int expected, ExactlyHalf exactlyHalf, QuorumState state) {
        assertThat(Quorum.forVote(voters(present, expected), exactlyHalf).state())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @DisplayName("BR-03: the committee meets when half of its seats are there")
    @CsvSource({"1, 3, NOT_MET", "2, 3, MET", "2, 4, MET", "2, 5, NOT_MET", "0, 0, NOT_MET"})
    void committee(int present, int seats, QuorumState state) {
        HeadCount count = new HeadCount(present, present, 0, 0, 0, 0, present, present, present, 0);
        assertThat(Quorum.forCommittee(count, seats).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @DisplayName("BR-07: the meeting itself asks for the share that the campaign says")
    @CsvSource({
        "6, 18, HALF, NOT_MET",
        "9, 18, HALF, MET",
        "11, 18, TWO_THIRDS, NOT_MET",
        "12, 18, TWO_THIRDS, MET",
        "18, 19, NINETY_FIVE_PERCENT, NOT_MET",
        "19, 20, NINETY_FIVE_PERCENT, MET"
    })
    void meeting(int present, int expected, MinAttendance asked, QuorumState state) {
        assertThat(Quorum.forMeeting(members(present, expected), asked).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @DisplayName("BR-09: a ballot needs more than half of the members")
    @CsvSource({"9, 18, NOT_MET", "10, 18, MET", "9, 19, NOT_MET", "10, 19, MET"})
    void ballot(int present, int expected, QuorumState state) {
        assertThat(Quorum.forBallot(members(present, expected)).state()).isEqualTo(state);
    }
}
