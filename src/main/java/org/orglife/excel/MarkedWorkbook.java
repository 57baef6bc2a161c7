package org.orglife.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The user's own workbook with what is wrong written beside it: the wrong cells red, the sentences in one more column at
 * the end. Everything else stays as it was, so that he corrects his own file and uploads it again.
 */
public final class MarkedWorkbook {

    /** Heading of the added column; the reader passes over it when the file comes back. */
    static final String HEADING = "错误说明（系统添加）";

    /** The user model takes some 300 MB for a sheet at its limits, so only one is in memory at a time. */
    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    private MarkedWorkbook() {}

    /** Whether this is the heading of the added column, with or without sentences below it in the same cell. */
    static boolean isHeading(String text) {
        return text.startsWith(HEADING);
    }

    /**
     * Writes the marked copy; the original is not touched.
     *
     * @param original a file that {@link WorkbookReader} has accepted: its limits are what keeps this within memory
     * @param sentence what to write about a problem, in the user's language
     */
    public static void write(
            Path original, Collection<CellProblem> problems, Function<CellProblem, String> sentence, OutputStream out)
            throws IOException {
        Map<CellProblem, String> sentences = new LinkedHashMap<>();
        problems.forEach(problem -> sentences.put(problem, sentence.apply(problem)));
        ONE_AT_A_TIME.lock();
        try {
            mark(original, sentences, out);
        } catch (InvalidFormatException | RuntimeException e) {
            // The reader is content with less than POI; where POI is not, there is no copy to be had.
            throw UnreadableWorkbookException.damaged(e);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static void mark(Path original, Map<CellProblem, String> sentences, OutputStream out)
            throws IOException, InvalidFormatException {
        OPCPackage opened = OPCPackage.open(original.toFile(), PackageAccess.READ_WRITE);
        try {
            XSSFWorkbook workbook = workbook(opened);
            ErrorStyles styles = new ErrorStyles(workbook);
            Map<String, List<CellProblem>> bySheet =
                    sentences.keySet().stream().collect(Collectors.groupingBy(CellProblem::sheet));
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                XSSFSheet sheet = workbook.getSheetAt(i);
                List<CellProblem> ofSheet = bySheet.remove(sheet.getSheetName());
                new SheetMarks(sheet, styles).mark(ofSheet == null ? List.of() : ofSheet, sentences);
            }
            if (!bySheet.isEmpty()) {
                throw new IllegalArgumentException("Not sheets of this workbook: " + bySheet.keySet());
            }
            workbook.write(out);
        } finally {
            // To close it would write the marks into the original.
            opened.revert();
        }
    }

    private static XSSFWorkbook workbook(OPCPackage opened) {
        try {
            return new XSSFWorkbook(opened);
        } catch (IOException e) {
            throw UnreadableWorkbookException.damaged(e);
        }
    }
}
