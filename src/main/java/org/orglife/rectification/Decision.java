package org.orglife.rectification;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.orglife.shared.RuleViolationException;

/**
 * A decision of a branch: who took it, and on which day.
 *
 * @param body never null
 * @param on never null
 */
@Embeddable
public record Decision(
        @Column(name = "decided_by") @Enumerated(EnumType.STRING)
        DecidingBody body,

        @Column(name = "decided_on") LocalDate on) {

    /**
     * @throws RuleViolationException {@code rectification.decision.future} if its day has not come yet
     */
    void requireTaken(LocalDate today) {
        if (on.isAfter(today)) {
            throw new RuleViolationException("rectification.decision.future");
        }
    }
}
