package org.orglife.imports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.CellProblem;

/** What an import of one sheet does, collected row by row. */
public final class SheetReport {

    /** More changes than this are counted but not listed. */
    private static final int MOST_LISTED = 200;

    private final String sheet;
    private final List<Change> changes = new ArrayList<>();
    private final List<CellProblem> problems = new ArrayList<>();
    private final List<CellProblem> warnings = new ArrayList<>();
    private int rows;
    private int created;
    private int changed;
    private int unchanged;
    private int conflicts;

    /** For the sheet of that name. */
    public SheetReport(String sheet) {
        this.sheet = sheet;
    }

    /**
     * A field that is changed, or would be if it had not been edited here.
     *
     * @param row in the sheet
     * @param label of the record, such as a name; null where the importer may not read it
     * @param field heading of the column
     * @param before null where the importer may not read it
     */
    public record Change(
            int row,
            @Nullable String label,
            String field,
            @Nullable String before,
            @Nullable String after,
            boolean conflict) {}

    public void row() {
        rows++;
    }

    public void created() {
        created++;
    }

    public void changed() {
        changed++;
    }

    public void unchanged() {
        unchanged++;
    }

    /** Lists a change of a field. */
    public void change(Change change) {
        if (change.conflict()) {
            conflicts++;
        }
        if (changes.size() < MOST_LISTED) {
            changes.add(change);
        }
    }

    public void problem(CellProblem problem) {
        problems.add(problem);
    }

    public void problems(List<CellProblem> found) {
        problems.addAll(found);
    }

    /** What is unusual but may be right: the preview names it, whoever confirms has seen it. */
    public void warnings(List<CellProblem> found) {
        warnings.addAll(found);
    }

    public boolean hasProblems() {
        return !problems.isEmpty();
    }

    List<CellProblem> problems() {
        return List.copyOf(problems);
    }

    List<CellProblem> warnings() {
        return List.copyOf(warnings);
    }

    /** The report as it is kept and shown. */
    SheetPreview preview() {
        return new SheetPreview(sheet, rows, created, changed, unchanged, conflicts, List.copyOf(changes));
    }
}
