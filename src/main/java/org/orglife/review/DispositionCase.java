package org.orglife.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.RuleViolationException;

/** 组织处置 of a member who is 不合格: days and outcome, no contents (BR-53). */
@Entity
public class DispositionCase {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long reviewId;

    @Embedded
    private @Nullable DispositionDays days;

    @Enumerated(EnumType.STRING)
    private @Nullable DispositionOutcome outcome;

    private @Nullable LocalDate periodUntil;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected DispositionCase() {}

    DispositionCase(MemberReview review) {
        this.reviewId = review.getId();
        this.branchId = review.getBranchId();
    }

    /**
     * Notes how far it is.
     *
     * @param until end of the period of a 限期改正; null for other outcomes
     * @throws RuleViolationException {@code review.date.future}, {@code review.case.order} if a step comes before one that
     *     it follows, {@code review.case.vote} for an outcome without the vote of the general meeting, {@code
     *     review.case.period} for a period without end, or one of more than a year after the notice
     */
    void note(DispositionDays taken, @Nullable DispositionOutcome result, @Nullable LocalDate until, LocalDate today) {
        if (taken.isAfter(today)) {
            throw new RuleViolationException("review.date.future");
        }
        if (!taken.isInOrder()) {
            throw new RuleViolationException("review.case.order");
        }
        if (result != null && taken.voteOn() == null) {
            throw new RuleViolationException("review.case.vote");
        }
        boolean correction = result == DispositionOutcome.CORRECTION;
        LocalDate noticed = taken.noticeOn();
        if (correction && (until == null || noticed == null || until.isAfter(noticed.plusYears(1)))) {
            throw new RuleViolationException("review.case.period");
        }
        this.days = taken;
        this.outcome = result;
        this.periodUntil = correction ? until : null;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public DispositionDays getDays() {
        return days == null ? DispositionDays.none() : days;
    }

    /** Null while nothing was decided. */
    public @Nullable DispositionOutcome getOutcome() {
        return outcome;
    }

    public @Nullable LocalDate getPeriodUntil() {
        return periodUntil;
    }

    public long getVersion() {
        return version;
    }
}
