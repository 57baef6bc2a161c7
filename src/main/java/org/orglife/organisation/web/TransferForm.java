package org.orglife.organisation.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 转到其他支部: where to, and the first day there. */
record TransferForm(
        @NotNull(message = "{organisation.form.transfer.branch.missing}") @Nullable
        Long branchId,

        @NotNull(message = "{organisation.form.transfer.on.missing}") @Nullable
        LocalDate on) {}
