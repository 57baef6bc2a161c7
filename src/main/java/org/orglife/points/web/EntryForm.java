package org.orglife.points.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** Points for somebody. */
record EntryForm(
        @NotNull(message = "{points.member.missing}") @Nullable
        Long member,

        @NotNull(message = "{points.item.missing}") @Nullable
        Long item,

        @NotNull(message = "{points.day.missing}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate onDay,

        @Size(max = 200, message = "{points.note.long}") @Nullable
        String note) {

    static EntryForm blank(LocalDate today) {
        return new EntryForm(null, null, today, null);
    }
}
