package org.orglife.rectification;

import org.jspecify.annotations.Nullable;
import org.orglife.organisation.PositionKind;

/**
 * A line on paper: a problem and one of its measures.
 *
 * @param measure null for a problem without measures
 * @param review who looked at the result last and in what words; known in exports only
 * @param seat of the measure's owner on the branch committee; known in exports only
 */
public record LedgerLine(
        LedgerRow problem,
        @Nullable LedgerMeasure measure,
        @Nullable String review,
        @Nullable PositionKind seat) {

    LedgerLine(LedgerRow problem, @Nullable LedgerMeasure measure) {
        this(problem, measure, null, null);
    }
}
