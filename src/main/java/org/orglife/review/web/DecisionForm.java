package org.orglife.review.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.orglife.review.Grade;
import org.orglife.review.MemberReview;
import org.orglife.web.Longest;

/** A grade as it was decided; empty until somebody chooses one (BR-50). */
record DecisionForm(
        @NotNull(message = "{review.grade.missing}") @Nullable
        Grade grade,

        @NotNull(message = "{review.opinion.missing}") @Longest(value = 1000, message = "{review.long}") @Nullable
        String opinion,

        @Nullable Long version) {

    /** What was decided before; nothing of it where nothing was. */
    static DecisionForm of(@Nullable MemberReview row) {
        return row == null
                ? new DecisionForm(null, null, null)
                : new DecisionForm(row.getGrade(), row.getOpinion(), row.getVersion());
    }
}
