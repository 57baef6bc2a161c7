package org.orglife.excel;

/**
 * How much of an uploaded workbook is read before it is refused.
 *
 * @param rows data rows of one sheet, not counting its head
 * @param columns columns of one sheet
 * @param blankRows rows without content in one stretch between others; below a longer one nobody looks for data. Below
 *     the data there may be as many as {@code rows}: more are the trace of formats dragged down to the end
 * @param uncompressedBytes size of the whole package after unpacking; a single part may have half of it
 * @param entries parts of the package
 */
public record ReadLimits(int rows, int columns, int blankRows, long uncompressedBytes, int entries) {

    public static final ReadLimits DEFAULT = new ReadLimits(5_000, 50, 200, 200L << 20, 200);

    /** Rows above the data: a title, notes, the head. */
    static final int ROWS_ABOVE_DATA = 10;

    /** Parts that the reading library keeps in memory as a whole: strings, styles, the workbook itself. */
    private static final long HELD_BYTES = 32L << 20;

    long entryBytes() {
        return uncompressedBytes / 2;
    }

    long heldBytes() {
        return Math.min(HELD_BYTES, entryBytes());
    }

    /** Cells that a sheet may list, with content or only with a format: as many as fill the rows and columns. */
    int cells() {
        return (rows + ROWS_ABOVE_DATA + blankRows) * columns;
    }
}
