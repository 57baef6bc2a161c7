package org.orglife.campaign.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.PlannedStep;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepLevel;
import org.springframework.format.annotation.DateTimeFormat;

/** One line of the table of steps in the campaign form. */
record StepForm(
        @Nullable StepCode code,
        @Nullable StepLevel level,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate until) {

    static StepForm of(PlannedStep step) {
        return new StepForm(step.code(), step.level(), step.from(), step.until());
    }

    boolean isBackwards() {
        return from != null && until != null && until.isBefore(from);
    }
}
