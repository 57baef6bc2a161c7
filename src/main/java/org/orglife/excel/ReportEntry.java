package org.orglife.excel;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a ledger: its rows as they are described, and the rows of the sheet that they take. A row with a text of
 * more than a page's worth takes several, because a row can be only so high and is never divided by the end of a page.
 */
final class ReportEntry {

    /** Height of one line of the body, in points. */
    static final float LINE = 16;

    /** 384 points; Excel allows 409 for a row. */
    private static final int MOST_LINES = 24;

    /** Lines of each part of a divided row: few, so that they fill the pages. */
    private static final int PART_LINES = 12;

    /** A text that is cut into pieces, one for each row that it runs through. */
    record Divided(List<String> pieces) {}

    private final @Nullable Object[][] rows;
    private final int[] widths;
    private final int merged;
    private final int[] starts;
    private final int[] lines;

    /**
     * @param rows prepared values; those of the merged columns in the first row
     * @param mergedColumns how many of the first columns run through all rows
     */
    ReportEntry(@Nullable Object[][] rows, int[] widths, int mergedColumns) {
        this.rows = rows;
        this.widths = widths;
        merged = rows.length == 1 ? 0 : mergedColumns;
        int[] needed = neededLines();
        starts = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            int parts = needed[i] <= MOST_LINES ? 1 : (needed[i] + PART_LINES - 1) / PART_LINES;
            starts[i + 1] = starts[i] + parts;
        }
        lines = new int[starts[rows.length]];
        for (int i = 0; i < rows.length; i++) {
            share(needed[i], starts[i], starts[i + 1]);
        }
        divideLongTexts();
    }

    /** Number of rows in the sheet. */
    int height() {
        return lines.length;
    }

    /** First row in the sheet, counted from the entry's own, of a described row. */
    int start(int row) {
        return starts[row];
    }

    int described() {
        return rows.length;
    }

    float points(int sheetRow) {
        return LINE * lines[sheetRow];
    }

    @Nullable
    Object value(int row, int column) {
        return rows[column < merged ? 0 : row][column];
    }

    /** First of the sheet's rows that the value runs through. */
    int from(int row, int column) {
        return column < merged ? 0 : starts[row];
    }

    /** The row behind the last of them. */
    int to(int row, int column) {
        return column < merged ? height() : starts[row + 1];
    }

    private int[] neededLines() {
        int[] needed = new int[rows.length];
        Arrays.setAll(needed, i -> mostLines(rows[i], merged, widths.length));
        if (merged > 0) {
            int missing = mostLines(rows[0], 0, merged) - Arrays.stream(needed).sum();
            for (int i = 0; missing > 0; i++, missing--) {
                needed[i % needed.length]++;
            }
        }
        return needed;
    }

    private int mostLines(@Nullable Object[] values, int from, int to) {
        int most = 1;
        for (int i = from; i < to; i++) {
            if (values[i] instanceof String text) {
                most = Math.max(most, TextLines.count(text, widths[i]));
            }
        }
        return most;
    }

    private void share(int needed, int from, int to) {
        int parts = to - from;
        for (int i = from; i < to; i++) {
            lines[i] = needed / parts + (i - from < needed % parts ? 1 : 0);
        }
    }

    /**
     * A merged cell is cut through the middle of a line where a page ends. A long text is bound to meet such an end, so
     * it is written in pieces instead; the longest would not fit one cell anyway.
     */
    private void divideLongTexts() {
        if (height() == 1) {
            return;
        }
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < widths.length; column++) {
                int from = from(row, column);
                int to = to(row, column);
                if (to - from > 1
                        && rows[row][column] instanceof String text
                        && TextLines.count(text, widths[column]) > MOST_LINES) {
                    rows[row][column] = new Divided(TextLines.pieces(text, widths[column], lines, from, to));
                }
            }
        }
    }
}
