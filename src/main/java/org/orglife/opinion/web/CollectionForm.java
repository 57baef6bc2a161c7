package org.orglife.opinion.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.opinion.Asking;
import org.orglife.opinion.OpinionChannel;
import org.orglife.opinion.OpinionCollection;
import org.orglife.opinion.TargetGroup;
import org.orglife.web.Longest;
import org.springframework.validation.BindingResult;

/** 登记一次征求意见. */
record CollectionForm(
        @NotNull(message = "{opinion.form.channel.missing}") @Nullable
        OpinionChannel channel,

        @NotNull(message = "{opinion.form.group.missing}") @Nullable
        TargetGroup group,

        @Min(value = 0, message = "{opinion.form.sheets}")
        @Max(value = 100_000, message = "{opinion.form.sheets}")
        @Nullable
        Integer issued,

        @Min(value = 0, message = "{opinion.form.sheets}")
        @Max(value = 100_000, message = "{opinion.form.sheets}")
        @Nullable
        Integer returned,

        @NotNull(message = "{opinion.form.heldOn.missing}") @Nullable
        LocalDate heldOn,

        @Longest(value = 80, message = "{opinion.form.place.long}") @Nullable
        String place,

        @Longest(value = 40, message = "{opinion.form.organiser.long}") @Nullable
        String organiser,

        @Nullable Boolean noneReceived,
        @Nullable Long version) {

    static CollectionForm blank(LocalDate today) {
        return new CollectionForm(null, null, null, null, today, null, null, false, null);
    }

    static CollectionForm of(OpinionCollection collection) {
        return new CollectionForm(
                collection.getChannel(),
                collection.getTargetGroup(),
                collection.getIssued(),
                collection.getReturned(),
                collection.getHeldOn(),
                collection.getPlace(),
                collection.getOrganiser(),
                collection.isNoneReceived(),
                collection.getVersion());
    }

    boolean isNone() {
        return Boolean.TRUE.equals(noneReceived);
    }

    void check(BindingResult errors, LocalDate today) {
        if (errors.getTarget() == null) {
            // a field that could not be read at all comes first
            return;
        }
        if (channel == OpinionChannel.FORM && returned != null && (issued == null || returned > issued)) {
            errors.rejectValue(
                    "returned",
                    "opinion.returned-too-many",
                    new Object[] {returned.toString(), issued == null ? "0" : issued.toString()},
                    null);
        }
        if (heldOn != null && heldOn.isAfter(today)) {
            errors.rejectValue("heldOn", "opinion.future");
        }
    }

    /** Only to be called on a form that has passed validation. */
    Asking toAsking() {
        return new Asking(
                Objects.requireNonNull(channel),
                Objects.requireNonNull(group),
                issued,
                returned,
                Objects.requireNonNull(heldOn),
                place,
                organiser,
                isNone());
    }
}
