package org.orglife.review.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.orglife.review.MemberReview;
import org.orglife.web.Longest;

/** What a grade rests on beside the votes. */
record TextsForm(
        @NotNull(message = "{review.everyday.missing}") @Longest(value = 1000, message = "{review.long}") @Nullable
        String everyday,

        @NotNull(message = "{review.study.missing}") @Longest(value = 1000, message = "{review.long}") @Nullable
        String study,

        @Nullable Long version) {

    static TextsForm of(@Nullable MemberReview row) {
        return row == null
                ? new TextsForm(null, null, null)
                : new TextsForm(row.getEveryday(), row.getStudy(), row.getVersion());
    }
}
