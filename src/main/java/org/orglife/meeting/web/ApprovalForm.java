package org.orglife.meeting.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the superior is told when he is asked to agree. */
record ApprovalForm(
        @NotNull(message = "{meeting.approval.report.missing}")
        @Size(max = 5000, message = "{meeting.approval.report.long}")
        @Nullable
        String report) {}
