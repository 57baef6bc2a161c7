package org.orglife.records.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.orglife.web.Longest;

/** Whether something was put right, and what there is to say of it. */
record CorrectionAnswerForm(
        @NotNull(message = "{records.answer.missing}") @Nullable
        Boolean corrected,

        @Longest(value = 300, message = "{records.answer.long}") @Nullable
        String answer) {}
