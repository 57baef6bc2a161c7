package org.orglife.publication.web;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** The secretary agrees: who decided on it when, and why somebody's own problem is shown. */
record ApprovalForm(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate decidedOn,

        @Size(max = 300, message = "{publication.reason.long}") @Nullable
        String personalReason,

        @Nullable Long version) {}
