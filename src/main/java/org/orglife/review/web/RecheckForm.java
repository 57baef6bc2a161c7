package org.orglife.review.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.review.MemberReview;
import org.orglife.review.RecheckOutcome;
import org.springframework.format.annotation.DateTimeFormat;

/** When it is looked at again, and what that has shown. */
record RecheckForm(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate recheckOn,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate recheckedOn,

        @Nullable RecheckOutcome recheckOutcome) {

    static RecheckForm of(@Nullable MemberReview row) {
        return row == null
                ? new RecheckForm(null, null, null)
                : new RecheckForm(row.getRecheckOn(), row.getRecheckedOn(), row.getRecheckOutcome());
    }
}
