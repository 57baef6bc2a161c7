package org.orglife.outline.web;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.outline.OutlineService.Reading;
import org.orglife.outline.Verdict;
import org.orglife.web.Longest;

/**
 * What is said to a version that was handed in.
 *
 * @param number of that version
 */
record ReviewForm(
        @Nullable Integer number,

        @NotNull(message = "{outline.review.choose}") @Nullable
        Verdict verdict,

        @Longest(value = 1000, message = "{outline.review.long}") @Nullable
        String remark) {

    static ReviewForm of(Reading reading) {
        return new ReviewForm(reading.outline().getHandedIn(), null, null);
    }

    int numberOrNone() {
        return number == null ? 0 : number;
    }

    /** Only to be called on a form that has passed validation. */
    Verdict verdictGiven() {
        return Objects.requireNonNull(verdict);
    }
}
