package org.orglife.review;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.RuleViolationException;

/**
 * When it is looked at again whether a member has improved, and what that has shown.
 *
 * @param recheckOn the day planned for it
 * @param recheckedOn the day of it; with an outcome, or not at all
 */
@Embeddable
public record Recheck(
        @Nullable LocalDate recheckOn,
        @Nullable LocalDate recheckedOn,
        @Enumerated(EnumType.STRING) @Nullable RecheckOutcome recheckOutcome) {

    /** @throws RuleViolationException {@code review.recheck.incomplete} for a day without outcome or the other way round */
    public Recheck {
        if ((recheckedOn == null) != (recheckOutcome == null)) {
            throw new RuleViolationException("review.recheck.incomplete");
        }
    }
}
