package org.orglife.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.CellProblem;

/**
 * What would happen if a workbook were imported now.
 *
 * @param otherSheets sheets that no feature takes yet
 * @param hiddenSheets sheets that are hidden and therefore not read
 * @param problems what has to be mended first, at most 500
 * @param problemCount how many there are in all
 * @param warnings what is unusual but may be right, at most 500
 * @param unreadable code of what is wrong with the file as a whole, or of the answer that is missing; then there are no
 *     sheets
 */
public record ImportPreview(
        List<SheetPreview> sheets,
        List<String> otherSheets,
        List<String> hiddenSheets,
        List<CellProblem> problems,
        int problemCount,
        List<CellProblem> warnings,
        @Nullable String unreadable,
        List<Object> unreadableArguments) {

    /** A file that cannot be read. */
    static ImportPreview unreadable(String code, Object[] arguments) {
        return new ImportPreview(List.of(), List.of(), List.of(), List.of(), 1, List.of(), code, List.of(arguments));
    }

    /** Whether the file itself could be read, so that the questions it leaves open can be asked. */
    boolean isWorkbook() {
        return unreadable == null || !unreadable.startsWith("excel.");
    }

    /** Sheets that are taken. */
    List<String> sheetNames() {
        return sheets.stream().map(SheetPreview::sheet).toList();
    }

    /** What stays of it once it is settled: numbers, no contents. */
    ImportPreview settled() {
        return new ImportPreview(
                sheets.stream().map(SheetPreview::withoutChanges).toList(),
                otherSheets,
                hiddenSheets,
                List.of(),
                0,
                List.of(),
                null,
                List.of());
    }

    /** What it comes to. */
    public ImportVerdict verdict() {
        if (unreadable != null) {
            return isWorkbook() ? ImportVerdict.TO_ANSWER : ImportVerdict.UNREADABLE;
        }
        if (problemCount > 0) {
            return problemCount == problems.size() && problems.stream().allMatch(ImportPreview::isCorrectable)
                    ? ImportVerdict.TO_CORRECT
                    : ImportVerdict.WRONG;
        }
        if (isBlank()) {
            return ImportVerdict.BLANK;
        }
        return isNews() ? ImportVerdict.READY : ImportVerdict.NOTHING_NEW;
    }

    /** Whether the page can put the right word into the cell. */
    private static boolean isCorrectable(CellProblem problem) {
        return problem.suggestion() != null && problem.cell() != null;
    }

    /** Whether there is not a single row in it: a template that is still to be filled in. */
    public boolean isBlank() {
        return unreadable == null && problemCount == 0 && rows() == 0;
    }

    public boolean isReady() {
        return problemCount == 0 && sheets.stream().anyMatch(sheet -> sheet.rows() > 0);
    }

    public int rows() {
        return sheets.stream().mapToInt(SheetPreview::rows).sum();
    }

    /** Whether an import would change anything at all. */
    public boolean isNews() {
        return sheets.stream().anyMatch(sheet -> sheet.created() + sheet.changed() > 0);
    }

    public int conflicts() {
        return sheets.stream().mapToInt(SheetPreview::conflicts).sum();
    }

    /** Rows in which something has to be mended. */
    public long wrongRows() {
        return problems.stream()
                .map(problem -> problem.sheet() + "!" + problem.row())
                .distinct()
                .count();
    }
}
