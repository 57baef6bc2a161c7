package org.orglife.excel;

import java.io.IOException;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook whose rows go to disk as they come, without a table of shared strings and without compression there. */
final class StreamedWorkbook extends SXSSFWorkbook {

    /** Rows kept in memory before they go to disk. */
    private static final int WINDOW = 200;

    StreamedWorkbook() {
        super(WINDOW);
    }

    /** POI forgets to delete the file of a sheet that still has rows in memory, as when the writing was stopped. */
    @Override
    public void close() throws IOException {
        try {
            for (int i = 0; i < getNumberOfSheets(); i++) {
                getSheetAt(i).flushRows();
            }
        } finally {
            super.close();
        }
    }
}
