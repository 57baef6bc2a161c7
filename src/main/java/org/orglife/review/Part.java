package org.orglife.review;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.MemberKind;
import org.orglife.shared.RuleViolationException;

/**
 * A member's part in the review (domain 2.7).
 *
 * @param participationReason null where the roster and the campaign say what it is
 * @param consentedOn day of the superior's consent; for those who are exempt only
 * @param resolvedOn day of the general meeting's decision; for those who are exempt only
 * @param elsewhereGrade what he got elsewhere; for those reviewed there only
 * @param elsewhereAt where that was; for the same
 */
@Embeddable
public record Part(
        @Enumerated(EnumType.STRING) Participation participation,
        @Nullable String participationReason,
        @Nullable LocalDate consentedOn,
        @Nullable LocalDate resolvedOn,
        @Enumerated(EnumType.STRING) @Nullable Grade elsewhereGrade,
        @Nullable String elsewhereAt) {

    /** As roster and campaign say. */
    static Part proposed(Participation participation) {
        return new Part(participation, null, null, null, null, null);
    }

    /**
     * As the secretary says.
     *
     * @throws RuleViolationException {@code review.participation.probationary} if a probationary member is to be graded,
     *     or a full one not for being probationary (BR-28), {@code review.participation.exempt} without both days, {@code
     *     review.participation.elsewhere} without place and grade
     */
    static Part of(ChangeParticipation change, MemberKind kind) {
        Participation next = change.participation();
        boolean probationary = kind == MemberKind.PROBATIONARY;
        boolean asProbationary = next == Participation.NOT_GRADED_PROBATIONARY;
        if (next == Participation.GRADED ? probationary : asProbationary && !probationary) {
            throw new RuleViolationException("review.participation.probationary");
        }
        boolean exempt = next == Participation.EXEMPT;
        if (exempt && (change.consentedOn() == null || change.resolvedOn() == null)) {
            throw new RuleViolationException("review.participation.exempt");
        }
        boolean elsewhere = next == Participation.REVIEWED_ELSEWHERE;
        if (elsewhere && (change.elsewhereGrade() == null || change.elsewhereAt() == null)) {
            throw new RuleViolationException("review.participation.elsewhere");
        }
        return new Part(
                next,
                change.reason(),
                exempt ? change.consentedOn() : null,
                exempt ? change.resolvedOn() : null,
                elsewhere ? change.elsewhereGrade() : null,
                elsewhere ? change.elsewhereAt() : null);
    }

    /** Whether somebody has said it, so that it no longer follows the roster. */
    boolean isSaid() {
        return participationReason != null;
    }
}
