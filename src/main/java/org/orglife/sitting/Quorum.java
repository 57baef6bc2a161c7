package org.orglife.sitting;

import java.util.List;
import org.orglife.campaign.MinAttendance;
import org.orglife.meeting.ExactlyHalf;
import org.orglife.shared.Labelled;

/**
 * Whether enough people are there for something, with the rule in words. Integer arithmetic only.
 *
 * @param rule which rule was asked
 * @param present persons who count for it and are there
 * @param expected persons who count for it
 */
public record Quorum(Rule rule, QuorumState state, int present, int expected) {

    /** What the people are needed for. */
    public enum Rule implements Labelled {
        /** 表决 in a general meeting: at least half of those with a vote (BR-01). */
        VOTE,
        /** 支委会: at least half of the committee (BR-03). */
        COMMITTEE,
        /** 组织生活会 itself: the share that the campaign asks for (BR-07). */
        MEETING,
        /** 民主测评: more than half of the members (BR-09). */
        BALLOT
    }

    /**
     * Whether there may be a vote: {@code 2 * present voters >= expected voters} (BR-01). "半数以上" is read either way when
     * it is exactly half.
     *
     * @param exactlyHalf what the installation makes of it
     */
    public static Quorum forVote(HeadCount count, ExactlyHalf exactlyHalf) {
        int present = count.presentVoters();
        int expected = count.expectedVoters();
        QuorumState state;
        if (expected == 0 || 2 * present < expected) {
            state = QuorumState.NOT_MET;
        } else if (2 * present == expected) {
            state = switch (exactlyHalf) {
                case OK -> QuorumState.MET;
                case WARN -> QuorumState.EXACTLY_HALF;
                case BLOCK -> QuorumState.NOT_MET;
            };
        } else {
            state = QuorumState.MET;
        }
        return new Quorum(Rule.VOTE, state, present, expected);
    }

    /**
     * Whether the committee may meet: at least half of it is there (BR-03).
     *
     * @param committeeSize filled seats
     */
    public static Quorum forCommittee(HeadCount count, int committeeSize) {
        boolean met = committeeSize > 0 && 2 * count.committee() >= committeeSize;
        return new Quorum(
                Rule.COMMITTEE, met ? QuorumState.MET : QuorumState.NOT_MET, count.committee(), committeeSize);
    }

    /** Whether as many are there as the campaign asks for (BR-07); only a warning hangs on it. */
    public static Quorum forMeeting(HeadCount count, MinAttendance asked) {
        boolean met = asked.isReached(count.present(), count.expected());
        return new Quorum(Rule.MEETING, met ? QuorumState.MET : QuorumState.NOT_MET, count.present(), count.expected());
    }

    /** Whether members may be balloted on: more than half of them are there (BR-09). */
    public static Quorum forBallot(HeadCount count) {
        boolean met = 2 * count.present() > count.expected();
        return new Quorum(Rule.BALLOT, met ? QuorumState.MET : QuorumState.NOT_MET, count.present(), count.expected());
    }

    public boolean isMet() {
        return state == QuorumState.MET;
    }

    /** The sentence for it, such as "到会 17 人，超过应到 19 人的一半，可以测评". */
    public String code() {
        return "sitting.quorum." + rule + "." + state;
    }

    /** What the sentence names. */
    public List<Object> arguments() {
        return List.of(present, expected);
    }
}
