package org.orglife.review.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.orglife.review.MemberReview;
import org.orglife.web.Longest;

/** What a member adds to his review. */
record StatementForm(
        @NotNull(message = "{review.statement.missing}") @Longest(value = 2000, message = "{review.long}") @Nullable
        String statement,

        @Nullable Long version) {

    static StatementForm of(@Nullable MemberReview row) {
        return row == null ? new StatementForm(null, null) : new StatementForm(row.getStatement(), row.getVersion());
    }
}
