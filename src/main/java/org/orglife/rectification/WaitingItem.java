package org.orglife.rectification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An item that waits for the caller himself.
 *
 * @param dueOn the earliest date of his open measures; null where none has one
 * @param handInOnly whether all measures are done, so that only handing in is left
 */
public record WaitingItem(
        long id,
        int number,
        String branch,
        String text,
        ItemState state,
        @Nullable LocalDate dueOn,
        boolean handInOnly) {}
