package org.orglife.rectification.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** 报进展 on one measure. */
record ReportForm(
        @Nullable String words,

        @Nullable Boolean done,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate on) {

    boolean isDone() {
        return Boolean.TRUE.equals(done);
    }
}
