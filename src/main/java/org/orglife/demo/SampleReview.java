package org.orglife.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.orglife.account.SignedInUser;
import org.orglife.organisation.Roster;
import org.orglife.review.Feedback;
import org.orglife.review.FeedbackWay;
import org.orglife.review.FollowUps;
import org.orglife.review.Grade;
import org.orglife.review.MemberReview;
import org.orglife.review.ReviewDecisions;
import org.orglife.review.ReviewLine;
import org.orglife.review.ReviewMeetings;
import org.orglife.review.ReviewQuery;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** What the sample branch has made of its ballot: most are decided on, some told, one is helped to improve. */
@Component
@ConditionalOnDemonstration
class SampleReview {

    private static final int MET_DAYS_AGO = SampleMeeting.DAYS_AGO - 3;
    private static final int TOLD_DAYS_AGO = MET_DAYS_AGO - 3;

    /** Those at the end of the list are still to be decided on. */
    private static final int UNDECIDED = 4;

    private static final int BASIC_AT = 7;
    private static final Set<Integer> EXCELLENT_AT = Set.of(3, 8, 11);

    private static final List<String> EVERYDAY =
            List.of("按时参加组织生活，值班认真，带教耐心", "全年义诊 4 次，病人有意见能当场解释", "工作踏实，科里急难的班主动顶上", "门诊量大时能加号，投诉少");
    private static final List<String> STUDY = List.of("集中学习全勤，笔记完整", "缺 1 次已补学，在党小组会上谈过体会", "参加了全部集中学习，讲过 1 次微党课");

    private static final Map<Grade, String> OPINIONS = Map.of(
            Grade.EXCELLENT, "作用发挥突出，病人和同事都认可，望继续带好年轻同志",
            Grade.QUALIFIED, "能尽到党员的责任，望在联系服务群众上再主动一些",
            Grade.BASIC, "组织生活参加得少，请按时参加，有事先请假",
            Grade.UNQUALIFIED, "不起党员作用");

    private final ReviewQuery query;
    private final ReviewMeetings meetings;
    private final ReviewDecisions decisions;
    private final Feedback feedback;
    private final FollowUps followUps;

    SampleReview(
            ReviewQuery query,
            ReviewMeetings meetings,
            ReviewDecisions decisions,
            Feedback feedback,
            FollowUps followUps) {
        this.query = query;
        this.meetings = meetings;
        this.decisions = decisions;
        this.feedback = feedback;
        this.followUps = followUps;
    }

    /** Those of the sample who can sign in, and what they work on. */
    private record Cast(long task, SignedInUser secretary, SignedInUser organiser, SignedInUser member) {

        BranchScope scope() {
            return secretary.scope();
        }

        /** Who tells somebody: the organiser, or the secretary if it is about the organiser. */
        long teller(long memberId) {
            SignedInUser by = organiser.memberId() != null && organiser.memberId() == memberId ? secretary : organiser;
            return Objects.requireNonNull(by.memberId());
        }
    }

    /** @param task whose ballot is counted */
    void decide(SampleCalendar calendar, long task, SampleCampaign.SignIn actAs) {
        SignedInUser organiser = actAs.as(Demonstration.COMMITTEE);
        SignedInUser member = actAs.as(Demonstration.MEMBER);
        Cast cast = new Cast(task, actAs.as(Demonstration.SECRETARY), organiser, member);
        LocalDate met = calendar.today().minusDays(MET_DAYS_AGO);
        meetings.note(task, met, everybody(cast, met), cast.scope());
        List<ReviewLine> graded = query.of(task, cast.scope()).graded();
        for (int at = 0; at < graded.size() - UNDECIDED; at++) {
            decisions.describe(
                    task,
                    graded.get(at).memberId(),
                    null,
                    EVERYDAY.get(at % EVERYDAY.size()),
                    STUDY.get(at % STUDY.size()),
                    cast.scope());
        }
        List<ReviewLine> described = query.of(task, cast.scope()).graded();
        for (int at = 0; at < described.size() - UNDECIDED; at++) {
            MemberReview row = Objects.requireNonNull(described.get(at).row());
            Grade grade = grade(at);
            decisions.decide(
                    task,
                    row.getMemberId(),
                    row.getVersion(),
                    grade,
                    Objects.requireNonNull(OPINIONS.get(grade)),
                    cast.scope());
            if (at % 3 != 2 || row.getMemberId().equals(member.memberId())) {
                tell(calendar, row.getMemberId(), cast);
            }
        }
        help(calendar, described.get(BASIC_AT).memberId(), cast);
    }

    private Set<Long> everybody(Cast cast, LocalDate met) {
        return meetings.body(query.of(cast.task(), cast.scope()).task(), met, cast.scope()).people().stream()
                .map(Roster.Person::id)
                .collect(Collectors.toSet());
    }

    private static Grade grade(int at) {
        if (at == BASIC_AT) {
            return Grade.BASIC;
        }
        return EXCELLENT_AT.contains(at) ? Grade.EXCELLENT : Grade.QUALIFIED;
    }

    private void tell(SampleCalendar calendar, long memberId, Cast cast) {
        feedback.tell(
                cast.task(),
                memberId,
                calendar.today().minusDays(TOLD_DAYS_AGO),
                cast.teller(memberId),
                FeedbackWay.FACE_TO_FACE,
                cast.scope());
    }

    /** Looking again is planned for a day so near that it waits for the committee. */
    private void help(SampleCalendar calendar, long memberId, Cast cast) {
        long helper = cast.teller(memberId);
        followUps.add(cast.task(), memberId, "每月党小组会、主题党日按时参加，不能来的先请假", helper, cast.scope());
        followUps.add(cast.task(), memberId, "缺的 3 次集中学习补上，每次写一页体会", helper, cast.scope());
        followUps.recheck(cast.task(), memberId, calendar.today().plusDays(5), null, null, cast.scope());
    }
}
