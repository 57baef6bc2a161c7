package org.orglife.review.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.orglife.web.Longest;

/** Something a member improves, and who helps him. */
record ImprovementForm(
        @NotNull(message = "{review.improvement.missing}") @Longest(value = 300, message = "{review.long}") @Nullable
        String improvement,

        @NotNull(message = "{review.helper.missing}") @Nullable
        Long helper) {}
