package org.orglife.organisation.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.Seat;
import org.orglife.shared.TypedText;
import org.springframework.validation.Errors;

/** 登记任职: who sits where from which day, or that nobody does. */
record PositionForm(
        @NotNull(message = "{organisation.form.position.kind.missing}") @Nullable
        PositionKind kind,

        @Size(max = 30, message = "{organisation.form.position.title.long}") @Nullable
        String title,

        @Nullable PositionHold hold,
        @Nullable Long memberId,

        @NotNull(message = "{organisation.form.position.from.missing}") @Nullable
        LocalDate from) {

    static PositionForm blank(@Nullable PositionKind kind, @Nullable Long memberId, LocalDate today) {
        return new PositionForm(kind, null, PositionHold.HELD, memberId, today);
    }

    boolean isVacant() {
        return hold == PositionHold.VACANT;
    }

    /** Names what is missing beside its field. */
    void check(Errors errors) {
        if (!isVacant() && memberId == null) {
            errors.rejectValue("memberId", "organisation.form.position.member.missing");
        }
        if (kind == PositionKind.OTHER && TypedText.cleanName(title) == null) {
            errors.rejectValue("title", "organisation.position.title-missing");
        }
    }

    Seat toSeat() {
        return new Seat(
                kind == PositionKind.OTHER ? TypedText.cleanName(title) : null,
                hold == PositionHold.ASSISTANT,
                hold == PositionHold.ACTING);
    }
}
