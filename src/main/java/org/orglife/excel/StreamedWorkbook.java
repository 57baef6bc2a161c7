package org.orglife.excel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook whose rows go to disk as they come, without a table of shared strings and without compression there. */
final class StreamedWorkbook extends SXSSFWorkbook {

    /** Rows kept in memory before they go to disk. */
    private static final int WINDOW = 200;

    /** Where the rows go. */
    static final Path DIRECTORY = ownDirectory();

    static {
        TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy(DIRECTORY.toFile()));
    }

    StreamedWorkbook() {
        super(WINDOW);
    }

    /**
     * Readable by this process alone. The directory that POI would take has the same name for everybody on the machine:
     * whoever starts second could not write there.
     */
    private static Path ownDirectory() {
        try {
            Path directory = Files.createTempDirectory("orglife-");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** POI forgets to delete the file of a sheet that still has rows in memory, as when the writing was stopped. */
    @Override
    public void close() throws IOException {
        try {
            for (int i = 0; i < getNumberOfSheets(); i++) {
                SXSSFSheet sheet = getSheetAt(i);
                // None if its file could not be made, which is what the caller has to hear of.
                if (sheet != null) {
                    sheet.flushRows();
                }
            }
        } finally {
            super.close();
        }
    }
}
