package org.orglife.rectification.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.problem.ProblemDraft;
import org.orglife.problem.ProblemSource;
import org.orglife.problem.ProblemText;
import org.orglife.web.Longest;

/** One point of a member's own list: in which aspect, and what; with it the whole list may be handed in. */
record PointForm(
        @NotNull(message = "{rectification.form.aspect.missing}") @Nullable
        Long aspectId,

        @NotBlank(message = "{rectification.form.text.missing}")
        @Longest(value = 500, message = "{rectification.form.text.long}")
        @Nullable
        String text,

        @Longest(value = 1000, message = "{rectification.form.cause.long}") @Nullable
        String cause,

        @Nullable ProblemSource source,
        @Nullable Boolean handIn,
        @Nullable Long version) {

    static PointForm blank(@Nullable Long aspectId) {
        return new PointForm(aspectId, null, null, null, null, null);
    }

    static PointForm of(ProblemDraft draft) {
        return new PointForm(
                draft.getAspect().getId(),
                draft.getText(),
                draft.getCause(),
                draft.getSource(),
                null,
                draft.getVersion());
    }

    /** Only to be called on a form that has passed validation. */
    ProblemText toText() {
        return new ProblemText(
                Objects.requireNonNull(aspectId),
                Objects.requireNonNull(text),
                cause,
                Objects.requireNonNullElse(source, ProblemSource.SELF));
    }
}
