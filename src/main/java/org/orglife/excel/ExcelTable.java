package org.orglife.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * A plain table for working on: one heading, then one row for each thing, to be sorted and filtered. Written row by row,
 * whatever their number. For printed ledgers see {@link ReportSheet}.
 */
public final class ExcelTable<T> {

    private final String name;
    private final List<Column<T>> columns;

    private record Column<T>(String heading, int width, CellValue<? super T> value) {}

    private ExcelTable(String name, List<Column<T>> columns) {
        this.name = name;
        this.columns = List.copyOf(columns);
    }

    /** A table without columns yet, on a sheet of this name. */
    public static <T> ExcelTable<T> titled(String name) {
        return new ExcelTable<>(name, List.of());
    }

    /** The same table with one more column, so many half-width characters wide. */
    public ExcelTable<T> column(String heading, int width, CellValue<? super T> value) {
        List<Column<T>> more = new ArrayList<>(columns);
        more.add(new Column<>(heading, width, value));
        return new ExcelTable<>(name, more);
    }

    public void write(Stream<? extends T> rows, OutputStream out) throws IOException {
        write(rows.iterator(), out, Progress.NONE);
    }

    public void write(Iterator<? extends T> rows, OutputStream out) throws IOException {
        write(rows, out, Progress.NONE);
    }

    /** The stream is left open. What the listener throws stops the writing, and no file stays behind. */
    public void write(Iterator<? extends T> rows, OutputStream out, Progress progress) throws IOException {
        try (StreamedWorkbook workbook = new StreamedWorkbook()) {
            SXSSFSheet sheet = workbook.createSheet(new SheetNames().next(name));
            AtomicLong count = new AtomicLong();
            write(rows, workbook, sheet, () -> {
                if (count.incrementAndGet() % Progress.STEP == 0) {
                    progress.written(count.get());
                }
            });
            workbook.write(out);
        }
    }

    String name() {
        return name;
    }

    void write(Iterator<? extends T> rows, StreamedWorkbook workbook, SXSSFSheet sheet, Runnable counter) {
        CellLook look = CellLook.of(workbook, DateLook.ISO, () -> bodyStyle(workbook));
        writeHead(sheet, headStyle(workbook));
        int next = 1;
        while (rows.hasNext()) {
            next = writeRow(sheet, next, rows.next(), look);
            counter.run();
        }
        if (!columns.isEmpty()) {
            sheet.setAutoFilter(new CellRangeAddress(0, next - 1, 0, columns.size() - 1));
        }
    }

    private void writeHead(SXSSFSheet sheet, CellStyle style) {
        Row head = sheet.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, columns.get(i).width() * 256);
            head.createCell(i).setCellValue(SafeText.clean(columns.get(i).heading()));
            head.getCell(i).setCellStyle(style);
        }
        sheet.createFreezePane(0, 1);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        PrintPage.setUp(sheet);
    }

    private int writeRow(SXSSFSheet sheet, int number, T row, CellLook look) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = CellLook.prepare(columns.get(i).value().of(row));
        }
        int next = number;
        writeCells(sheet.createRow(next++), values, look);
        for (@Nullable Object[] rest : LongTexts.continuations(values)) {
            writeCells(sheet.createRow(next++), rest, look);
        }
        return next;
    }

    private static void writeCells(Row row, @Nullable Object[] values, CellLook look) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                look.write(row.createCell(i), values[i]);
            }
        }
    }

    private static CellStyle headStyle(StreamedWorkbook workbook) {
        Font font = workbook.createFont();
        font.setBold(true);
        CellStyle style = bodyStyle(workbook);
        style.setFont(font);
        return style;
    }

    private static CellStyle bodyStyle(StreamedWorkbook workbook) {
        CellStyle style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }
}
