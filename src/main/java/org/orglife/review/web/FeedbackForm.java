package org.orglife.review.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.review.FeedbackWay;
import org.orglife.review.MemberReview;
import org.orglife.review.Told;
import org.springframework.format.annotation.DateTimeFormat;

/** When, by whom and how a member was told. */
record FeedbackForm(
        @NotNull(message = "{review.feedback.day.missing}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate fedBackOn,

        @NotNull(message = "{review.feedback.by.missing}") @Nullable
        Long fedBackBy,

        @NotNull(message = "{review.feedback.way.missing}") @Nullable
        FeedbackWay way) {

    static FeedbackForm of(@Nullable MemberReview row, LocalDate today) {
        Told told = row == null ? null : row.getTold();
        return told == null
                ? new FeedbackForm(today, null, null)
                : new FeedbackForm(told.fedBackOn(), told.fedBackBy(), told.feedbackWay());
    }
}
