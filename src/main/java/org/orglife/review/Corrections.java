package org.orglife.review;

import java.util.List;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.Member;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 重新评定: a decision proved wrong, and the body that decides has met again. What was decided, told and answered is kept;
 * the member is decided on under the same rules as at first, and told anew (BR-51).
 */
@Service
@Transactional
public class Corrections {

    private final BranchTaskService tasks;
    private final MemberReviewRepository reviews;
    private final DispositionCaseRepository cases;
    private final ReviewMeetings meetings;
    private final EarlierDecisions earlier;
    private final Labels labels;
    private final AuditTrail audit;

    Corrections(
            BranchTaskService tasks,
            MemberReviewRepository reviews,
            DispositionCaseRepository cases,
            ReviewMeetings meetings,
            EarlierDecisions earlier,
            Labels labels,
            AuditTrail audit) {
        this.tasks = tasks;
        this.reviews = reviews;
        this.cases = cases;
        this.meetings = meetings;
        this.earlier = earlier;
        this.labels = labels;
        this.audit = audit;
    }

    /**
     * Takes a decision back.
     *
     * @param version of what was read
     * @param reason 1 to 300 characters; the member reads it
     * @throws RuleViolationException {@code review.committee-only}, {@code review.correction.undecided} where nothing is
     *     decided, {@code review.correction.meeting} before another meeting than the one that decided was noted, {@code
     *     review.correction.case} once a case of the member has an outcome
     * @throws StaleEditException if somebody else has written since
     */
    public void reopen(long taskId, long memberId, long version, String reason, Actor actor, BranchScope scope) {
        ReviewMeetings.requireCommittee(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        MemberReview row =
                reviews.find(taskId, memberId).orElseThrow(() -> new NotFoundException(Member.class, memberId));
        if (version != row.getVersion()) {
            throw new StaleEditException(
                    row.getVersion(), List.of(new CurrentText("grade", "review.grade", labels.of(row.getGrade()))));
        }
        if (!row.isDecided()) {
            throw new RuleViolationException("review.correction.undecided");
        }
        boolean metAgain = meetings.last(task)
                .filter(last -> !last.getId().equals(row.getMeetingId()))
                .isPresent();
        if (!metAgain) {
            throw new RuleViolationException("review.correction.meeting");
        }
        boolean disposed = cases.of(row.getId())
                .filter(found -> found.getOutcome() != null)
                .isPresent();
        if (disposed) {
            throw new RuleViolationException("review.correction.case");
        }
        earlier.keep(row, reason, actor);
        row.reopen();
        audit.record(
                ReviewAction.REOPENED,
                Participations.TYPE,
                memberId,
                task.getBranch().getName());
    }
}
