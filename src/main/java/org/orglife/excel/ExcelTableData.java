package org.orglife.excel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The table found in a sheet: its records, and what is wrong with the table itself and with the cells read so far. */
public final class ExcelTableData {

    private static final String EMPTY = "excel.table.empty";
    private static final String NO_ROWS = "excel.table.no-rows";

    private final ExcelSheet sheet;
    private final int headRow;
    private final List<String> unusedColumns;
    private final List<CellProblem> tableProblems;
    private final List<ExcelRecord> records;

    private ExcelTableData(
            ExcelSheet sheet,
            int headRow,
            List<String> unusedColumns,
            List<CellProblem> tableProblems,
            List<ExcelRecord> records) {
        this.sheet = sheet;
        this.headRow = headRow;
        this.unusedColumns = List.copyOf(unusedColumns);
        this.tableProblems = List.copyOf(tableProblems);
        this.records = List.copyOf(records);
    }

    static ExcelTableData of(ExcelSheet sheet, List<ExcelColumn> columns) {
        if (sheet.rows().isEmpty()) {
            CellProblem empty = CellProblem.ofTable(sheet.name(), 1, EMPTY);
            return new ExcelTableData(sheet, 1, List.of(), List.of(empty), List.of());
        }
        TableHead head = TableHead.find(sheet, columns);
        List<CellProblem> problems = new ArrayList<>(head.problems());
        List<ExcelRecord> records = new ArrayList<>();
        if (problems.isEmpty()) {
            sheet.rows().stream()
                    .filter(row -> row.number() > head.row().number())
                    .filter(row -> head.places().values().stream()
                            .anyMatch(column -> !row.cell(column).isBlank()))
                    .map(row -> new ExcelRecord(sheet.name(), row, head.places()))
                    .forEach(records::add);
            if (records.isEmpty()) {
                problems.add(CellProblem.ofTable(sheet.name(), head.row().number(), NO_ROWS));
            }
        }
        return new ExcelTableData(sheet, head.row().number(), head.unused(), problems, records);
    }

    public String sheet() {
        return sheet.name();
    }

    /** Number of the row in which the headings stand. */
    public int headRow() {
        return headRow;
    }

    /** The rows below the head, without the blank ones; empty if the head itself is wrong. */
    public List<ExcelRecord> records() {
        return records;
    }

    /** Whether nothing has been filled in: no row below a head that is right, or no head either. */
    public boolean isBlank() {
        return records.isEmpty()
                && tableProblems.stream()
                        .allMatch(problem ->
                                problem.code().equals(EMPTY) || problem.code().equals(NO_ROWS));
    }

    /** Headings that nobody asked for; their columns are not read. */
    public List<String> unusedColumns() {
        return unusedColumns;
    }

    /** Everything found wrong so far, from top to bottom. Cells are judged when they are asked for. */
    public List<CellProblem> problems() {
        return Stream.concat(tableProblems.stream(), records.stream().flatMap(record -> record.problems().stream()))
                .sorted(Comparator.comparingInt(CellProblem::row))
                .toList();
    }

    public boolean hasProblems() {
        return !tableProblems.isEmpty() || records.stream().anyMatch(ExcelRecord::hasProblems);
    }
}
