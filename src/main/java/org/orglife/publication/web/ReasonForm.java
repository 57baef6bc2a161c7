package org.orglife.publication.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why something is sent back or taken down. */
record ReasonForm(
        @NotNull(message = "{publication.reason.missing}")
        @Size(max = 300, message = "{publication.reason.long}")
        @Nullable
        String reason) {}
