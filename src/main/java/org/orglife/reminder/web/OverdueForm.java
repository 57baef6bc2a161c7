package org.orglife.reminder.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.reminder.OverdueActionKind;
import org.orglife.web.Longest;
import org.springframework.format.annotation.DateTimeFormat;

/** What was done about a late item. */
record OverdueForm(
        @NotNull(message = "{reminder.kind.missing}") @Nullable
        OverdueActionKind kind,

        @NotNull(message = "{reminder.heldOn.missing}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate heldOn,

        @Longest(value = 300, message = "{reminder.text.long}") @Nullable
        String text) {}
