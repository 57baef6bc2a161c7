package org.orglife.excel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in an uploaded sheet, with the place where the user finds it. Two messages belong to it: the
 * {@link #code} says what is wrong, the {@link #actionCode} what to do; both take the same arguments.
 *
 * @param sheet name of the sheet
 * @param row number of the row as Excel shows it
 * @param column heading of the column; null if the row or the table as a whole is meant
 * @param cell address such as {@code C18}; null as above
 * @param value what stands there now; null if nothing does
 * @param code key of the message that says what is wrong
 * @param arguments what the messages name
 * @param suggestion a value that would be right, if there is just one that is near
 */
public record CellProblem(
        String sheet,
        int row,
        @Nullable String column,
        @Nullable String cell,
        @Nullable String value,
        String code,
        List<Object> arguments,
        @Nullable String suggestion) {

    public CellProblem {
        arguments = List.copyOf(arguments);
    }

    /** Key of the message that says what to do. */
    public String actionCode() {
        return code + ".do";
    }

    /** The same for whoever may know where something is wrong, but not what stands there. */
    public CellProblem veiled() {
        return new CellProblem(sheet, row, column, cell, null, code, arguments, null);
    }

    static CellProblem ofTable(String sheet, int row, String code, Object... arguments) {
        return new CellProblem(sheet, row, null, null, null, code, List.of(arguments), null);
    }
}
