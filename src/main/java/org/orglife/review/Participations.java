package org.orglife.review;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.Member;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The secretary says who gets a grade and who does not, where roster and campaign do not tell. */
@Service
@Transactional
public class Participations {

    static final String TYPE = "MemberReview";

    private final BranchTaskService tasks;
    private final ReviewRoster roster;
    private final BallotProgress ballot;
    private final AuditTrail audit;
    private final Clock clock;

    Participations(BranchTaskService tasks, ReviewRoster roster, BallotProgress ballot, AuditTrail audit, Clock clock) {
        this.tasks = tasks;
        this.roster = roster;
        this.ballot = ballot;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Changes a member's part in the review. Once a ballot is prepared it is settled who is voted on; after the count
     * somebody who was may be deferred, and somebody who was not gets no grade.
     *
     * @throws RuleViolationException {@code review.secretary-only}, {@code review.participation.frozen} while a ballot is
     *     held, {@code review.participation.balloted} and {@code review.not-balloted} after it, {@code
     *     review.date.future}, and what {@link MemberReview#change} refuses
     */
    public void change(long taskId, long memberId, ChangeParticipation change, BranchScope scope) {
        if (!scope.role().leadsBranch()) {
            throw new RuleViolationException("review.secretary-only");
        }
        BranchTask task = tasks.workOn(taskId, scope);
        ReviewStage stage = ballot.of(task);
        if (stage == ReviewStage.VOTING) {
            throw new RuleViolationException("review.participation.frozen");
        }
        requirePast(change.consentedOn());
        requirePast(change.resolvedOn());
        MemberReview row =
                roster.hold(task, memberId, stage).orElseThrow(() -> new NotFoundException(Member.class, memberId));
        if (stage == ReviewStage.COUNTED) {
            requireFits(row.isBalloted(), change.participation());
        }
        row.change(change);
        audit.record(
                ReviewAction.PARTICIPATION_CHANGED,
                TYPE,
                memberId,
                task.getBranch().getName());
    }

    private static void requireFits(boolean balloted, Participation next) {
        boolean graded = next == Participation.GRADED;
        if (balloted && !graded && next != Participation.DEFERRED) {
            throw new RuleViolationException("review.participation.balloted");
        }
        if (!balloted && graded) {
            throw new RuleViolationException("review.not-balloted");
        }
    }

    private void requirePast(@Nullable LocalDate day) {
        if (day != null && day.isAfter(LocalDate.now(clock))) {
            throw new RuleViolationException("review.date.future");
        }
    }
}
