package org.orglife.points.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why an entry is taken back. */
record CounterForm(
        @NotNull(message = "{points.reason.missing}") @Size(max = 200, message = "{points.note.long}") @Nullable
        String reason) {}
