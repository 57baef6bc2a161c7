package org.orglife.rectification.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.problem.Problem;
import org.orglife.problem.ProblemSource;
import org.orglife.problem.ProblemText;
import org.orglife.web.Longest;

/** 登记问题: a problem, and its measures as far as they are known. */
record ProblemForm(
        @Nullable Boolean mine,

        @NotNull(message = "{rectification.form.aspect.missing}") @Nullable
        Long aspectId,

        @NotBlank(message = "{rectification.form.text.missing}")
        @Longest(value = 500, message = "{rectification.form.text.long}")
        @Nullable
        String text,

        @Longest(value = 1000, message = "{rectification.form.cause.long}") @Nullable
        String cause,

        @NotNull(message = "{rectification.form.source.missing}") @Nullable
        ProblemSource source,

        @Nullable List<@Valid MeasureForm> measures,
        @Nullable Long version) {

    private static final int FIRST_ROWS = 2;

    static ProblemForm blank(boolean mine, @Nullable Long aspect, ProblemSource source) {
        List<MeasureForm> rows = new ArrayList<>();
        for (int row = 0; row < FIRST_ROWS; row++) {
            rows.add(MeasureForm.blank());
        }
        return new ProblemForm(mine, aspect, null, null, source, rows, null);
    }

    static ProblemForm of(Problem problem) {
        return new ProblemForm(
                problem.getSubjectKind().isPersonal(),
                problem.getAspect().getId(),
                problem.getText(),
                problem.getCause(),
                problem.getSource(),
                List.of(),
                problem.getVersion());
    }

    boolean isMine() {
        return Boolean.TRUE.equals(mine);
    }

    List<MeasureForm> rows() {
        return measures == null ? List.of() : measures;
    }

    ProblemForm withOneMoreRow() {
        List<MeasureForm> more = new ArrayList<>(rows());
        more.add(MeasureForm.blank());
        return new ProblemForm(mine, aspectId, text, cause, source, more, version);
    }

    /** Only to be called on a form that has passed validation. */
    ProblemText toText() {
        return new ProblemText(
                Objects.requireNonNull(aspectId), Objects.requireNonNull(text), cause, Objects.requireNonNull(source));
    }
}
