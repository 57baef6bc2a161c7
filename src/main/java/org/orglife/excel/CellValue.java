package org.orglife.excel;

import org.jspecify.annotations.Nullable;

/** What a column shows of a row: a String, a Number, a LocalDate, or null for a blank cell. */
@FunctionalInterface
public interface CellValue<T> {

    @Nullable
    Object of(T row);
}
