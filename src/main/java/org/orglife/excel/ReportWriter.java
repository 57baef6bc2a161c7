package org.orglife.excel;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/** Writes one ledger from top to bottom, holding no more than the rows of one entry. */
final class ReportWriter<T> {

    /** An entry with more rows goes on in a second one, rather than fill the memory. */
    private static final int LARGEST_GROUP = 1_000;

    private static final float BAND_HEIGHT = 20;

    private final SXSSFSheet sheet;
    private final ReportSheet<T> description;
    private final ReportStyles styles;
    private final Runnable counter;
    private final int[] widths;
    private final CellLook[] looks;
    private final List<CellValue<? super T>> values;
    private final int mergedColumns;
    private int next;
    private @Nullable String band;

    ReportWriter(SXSSFSheet sheet, ReportSheet<T> description, ReportStyles styles, Runnable counter) {
        this.sheet = sheet;
        this.description = description;
        this.styles = styles;
        this.counter = counter;
        List<ReportColumn<T>> columns = description.columns();
        widths = columns.stream().mapToInt(ReportColumn::width).toArray();
        looks = columns.stream().map(styles::look).toArray(CellLook[]::new);
        values = columns.stream().<CellValue<? super T>>map(ReportColumn::value).toList();
        mergedColumns = description.groups() == null ? 0 : description.groups().mergedColumns();
    }

    void write(Iterator<? extends T> rows) {
        ReportFrame frame = new ReportFrame(sheet, styles, widths);
        next = frame.writeTop(
                description.title(),
                description.headLine(),
                description.columns().stream().map(ReportColumn::heading).toList());
        writeBody(rows);
        for (List<String> line : description.foot()) {
            frame.writeLine(next++, line);
        }
    }

    private void writeBody(Iterator<? extends T> rows) {
        T row = rows.hasNext() ? rows.next() : null;
        while (row != null) {
            List<T> group = new ArrayList<>();
            T first = row;
            do {
                group.add(row);
                row = rows.hasNext() ? rows.next() : null;
            } while (row != null && group.size() < LARGEST_GROUP && isSame(first, row));
            writeBand(first);
            writeGroup(group);
        }
    }

    private boolean isSame(T first, T second) {
        ReportSheet.Groups<T> groups = description.groups();
        return groups != null
                && Objects.equals(groups.key().apply(first), groups.key().apply(second))
                && Objects.equals(bandOf(first), bandOf(second));
    }

    private @Nullable String bandOf(T row) {
        return description.bands() == null ? null : description.bands().apply(row);
    }

    private void writeBand(T first) {
        String wanted = bandOf(first);
        if (wanted == null || wanted.equals(band)) {
            return;
        }
        band = wanted;
        Row row = sheet.createRow(next++);
        row.setHeightInPoints(BAND_HEIGHT);
        fill(row, styles.band());
        row.getCell(0).setCellValue(SafeText.clean(wanted));
        merge(row.getRowNum(), row.getRowNum(), 0, widths.length - 1);
    }

    private void fill(Row row, CellStyle style) {
        for (int i = 0; i < widths.length; i++) {
            row.createCell(i).setCellStyle(style);
        }
    }

    private void writeGroup(List<T> group) {
        @Nullable Object[][] rows = new @Nullable Object[group.size()][widths.length];
        for (int i = 0; i < rows.length; i++) {
            for (int column = i == 0 ? 0 : mergedColumns; column < widths.length; column++) {
                rows[i][column] = CellLook.prepare(values.get(column).of(group.get(i)));
            }
        }
        write(new ReportEntry(rows, widths, mergedColumns));
        group.forEach(row -> counter.run());
    }

    private void write(ReportEntry entry) {
        int first = next;
        for (int described = 0; described < entry.described(); described++) {
            for (int i = entry.start(described); i < entry.start(described + 1); i++) {
                Row row = sheet.createRow(next++);
                row.setHeightInPoints(entry.points(i));
                for (int column = 0; column < widths.length; column++) {
                    write(row.createCell(column), entry, described, i);
                }
            }
        }
        if (entry.height() > 1) {
            merge(entry, first);
        }
    }

    private void write(Cell cell, ReportEntry entry, int described, int i) {
        int column = cell.getColumnIndex();
        Object value = entry.value(described, column);
        int part = i - entry.from(described, column);
        if (value instanceof ReportEntry.Divided text) {
            looks[column].writePiece(cell, text.pieces(), part);
        } else {
            looks[column].write(cell, part == 0 ? value : null);
        }
    }

    private void merge(ReportEntry entry, int first) {
        for (int column = 0; column < widths.length; column++) {
            for (int described = 0; described < entry.described(); described++) {
                int from = entry.from(described, column);
                boolean begins = from == entry.start(described);
                if (begins && !(entry.value(described, column) instanceof ReportEntry.Divided)) {
                    merge(first + from, first + entry.to(described, column) - 1, column, column);
                }
            }
        }
    }

    /** No two ranges overlap, because each row is written once; looking for it would take longer than the writing. */
    private void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (firstRow < lastRow || firstColumn < lastColumn) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
        }
    }
}
