package org.orglife.campaign.web;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.orglife.web.Longest;

/** What a branch asks about a notice. */
record QuestionForm(
        @NotBlank(message = "{campaign.question.missing}")
        @Longest(value = 500, message = "{campaign.question.long}")
        @Nullable
        String body) {}
