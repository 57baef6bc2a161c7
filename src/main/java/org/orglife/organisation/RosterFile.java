package org.orglife.organisation;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.orglife.excel.ReportWorkbook;

/**
 * A roster as a workbook, ready to be sent: everything has been read from the database. Closing deletes what lies on
 * disk.
 *
 * @param name of the file, for the person who saves it
 */
public record RosterFile(String name, ReportWorkbook workbook) implements Closeable {

    /** Writes the workbook; the stream is left open. */
    public void write(OutputStream out) throws IOException {
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
