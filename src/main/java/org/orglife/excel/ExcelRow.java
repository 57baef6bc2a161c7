package org.orglife.excel;

import java.util.List;
import java.util.function.Function;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** A row of an uploaded sheet that has content. */
public final class ExcelRow {

    private final int number;
    private final boolean hidden;
    private final List<ExcelCell> cells;
    private final List<CellRangeAddress> merges;

    ExcelRow(int number, boolean hidden, List<ExcelCell> cells, List<CellRangeAddress> merges) {
        this.number = number;
        this.hidden = hidden;
        this.cells = List.copyOf(cells);
        this.merges = List.copyOf(merges);
    }

    /** The number that Excel shows beside the row, from 1. */
    public int number() {
        return number;
    }

    /** Hidden by hand or by a filter. */
    public boolean hidden() {
        return hidden;
    }

    /** The cells that have content, from left to right. */
    public List<ExcelCell> cells() {
        return cells;
    }

    /** The cell in the column with this index from 0; a blank one if there is nothing. */
    public ExcelCell cell(int column) {
        for (ExcelCell cell : cells) {
            if (cell.column() == column) {
                return cell;
            }
        }
        return ExcelCell.blank(number, column);
    }

    /** The row with other texts in the cells for whose address there is one. */
    ExcelRow corrected(Function<String, @Nullable String> corrections) {
        List<ExcelCell> corrected = cells.stream()
                .map(cell -> {
                    String text = corrections.apply(cell.address());
                    return text == null ? cell : ExcelCell.of(cell.row(), cell.column(), ExcelCell.Kind.TEXT, text);
                })
                .toList();
        return new ExcelRow(number, hidden, corrected, merges);
    }

    /** Whether the cell lies in a merged range without being the one that shows the range's content. */
    boolean isCovered(int column) {
        return merges.stream()
                .anyMatch(range -> range.isInRange(number - 1, column)
                        && !(range.getFirstRow() == number - 1 && range.getFirstColumn() == column));
    }

    List<CellRangeAddress> merges() {
        return merges;
    }
}
