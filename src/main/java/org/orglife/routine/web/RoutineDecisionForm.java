package org.orglife.routine.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.routine.DecisionDetails;
import org.orglife.routine.ShowOfHands;
import org.springframework.format.annotation.DateTimeFormat;

/** What was decided: who, until when, and how many hands were raised where there was a vote. */
record RoutineDecisionForm(
        @NotNull(message = "{routine.decision.missing}") @Size(max = 300, message = "{routine.decision.long}") @Nullable
        String text,

        @Nullable Long ownerId,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate dueOn,

        @Min(value = 0, message = "{routine.votes.odd}") @Max(value = 1000, message = "{routine.votes.odd}") @Nullable
        Integer approve,

        @Min(value = 0, message = "{routine.votes.odd}") @Max(value = 1000, message = "{routine.votes.odd}") @Nullable
        Integer against,

        @Min(value = 0, message = "{routine.votes.odd}") @Max(value = 1000, message = "{routine.votes.odd}") @Nullable
        Integer abstained) {

    static RoutineDecisionForm blank() {
        return new RoutineDecisionForm(null, null, null, null, null, null);
    }

    /** Only to be called on a form that has passed validation; where one number stands, an empty one is 0. */
    DecisionDetails toDetails() {
        boolean voted = Stream.of(approve, against, abstained).anyMatch(Objects::nonNull);
        return new DecisionDetails(
                Objects.requireNonNull(text),
                ownerId,
                dueOn,
                voted ? new ShowOfHands(number(approve), number(against), number(abstained)) : null);
    }

    private static int number(@Nullable Integer typed) {
        return typed == null ? 0 : typed;
    }
}
