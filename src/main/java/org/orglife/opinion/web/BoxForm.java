package org.orglife.opinion.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.opinion.OpinionBoxes;
import org.springframework.validation.BindingResult;

/** 开设匿名意见箱. */
record BoxForm(
        @NotNull(message = "{opinion.box.closesOn.missing}") @Nullable
        LocalDate closesOn,

        @NotNull(message = "{opinion.box.number.codes}")
        @Min(value = 1, message = "{opinion.box.number.codes}")
        @Max(value = OpinionBoxes.MOST_CODES, message = "{opinion.box.number.codes}")
        @Nullable
        Integer codes,

        @NotNull(message = "{opinion.box.number.quota}")
        @Min(value = 1, message = "{opinion.box.number.quota}")
        @Max(value = OpinionBoxes.MOST_USES, message = "{opinion.box.number.quota}")
        @Nullable
        Integer quota,

        @Nullable Boolean openToAll) {

    private static final int USUAL_DAYS = 7;
    private static final int USUAL_CODES = 20;
    private static final int USUAL_QUOTA = 3;

    void check(BindingResult errors, LocalDate today) {
        if (errors.getTarget() == null) {
            // a field that could not be read at all comes first
            return;
        }
        if (closesOn != null
                && (closesOn.isBefore(today) || closesOn.isAfter(today.plusDays(OpinionBoxes.LONGEST_DAYS)))) {
            errors.rejectValue("closesOn", "opinion.box.day", new Object[] {OpinionBoxes.LONGEST_DAYS}, null);
        }
    }

    static BoxForm usual(LocalDate today) {
        return new BoxForm(today.plusDays(USUAL_DAYS), USUAL_CODES, USUAL_QUOTA, null);
    }
}
