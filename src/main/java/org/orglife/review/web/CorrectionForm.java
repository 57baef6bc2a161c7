package org.orglife.review.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.orglife.web.Longest;

/** Why a decision is taken back. */
record CorrectionForm(
        @NotNull(message = "{review.correction.reason.missing}")
        @Longest(value = 300, message = "{review.long}")
        @Nullable
        String why,

        @Nullable Long version) {}
