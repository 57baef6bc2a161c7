package org.orglife.excel;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One cell of an uploaded sheet.
 *
 * @param row number of the row as Excel shows it, from 1
 * @param column index of the column, from 0
 * @param text the content as a reader would write it down; of a formula the formula itself, never its last result
 * @param number set if the kind is {@link Kind#NUMBER} or {@link Kind#DATE}
 * @param moment set if the kind is {@link Kind#DATE}
 * @param monthOnly whether the format of the date shows a month without a day
 */
public record ExcelCell(
        int row,
        int column,
        Kind kind,
        String text,
        @Nullable BigDecimal number,
        @Nullable LocalDateTime moment,
        boolean monthOnly) {

    /** What a cell holds. */
    public enum Kind {
        /** Typed text. */
        TEXT,
        /** A number without the format of a date. */
        NUMBER,
        /** A number shown as a date. */
        DATE,
        /** TRUE or FALSE. */
        BOOLEAN,
        /** Anything computed; its last result is not looked at. */
        FORMULA,
        /** An error value such as {@code #REF!}. */
        ERROR,
        /** Nothing visible. */
        BLANK
    }

    static ExcelCell of(int row, int column, Kind kind, String text) {
        return new ExcelCell(row, column, kind, text, null, null, false);
    }

    static ExcelCell blank(int row, int column) {
        return of(row, column, Kind.BLANK, "");
    }

    public boolean isBlank() {
        return kind == Kind.BLANK;
    }

    /** Where the cell stands, such as {@code C18}. */
    public String address() {
        return Columns.address(row, column);
    }
}
