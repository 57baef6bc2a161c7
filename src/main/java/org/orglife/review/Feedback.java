package org.orglife.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.Member;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 反馈: every member is told his grade by the secretary or somebody of the committee (BR-51), and may answer. */
@Service
@Transactional
public class Feedback {

    private final BranchTaskService tasks;
    private final MemberReviewRepository reviews;
    private final ReviewMeetings meetings;
    private final Roster roster;
    private final AuditTrail audit;
    private final Clock clock;

    Feedback(
            BranchTaskService tasks,
            MemberReviewRepository reviews,
            ReviewMeetings meetings,
            Roster roster,
            AuditTrail audit,
            Clock clock) {
        this.tasks = tasks;
        this.reviews = reviews;
        this.meetings = meetings;
        this.roster = roster;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those who may have told a member: the committee of today, but not himself. */
    @Transactional(readOnly = true)
    public List<Roster.Person> tellers(BranchTask task, long memberId, BranchScope scope) {
        LocalDate today = LocalDate.now(clock);
        long branch = task.getBranch().getId();
        var seats = roster.committeeOf(branch, today);
        return roster.membersOf(branch, today, scope).stream()
                .filter(person -> seats.containsKey(person.id()) && person.id() != memberId)
                .toList();
    }

    /**
     * Notes that a member was told.
     *
     * @throws RuleViolationException {@code review.committee-only}, {@code review.date.future}, {@code
     *     review.feedback.before} for a day before the decision, {@code review.feedback.who} for somebody who is not of the
     *     committee, and what {@link MemberReview#tell} refuses
     */
    public void tell(long taskId, long memberId, LocalDate on, long by, FeedbackWay way, BranchScope scope) {
        ReviewMeetings.requireCommittee(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        MemberReview row =
                reviews.find(taskId, memberId).orElseThrow(() -> new NotFoundException(Member.class, memberId));
        if (on.isAfter(LocalDate.now(clock))) {
            throw new RuleViolationException("review.date.future");
        }
        Long decidedBy = row.getMeetingId();
        if (decidedBy != null && on.isBefore(meetings.of(decidedBy, task).getHeldOn())) {
            throw new RuleViolationException("review.feedback.before");
        }
        boolean ofCommittee = roster.committeeOf(task.getBranch().getId(), on).containsKey(by);
        if (!ofCommittee) {
            throw new RuleViolationException("review.feedback.who");
        }
        row.tell(new Told(on, by, way));
        audit.record(
                ReviewAction.FED_BACK,
                Participations.TYPE,
                memberId,
                task.getBranch().getName());
    }

    /**
     * The caller says that he knows his grade.
     *
     * @throws RuleViolationException {@code review.feedback.none} before he was told
     */
    public void acknowledge(long taskId, BranchScope scope) {
        own(taskId, scope).acknowledge(clock.instant());
        audit.record(ReviewAction.ACKNOWLEDGED, Participations.TYPE, taskId, null);
    }

    /**
     * The caller adds something to it.
     *
     * @param version of what he read
     * @param words 1 to 2000 characters
     * @throws StaleEditException if he has written something else since, on another device
     * @throws RuleViolationException {@code review.feedback.none} before he was told
     */
    public void state(long taskId, @Nullable Long version, String words, BranchScope scope) {
        MemberReview row = own(taskId, scope);
        boolean stale = row.getStatement() != null && (version == null || version != row.getVersion());
        if (stale) {
            throw new StaleEditException(
                    row.getVersion(),
                    List.of(new CurrentText(
                            "statement", "review.statement", row.getStatement() == null ? "" : row.getStatement())));
        }
        row.state(words, clock.instant());
        audit.record(ReviewAction.STATED, Participations.TYPE, taskId, null);
    }

    private MemberReview own(long taskId, BranchScope scope) {
        tasks.workOn(taskId, scope);
        Long me = scope.memberId();
        return reviews.find(taskId, me == null ? 0 : me)
                .orElseThrow(() -> new RuleViolationException("review.feedback.none"));
    }
}
