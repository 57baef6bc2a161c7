package org.orglife.rectification.web;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.rectification.Measure;
import org.orglife.rectification.MeasurePlan;
import org.orglife.rectification.Track;
import org.orglife.web.Longest;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.Errors;

/** A measure on a form; alone on its page, or one of several under a problem. */
record MeasureForm(
        @Longest(value = 500, message = "{rectification.measure.text.long}") @Nullable
        String text,

        @Longest(value = 300, message = "{rectification.measure.target.long}") @Nullable
        String target,

        @Nullable Long ownerId,
        @Nullable Track track,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate dueOn,

        @Nullable Boolean past,
        @Nullable Long version) {

    static MeasureForm blank() {
        return new MeasureForm(null, null, null, Track.TERM, null, null, null);
    }

    static MeasureForm of(Measure measure) {
        return new MeasureForm(
                measure.getText(),
                measure.getTarget(),
                measure.getOwner().getId(),
                measure.getTrack(),
                measure.getDueOn(),
                null,
                measure.getVersion());
    }

    /** A row of which nothing was filled in; the kind is preset and does not count. */
    boolean isBlank() {
        return text == null && target == null && ownerId == null && dueOn == null;
    }

    /**
     * Notes what is missing or contradictory.
     *
     * @param prefix of the field names, such as {@code measures[0].}
     * @param earliest first day a date may name; null where an old one is kept
     * @param backfilled whether the campaign is entered afterwards: an earlier date is asked about, not refused
     */
    void check(Errors errors, String prefix, @Nullable LocalDate earliest, boolean backfilled) {
        if (text == null) {
            errors.rejectValue(prefix + "text", "rectification.measure.text.missing");
        }
        if (ownerId == null) {
            errors.rejectValue(prefix + "ownerId", "rectification.measure.owner.missing");
        }
        if (track == Track.LONG_TERM && dueOn != null) {
            errors.rejectValue(prefix + "dueOn", "rectification.measure.due-too-much");
        }
        if (track != Track.LONG_TERM && dueOn == null && errors.getFieldErrorCount(prefix + "dueOn") == 0) {
            errors.rejectValue(prefix + "dueOn", "rectification.measure.due-missing");
        }
        if (dueOn != null && earliest != null && dueOn.isBefore(earliest)) {
            if (!backfilled) {
                errors.rejectValue(prefix + "dueOn", "rectification.measure.due-past");
            } else if (!Boolean.TRUE.equals(past)) {
                errors.rejectValue(prefix + "past", "rectification.measure.due-past-sure");
            }
        }
    }

    /** Only to be called on a form that has passed its checks. */
    MeasurePlan toPlan() {
        return new MeasurePlan(
                Objects.requireNonNull(text),
                target,
                Objects.requireNonNull(ownerId),
                track == null ? Track.TERM : track,
                dueOn);
    }
}
