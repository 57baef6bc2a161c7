package org.orglife.rectification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How far an item has come in a ledger kept elsewhere. */
record ForeignState(
        ItemState state,
        @Nullable String responsibleLeader,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate closedOn) {}
