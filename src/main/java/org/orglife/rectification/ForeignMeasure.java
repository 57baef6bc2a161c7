package org.orglife.rectification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.ExcelRecord;

/**
 * A measure as a ledger kept elsewhere has it.
 *
 * @param progress what is said about it, apart from the word that it is done
 * @param begun whether anything is said about its progress at all
 * @param doneOn day on which it was done; today for one of which only that is known
 */
record ForeignMeasure(
        ExcelRecord record,
        String text,
        @Nullable String target,
        String owner,
        Track track,
        @Nullable LocalDate dueOn,
        @Nullable String progress,
        boolean begun,
        @Nullable LocalDate doneOn) {}
