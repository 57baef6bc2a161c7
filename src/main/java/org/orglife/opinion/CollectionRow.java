package org.orglife.opinion;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time of asking (form 征求意见发放回收登记).
 *
 * @param id null for opinions of which no time of asking was entered: counted by channel and group
 * @param late whether it was entered late (补录)
 * @param opinions how many opinions it brought
 */
public record CollectionRow(
        @Nullable Long id,
        OpinionChannel channel,
        @Nullable TargetGroup targetGroup,
        @Nullable Integer issued,
        @Nullable Integer returned,
        @Nullable LocalDate heldOn,
        @Nullable String place,
        @Nullable String organiser,
        boolean noneReceived,
        boolean late,
        int opinions) {}
