package org.orglife.review.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.review.MemberReview;
import org.orglife.review.Recheck;
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
        Recheck recheck = row == null ? null : row.getRecheck();
        return recheck == null
                ? new RecheckForm(null, null, null)
                : new RecheckForm(recheck.recheckOn(), recheck.recheckedOn(), recheck.recheckOutcome());
    }
}
