package org.orglife.excel;

/** Compares one sheet with the limits while it goes by, and refuses it by name at the row where it exceeds them. */
final class SheetSize {

    private final String sheet;
    private final boolean read;
    private final ReadLimits limits;
    private int filledRows;
    private int rowsAboveData;
    private int filledCells;
    private int lastFilledRow;
    private int physicalRows;
    private int blankRun;
    private int firstBlankRow;
    private long cells;

    /** @param read whether the sheet is to be read; of hidden ones only the safety matters, not the size */
    SheetSize(String sheet, boolean read, ReadLimits limits) {
        this.sheet = sheet;
        this.read = read;
        this.limits = limits;
    }

    String sheet() {
        return sheet;
    }

    boolean isRead() {
        return read;
    }

    int cells() {
        return limits.cells();
    }

    void startRow(int row) {
        filledCells = 0;
        physicalRows++;
        // Rows without content between the filled ones; Excel's user model keeps every one of them.
        if (read && physicalRows > 2 * limits.rows() + limits.blankRows() + ReadLimits.ROWS_ABOVE_DATA) {
            throw blankRows(row);
        }
    }

    void cell(int row, int column, boolean filled) {
        if (!read) {
            return;
        }
        if (++cells > limits.cells()) {
            throw new UnreadableWorkbookException("excel.sheet.blank-cells", sheet);
        }
        if (filled) {
            filledCells++;
            if (column >= limits.columns()) {
                throw new UnreadableWorkbookException(
                        "excel.sheet.too-many-columns", sheet, limits.columns(), Columns.address(row, column));
            }
        }
    }

    void endRow(int row) {
        if (!read) {
            return;
        }
        if (filledCells == 0) {
            firstBlankRow = blankRun++ == 0 ? row : firstBlankRow;
            // Some programs write out each row of a form prepared for as many rows as are allowed.
            if (blankRun > limits.rows()) {
                throw blankRows(firstBlankRow);
            }
            return;
        }
        if (row - lastFilledRow - 1 > limits.blankRows()) {
            throw blankRows(lastFilledRow + 1);
        }
        lastFilledRow = row;
        blankRun = 0;
        countDataRow();
    }

    /** Titles and notes fill one cell; the first row with more is taken for the head, and the data begin below it. */
    private void countDataRow() {
        filledRows++;
        if (rowsAboveData == 0 && filledCells > 1 && filledRows <= ReadLimits.ROWS_ABOVE_DATA) {
            rowsAboveData = filledRows;
        }
        if (filledRows - Math.max(1, rowsAboveData) > limits.rows()) {
            throw new UnreadableWorkbookException("excel.sheet.too-many-rows", sheet, limits.rows());
        }
    }

    private UnreadableWorkbookException blankRows(int row) {
        return new UnreadableWorkbookException("excel.sheet.blank-rows", sheet, Integer.toString(row));
    }
}
