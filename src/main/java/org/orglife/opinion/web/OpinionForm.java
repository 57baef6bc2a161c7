package org.orglife.opinion.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.opinion.Opinion;
import org.orglife.opinion.OpinionAbout;
import org.orglife.opinion.OpinionChannel;
import org.orglife.opinion.OpinionText;
import org.orglife.opinion.TargetGroup;
import org.orglife.web.Longest;
import org.springframework.validation.BindingResult;

/** 记一条意见. */
record OpinionForm(
        @NotBlank(message = "{opinion.form.text.missing}")
        @Longest(value = OpinionText.LONGEST, message = "{opinion.form.text.long}")
        @Nullable
        String text,

        @NotNull(message = "{opinion.form.about.missing}") @Nullable
        OpinionAbout about,

        @NotNull(message = "{opinion.form.channel.missing}") @Nullable
        OpinionChannel channel,

        @NotNull(message = "{opinion.form.group.missing}") @Nullable
        TargetGroup group,

        @Nullable Long collection,
        @Nullable Long giver,

        @NotNull(message = "{opinion.form.givenOn.missing}") @Nullable
        LocalDate givenOn,

        @Nullable Long version) {

    static OpinionForm of(Opinion opinion, LocalDate today) {
        return new OpinionForm(
                opinion.getText(),
                opinion.getAbout(),
                opinion.getChannel(),
                opinion.getTargetGroup(),
                opinion.getCollectionId(),
                opinion.getGiverId(),
                Objects.requireNonNullElse(opinion.getGivenOn(), today),
                opinion.getVersion());
    }

    /** The first one of a page, or the next one: all but the text stands as it stood before. */
    static OpinionForm next(
            @Nullable OpinionAbout about,
            @Nullable OpinionChannel channel,
            @Nullable TargetGroup group,
            @Nullable Long collection,
            LocalDate givenOn) {
        return new OpinionForm(null, about, channel, group, collection, null, givenOn, null);
    }

    void check(BindingResult errors, LocalDate today) {
        if (errors.getTarget() == null) {
            // a field that could not be read at all comes first
            return;
        }
        if (givenOn != null && givenOn.isAfter(today)) {
            errors.rejectValue("givenOn", "opinion.future");
        }
    }

    /** Only to be called on a form that has passed validation. */
    OpinionText toText() {
        return new OpinionText(
                Objects.requireNonNull(text),
                Objects.requireNonNull(about),
                Objects.requireNonNull(channel),
                Objects.requireNonNull(group),
                collection,
                giver,
                Objects.requireNonNull(givenOn));
    }
}
