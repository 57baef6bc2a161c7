package org.orglife.routine;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.orglife.excel.ReportWorkbook;

/**
 * A workbook ready to be sent. Closing deletes what lies on disk.
 *
 * @param name of the file, for the person who saves it
 */
public record RoutineFile(String name, ReportWorkbook workbook) implements Closeable {

    /** Writes the workbook; the stream is left open. */
    public void write(OutputStream out) throws IOException {
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
