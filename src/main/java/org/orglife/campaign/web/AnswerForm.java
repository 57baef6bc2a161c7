package org.orglife.campaign.web;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.orglife.web.Longest;

/** What the office answers. */
record AnswerForm(
        @NotBlank(message = "{campaign.answer.missing}")
        @Longest(value = 2000, message = "{campaign.answer.long}")
        @Nullable
        String answer) {}
