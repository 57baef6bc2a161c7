package org.orglife.rectification.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.rectification.DecidingBody;
import org.orglife.rectification.Decision;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.BindingResult;

/** Who decided, and on which day. */
record DecisionForm(
        @Nullable DecidingBody body,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate on) {

    /** What is missing or cannot be read. */
    @Nullable
    Objection objection(BindingResult errors) {
        if (errors.hasFieldErrors("on")) {
            return Objection.of("typeMismatch.java.time.LocalDate");
        }
        return body == null || on == null ? Objection.of("rectification.decision.missing") : null;
    }

    /** Only to be called on a form that has passed its check. */
    Decision toDecision() {
        if (body == null || on == null) {
            throw new IllegalStateException("decision is not complete");
        }
        return new Decision(body, on);
    }
}
