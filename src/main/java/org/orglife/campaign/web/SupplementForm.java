package org.orglife.campaign.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.orglife.web.Longest;

/** 补充通知. */
record SupplementForm(
        @NotBlank(message = "{campaign.supplement.title.missing}")
        @Size(max = 80, message = "{campaign.supplement.title.long}")
        @Nullable
        String title,

        @NotBlank(message = "{campaign.supplement.body.missing}")
        @Longest(value = 5000, message = "{campaign.supplement.body.long}")
        @Nullable
        String body) {}
