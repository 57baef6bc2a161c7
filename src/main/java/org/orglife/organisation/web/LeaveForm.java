package org.orglife.organisation.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.MembershipEnd;

/** 办理离开: why, and the last day in the branch. */
record LeaveForm(
        @NotNull(message = "{organisation.form.leave.reason.missing}") @Nullable
        MembershipEnd reason,

        @NotNull(message = "{organisation.form.leave.on.missing}") @Nullable
        LocalDate on) {}
