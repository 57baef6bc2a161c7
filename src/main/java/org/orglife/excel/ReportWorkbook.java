package org.orglife.excel;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/**
 * A workbook of ledgers, one sheet after another. The rows of each go to disk as they come, so that their number does
 * not matter; closing deletes what lies there.
 */
public final class ReportWorkbook implements Closeable {

    private final StreamedWorkbook workbook = new StreamedWorkbook();
    private final ReportStyles styles = new ReportStyles(workbook);
    private final SheetNames names = new SheetNames();
    private final Progress progress;
    private long written;

    public ReportWorkbook() {
        this(Progress.NONE);
    }

    /** The listener hears of the rows of all sheets together; what it throws stops the writing. */
    public ReportWorkbook(Progress progress) {
        this.progress = progress;
    }

    public <T> void add(ReportSheet<T> description, Stream<? extends T> rows) throws IOException {
        add(description, rows.iterator());
    }

    public <T> void add(ReportSheet<T> description, Iterator<? extends T> rows) throws IOException {
        SXSSFSheet sheet = workbook.createSheet(names.next(description.name()));
        new ReportWriter<T>(sheet, description, styles, this::count).write(rows);
        sheet.flushRows();
    }

    /** One more sheet, with a plain table for working on. */
    public <T> void add(ExcelTable<T> table, Iterator<? extends T> rows) throws IOException {
        SXSSFSheet sheet = workbook.createSheet(names.next(table.name()));
        table.write(rows, workbook, sheet, this::count);
        sheet.flushRows();
    }

    /** Writes all sheets added so far; the stream is left open. */
    public void write(OutputStream out) throws IOException {
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private void count() {
        if (++written % Progress.STEP == 0) {
            progress.written(written);
        }
    }
}
