package org.orglife.records.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.orglife.records.RecordSection;
import org.orglife.web.Longest;

/** What is wrong, and how it is right. */
record CorrectionRequestForm(
        @NotNull(message = "{records.correction.section.missing}") @Nullable
        RecordSection section,

        @NotNull(message = "{records.correction.text.missing}")
        @Longest(value = 500, message = "{records.correction.text.long}")
        @Nullable
        String text) {}
