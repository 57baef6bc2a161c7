package org.orglife.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.Member;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 评定: the committee writes what a grade rests on, and then the grade (BR-50). Nothing here knows what the ballot came to:
 * a grade is typed in, never proposed.
 */
@Service
@Transactional
public class ReviewDecisions {

    private final BranchTaskService tasks;
    private final ReviewRoster roster;
    private final BallotProgress ballot;
    private final ReviewMeetings meetings;
    private final ExcellentCaps caps;
    private final EarlierDecisions earlier;
    private final Labels labels;
    private final AuditTrail audit;

    ReviewDecisions(
            BranchTaskService tasks,
            ReviewRoster roster,
            BallotProgress ballot,
            ReviewMeetings meetings,
            ExcellentCaps caps,
            EarlierDecisions earlier,
            Labels labels,
            AuditTrail audit) {
        this.tasks = tasks;
        this.roster = roster;
        this.ballot = ballot;
        this.meetings = meetings;
        this.caps = caps;
        this.earlier = earlier;
        this.labels = labels;
        this.audit = audit;
    }

    /**
     * Writes 日常表现 and 参加学习教育情况.
     *
     * @param version of what was read; null if nothing was kept of the member
     * @param everyday 1 to 1000 characters
     * @param study 1 to 1000 characters
     * @throws RuleViolationException {@code review.committee-only}, and what {@link MemberReview#describe} refuses
     * @throws StaleEditException if somebody else has written since
     */
    public void describe(
            long taskId, long memberId, @Nullable Long version, String everyday, String study, BranchScope scope) {
        ReviewMeetings.requireCommittee(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        MemberReview row = hold(task, memberId, ballot.of(task));
        boolean stale = version == null ? row.isDescribed() : version != row.getVersion();
        if (stale) {
            throw new StaleEditException(
                    row.getVersion(),
                    List.of(
                            new CurrentText("everyday", "review.everyday", orEmpty(row.getEveryday())),
                            new CurrentText("study", "review.study", orEmpty(row.getStudy()))));
        }
        row.describe(everyday, study);
        audit.record(
                ReviewAction.DESCRIBED,
                Participations.TYPE,
                memberId,
                task.getBranch().getName());
    }

    /**
     * Writes the grade on which the last meeting has decided. It may be written anew until the member was told; another
     * grade that was written before is kept.
     *
     * @param version of what was read
     * @param opinion 1 to 1000 characters
     * @throws RuleViolationException {@code review.committee-only}, what {@link BallotProgress#requireCounted} refuses,
     *     {@code review.meeting.none} before a meeting was noted, {@code review.cap.…} if there is no room for one
     *     more 优秀 (BR-25), and what {@link MemberReview#decide} refuses
     * @throws StaleEditException if somebody else has written since
     */
    public void decide(long taskId, long memberId, long version, Grade grade, String opinion, BranchScope scope) {
        ReviewMeetings.requireCommittee(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        ballot.requireCounted(task);
        ReviewMeeting meeting =
                meetings.last(task).orElseThrow(() -> new RuleViolationException("review.meeting.none"));
        MemberReview row = hold(task, memberId, ReviewStage.COUNTED);
        if (version != row.getVersion()) {
            throw stale(row);
        }
        if (grade == Grade.EXCELLENT && row.getGrade() != Grade.EXCELLENT) {
            caps.of(task).requireRoom();
        }
        if (row.isDecided() && row.getGrade() != grade) {
            row.requireUntold();
            earlier.keep(row);
        }
        row.decide(grade, opinion, meeting.getId());
        audit.record(
                ReviewAction.DECIDED,
                Participations.TYPE,
                memberId,
                task.getBranch().getName());
    }

    private MemberReview hold(BranchTask task, long memberId, ReviewStage stage) {
        return roster.hold(task, memberId, stage).orElseThrow(() -> new NotFoundException(Member.class, memberId));
    }

    private StaleEditException stale(MemberReview row) {
        Map<String, String> words = new HashMap<>();
        for (Grade each : Grade.values()) {
            words.put(each.name(), labels.of(each));
        }
        String now = Optional.ofNullable(row.getGrade()).map(labels::of).orElse("");
        return new StaleEditException(
                row.getVersion(),
                List.of(
                        new CurrentText("grade", "review.grade", now, words),
                        new CurrentText("opinion", "review.opinion", orEmpty(row.getOpinion()))));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
