package org.orglife.review;

import java.sql.Types;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 基本合格: what a member improves, who helps him, and whether it has helped (domain 3.5). */
@Service
@Transactional
public class FollowUps {

    private final BranchTaskService tasks;
    private final MemberReviewRepository reviews;
    private final Roster roster;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    FollowUps(
            BranchTaskService tasks,
            MemberReviewRepository reviews,
            Roster roster,
            JdbcClient jdbc,
            AuditTrail audit,
            Clock clock) {
        this.tasks = tasks;
        this.reviews = reviews;
        this.roster = roster;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody improves, of a review that was found within the caller's scope. */
    @Transactional(readOnly = true)
    List<Improvement> of(MemberReview review) {
        return jdbc.sql("""
                        select i.id, i.text, m.name helper, i.done_on
                        from review_improvement i join member m on m.id = i.helper_id
                        where i.review_id = :review order by i.id
                        """)
                .param("review", review.getId())
                .query(Improvement.class)
                .list();
    }

    /**
     * Adds something to be improved.
     *
     * @param text 1 to 300 characters
     * @param helperId another member of the branch
     * @throws RuleViolationException {@code review.committee-only}, {@code review.follow-up.grade} for another grade than
     *     基本合格 or before he was told, {@code review.follow-up.helper} for a helper who is not another member
     */
    public void add(long taskId, long memberId, String text, long helperId, BranchScope scope) {
        BranchTask task = hold(taskId, scope);
        MemberReview review = find(taskId, memberId);
        boolean other = helperId != memberId
                && roster.membersOf(task.getBranch().getId(), LocalDate.now(clock), scope).stream()
                        .anyMatch(person -> person.id() == helperId);
        if (!other) {
            throw new RuleViolationException("review.follow-up.helper");
        }
        jdbc.sql("""
                        insert into review_improvement (id, branch_id, review_id, text, helper_id)
                        values (nextval('review_improvement_seq'), :branch, :review, :text, :helper)
                        """)
                .param("branch", review.getBranchId())
                .param("review", review.getId())
                .param("text", text)
                .param("helper", helperId)
                .update();
        note(memberId, task);
    }

    private BranchTask hold(long taskId, BranchScope scope) {
        ReviewMeetings.requireCommittee(scope);
        return tasks.workOn(taskId, scope);
    }

    private MemberReview find(long taskId, long memberId) {
        MemberReview review =
                reviews.find(taskId, memberId).orElseThrow(() -> new NotFoundException(Member.class, memberId));
        review.requireHelped();
        return review;
    }

    private void note(long memberId, BranchTask task) {
        audit.record(
                ReviewAction.FOLLOWED_UP,
                Participations.TYPE,
                memberId,
                task.getBranch().getName());
    }

    /**
     * Something is improved, or is not after all.
     *
     * @param on null for not
     * @throws RuleViolationException {@code review.date.future}, and as {@link #add}
     */
    public void done(long taskId, long memberId, long improvementId, @Nullable LocalDate on, BranchScope scope) {
        BranchTask task = hold(taskId, scope);
        MemberReview review = find(taskId, memberId);
        requirePast(on);
        int changed = jdbc.sql("update review_improvement set done_on = :on where id = :id and review_id = :review")
                .param("on", on, Types.DATE)
                .param("id", improvementId)
                .param("review", review.getId())
                .update();
        if (changed == 0) {
            throw new NotFoundException(Improvement.class, improvementId);
        }
        note(memberId, task);
    }

    private void requirePast(@Nullable LocalDate on) {
        if (on != null && on.isAfter(LocalDate.now(clock))) {
            throw new RuleViolationException("review.date.future");
        }
    }

    /**
     * Settles when it is looked at again, or what looking has shown.
     *
     * @param planned null for no day
     * @param lookedOn with the outcome; null while nobody has looked
     * @throws RuleViolationException {@code review.date.future}, {@code review.recheck.incomplete} for a day without
     *     outcome or an outcome without day, and as {@link #add}
     */
    public void recheck(
            long taskId,
            long memberId,
            @Nullable LocalDate planned,
            @Nullable LocalDate lookedOn,
            @Nullable RecheckOutcome outcome,
            BranchScope scope) {
        BranchTask task = hold(taskId, scope);
        requirePast(lookedOn);
        find(taskId, memberId).recheck(new Recheck(planned, lookedOn, outcome));
        note(memberId, task);
    }
}
