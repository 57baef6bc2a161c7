package org.orglife.imports;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.CellProblem;
import org.orglife.excel.ExcelSheet;
import org.orglife.excel.ExcelTableData;
import org.orglife.excel.ExcelWorkbook;
import org.orglife.excel.TemplateWorkbook;
import org.orglife.excel.UnreadableWorkbookException;
import org.orglife.excel.WorkbookReader;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Component;

/** Leads a workbook through the features that take its sheets. */
@Component
class Importer {

    private static final int MOST_PROBLEMS = 500;

    /** Prefix of the choices that replace the contents of a cell: {@code fix:党员!D103}. */
    static final String FIX = "fix:";

    private final List<SheetImport> imports;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    Importer(List<SheetImport> imports) {
        this.imports = imports.stream()
                .sorted(Comparator.comparingInt(SheetImport::order))
                .toList();
    }

    List<SheetImport> imports() {
        return imports;
    }

    /** The workbook read last. Whoever sees what an upload would do mostly confirms it at once. */
    private record Kept(Path file, SoftReference<ExcelWorkbook> workbook) {}

    /**
     * Reads a workbook. The last one is kept until another is read, it is forgotten, or memory becomes short.
     *
     * @throws UnreadableWorkbookException if it is none, or one that must not be read
     */
    ExcelWorkbook read(Path file, Map<String, String> choices) {
        ExcelWorkbook workbook = kept(file);
        if (workbook == null) {
            workbook = WorkbookReader.read(file);
            kept.set(new Kept(file, new SoftReference<>(workbook)));
        }
        Map<String, String> fixes = choices.entrySet().stream()
                .filter(choice -> choice.getKey().startsWith(FIX))
                .collect(Collectors.toMap(choice -> choice.getKey().substring(FIX.length()), Map.Entry::getValue));
        return workbook.corrected(fixes);
    }

    private @Nullable ExcelWorkbook kept(Path file) {
        Kept last = kept.get();
        return last != null && last.file().equals(file) ? last.workbook().get() : null;
    }

    /** Keeps no workbook any longer, as when its file goes away. */
    void forget() {
        kept.set(null);
    }

    /** Sheets of the workbook that this role may bring, with the feature that takes each. */
    private Optional<SheetImport> importOf(ExcelSheet sheet, Role role) {
        return importOf(sheet.name(), role);
    }

    private Optional<SheetImport> importOf(String sheetName, Role role) {
        return imports.stream()
                .filter(candidate -> candidate.sheetName().equals(sheetName.strip()) && candidate.isOpenTo(role))
                .findFirst();
    }

    /** The choices that the workbook's sheets ask for, with what is taken if nobody changes it. */
    List<ImportQuestion> questions(
            ExcelWorkbook workbook, Map<String, String> choices, String fileName, BranchScope scope) {
        return questions(workbook.visibleSheets().stream().map(ExcelSheet::name).toList(), choices, fileName, scope);
    }

    /** The same for a workbook of which the names of the sheets are known: it need not be read again. */
    List<ImportQuestion> questions(
            List<String> sheetNames, Map<String, String> choices, String fileName, BranchScope scope) {
        return sheetNames.stream()
                .flatMap(name -> importOf(name, scope.role()).stream())
                .distinct()
                .flatMap(candidate -> candidate.question(choices, fileName, scope).stream())
                // what several sheets ask is asked once
                .distinct()
                .toList();
    }

    /**
     * Applies every sheet in the running transaction. The caller rolls back if the preview has problems, or if it only
     * wanted to know.
     */
    ImportPreview apply(ExcelWorkbook workbook, Run run) {
        List<SheetPreview> previews = new ArrayList<>();
        List<CellProblem> problems = new ArrayList<>();
        List<CellProblem> warnings = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (ExcelSheet sheet : workbook.visibleSheets()) {
            if (importOf(sheet, run.scope().role()).isEmpty()) {
                others.add(sheet.name());
            }
        }
        int left = workbook.visibleSheets().size() - others.size();
        if (left == 0) {
            throw new RuleViolationException(
                    "imports.no-sheet", names(run.scope().role()));
        }
        run.sheets(name -> workbook.visibleSheets().stream()
                .filter(sheet -> sheet.name().strip().equals(name))
                .anyMatch(sheet -> importOf(sheet, run.scope().role())
                        .filter(taker -> !sheet.table(taker.columns()).isBlank())
                        .isPresent()));
        for (SheetImport taker : imports) {
            for (ExcelSheet sheet : workbook.visibleSheets()) {
                if (importOf(sheet, run.scope().role()).equals(Optional.of(taker))) {
                    if (--left == 0) {
                        run.lastSheet();
                    }
                    SheetReport report = take(sheet, taker, run);
                    previews.add(report.preview());
                    problems.addAll(report.problems());
                    warnings.addAll(report.warnings());
                }
            }
        }
        return new ImportPreview(
                previews,
                foreign(others.stream()),
                foreign(workbook.hiddenSheets().stream().map(ExcelSheet::name)),
                problems.stream().limit(MOST_PROBLEMS).toList(),
                problems.size(),
                warnings.stream().limit(MOST_PROBLEMS).toList(),
                null,
                List.of());
    }

    /** What a template of ours brings along to explain itself is nothing to be told of. */
    private static List<String> foreign(Stream<String> names) {
        return names.filter(name -> !TemplateWorkbook.isExplanation(name)).toList();
    }

    private static SheetReport take(ExcelSheet sheet, SheetImport taker, Run run) {
        ExcelTableData table = sheet.table(taker.columns());
        if (table.isBlank()) {
            return new SheetReport(sheet.name());
        }
        if (table.hasProblems()) {
            SheetReport report = new SheetReport(sheet.name());
            report.problems(table.problems());
            return report;
        }
        return taker.apply(table, run);
    }

    private String names(Role role) {
        return imports.stream()
                .filter(candidate -> candidate.isOpenTo(role))
                .map(SheetImport::sheetName)
                .distinct()
                .collect(Collectors.joining("、"));
    }
}
