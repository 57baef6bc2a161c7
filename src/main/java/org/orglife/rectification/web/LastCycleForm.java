package org.orglife.rectification.web;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.orglife.web.Longest;

/** 上次整改情况: one text. */
record LastCycleForm(
        @NotBlank(message = "{rectification.last.text.missing}")
        @Longest(value = 3000, message = "{rectification.last.text.long}")
        @Nullable
        String text,

        @Nullable Long version) {}
