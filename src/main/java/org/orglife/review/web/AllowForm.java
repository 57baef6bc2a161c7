package org.orglife.review.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.orglife.web.Longest;

/** How many 优秀 the office allows one branch, and why. */
record AllowForm(
        @NotNull(message = "{review.allow.missing}") @Nullable
        Integer most,

        @NotNull(message = "{review.reason.missing}") @Longest(value = 300, message = "{review.long}") @Nullable
        String reason) {}
