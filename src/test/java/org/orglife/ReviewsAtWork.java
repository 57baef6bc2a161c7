package org.orglife;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.orglife.BallotsAtWork.Ballot;
import org.orglife.BallotsAtWork.Open;
import org.orglife.MeetingsAtWork.Meeting;
import org.orglife.account.SignedInUser;
import org.orglife.ballot.PaperCount;
import org.orglife.review.Feedback;
import org.orglife.review.FeedbackWay;
import org.orglife.review.Grade;
import org.orglife.review.ReviewDecisions;
import org.orglife.review.ReviewLine;
import org.orglife.review.ReviewMeetings;
import org.orglife.review.ReviewQuery;
import org.orglife.review.ReviewView;

/** Reviews of members whose ballot is counted. */
public class ReviewsAtWork {

    private final BallotsAtWork ballots;
    private final ReviewMeetings meetings;
    private final ReviewDecisions decisions;
    private final Feedback feedback;
    private final ReviewQuery query;

    ReviewsAtWork(
            BallotsAtWork ballots,
            ReviewMeetings meetings,
            ReviewDecisions decisions,
            Feedback feedback,
            ReviewQuery query) {
        this.ballots = ballots;
        this.meetings = meetings;
        this.decisions = decisions;
        this.feedback = feedback;
        this.query = query;
    }

    /** A branch of so many, of whom the first so many have voted that grade on everybody. */
    public Meeting counted(int members, int voters, int grade) {
        return counted(ballots.reached(members), voters, grade);
    }

    public Meeting counted(Ballot ballot, int voters, int grade) {
        Open open = ballots.opened(ballot);
        for (int slip = 0; slip < voters; slip++) {
            ballots.cast(open, slip, grade);
        }
        ballots.close(open);
        ballots.count(ballot, open.code(), 0, PaperCount.none());
        return ballot.meeting();
    }

    /** The whole committee met today. */
    public void met(Meeting meeting) {
        People.actAs(meeting.secretary());
        Set<Long> present = new HashSet<>();
        meeting.committee().forEach(one -> present.add(BranchesAtWork.memberOf(one)));
        meetings.note(
                meeting.task(), TestClock.TODAY, present, meeting.secretary().scope());
    }

    /** Both texts on somebody. */
    public void described(Meeting meeting, SignedInUser about) {
        People.actAs(meeting.secretary());
        decisions.describe(
                meeting.task(),
                BranchesAtWork.memberOf(about),
                version(meeting, about),
                "工作认真",
                "学习积极",
                meeting.secretary().scope());
    }

    private long version(Meeting meeting, SignedInUser about) {
        ReviewLine line = Objects.requireNonNull(view(meeting).line(BranchesAtWork.memberOf(about)));
        return Objects.requireNonNull(line.row()).getVersion();
    }

    /** Both texts and the grade. */
    public void decided(Meeting meeting, SignedInUser about, Grade grade) {
        described(meeting, about);
        decisions.decide(
                meeting.task(),
                BranchesAtWork.memberOf(about),
                version(meeting, about),
                grade,
                "评语",
                meeting.secretary().scope());
    }

    /** Told face to face by the second seat of the committee, or by the secretary if it is about the second seat. */
    public void told(Meeting meeting, SignedInUser about) {
        People.actAs(meeting.secretary());
        List<SignedInUser> committee = meeting.committee();
        SignedInUser by = committee.get(1).equals(about) ? committee.get(0) : committee.get(1);
        LocalDate today = TestClock.TODAY;
        feedback.tell(
                meeting.task(),
                BranchesAtWork.memberOf(about),
                today,
                BranchesAtWork.memberOf(by),
                FeedbackWay.FACE_TO_FACE,
                meeting.secretary().scope());
    }

    public ReviewView view(Meeting meeting) {
        return query.of(meeting.task(), meeting.secretary().scope());
    }
}
