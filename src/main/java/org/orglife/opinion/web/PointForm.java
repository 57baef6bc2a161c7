package org.orglife.opinion.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.opinion.DigestPoint;
import org.orglife.opinion.Opinion;
import org.orglife.opinion.OpinionAbout;
import org.orglife.shared.TypedText;
import org.orglife.web.Longest;

/** 归并成一条. */
record PointForm(
        @NotBlank(message = "{opinion.point.text.missing}")
        @Longest(value = PointForm.LONGEST, message = "{opinion.point.text.long}")
        @Nullable
        String text,

        @NotNull(message = "{opinion.form.about.missing}") @Nullable
        OpinionAbout about,

        @Nullable Long aspectId,
        @Nullable List<Long> ids,
        @Nullable Long version) {

    static final int LONGEST = 500;

    static PointForm of(List<Opinion> chosen) {
        Opinion first = chosen.get(0);
        String text = first.getText();
        return new PointForm(
                TypedText.length(text) <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)),
                first.getAbout(),
                null,
                chosen.stream().map(Opinion::getId).toList(),
                null);
    }

    static PointForm of(DigestPoint point) {
        return new PointForm(
                point.getText(),
                point.getAbout(),
                point.getAspect() == null ? null : point.getAspect().getId(),
                List.of(),
                point.getVersion());
    }

    List<Long> chosen() {
        return ids == null ? List.of() : ids.stream().filter(Objects::nonNull).toList();
    }
}
