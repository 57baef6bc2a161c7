package org.orglife.excel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;

/** The head of a table: the row in which most of the expected headings stand, and where each of them stands in it. */
final class TableHead {

    private final ExcelSheet sheet;
    private final ExcelRow row;
    private final Map<ExcelColumn, Integer> places = new LinkedHashMap<>();
    private final List<String> unused = new ArrayList<>();
    private final List<CellProblem> problems = new ArrayList<>();

    private TableHead(ExcelSheet sheet, ExcelRow row, List<ExcelColumn> columns) {
        this.sheet = sheet;
        this.row = row;
        Set<Integer> taken = new HashSet<>();
        // First the headings written out in full: "日期（计划）" must not be taken for "日期" while both are there.
        columns.forEach(column -> place(column, taken, true));
        columns.stream().filter(column -> !places.containsKey(column)).forEach(column -> place(column, taken, false));
        for (ExcelCell cell : row.cells()) {
            if (!taken.contains(cell.column()) && !MarkedWorkbook.isHeading(cell.text())) {
                unused.add(cell.text().strip());
            }
        }
    }

    /** The best of the first rows with content; titles and notes may stand above it. */
    static TableHead find(ExcelSheet sheet, List<ExcelColumn> columns) {
        TableHead best = new TableHead(sheet, sheet.rows().get(0), columns);
        for (ExcelRow row :
                sheet.rows().stream().limit(ReadLimits.ROWS_ABOVE_DATA).skip(1).toList()) {
            TableHead head = new TableHead(sheet, row, columns);
            if (head.places.size() > best.places.size()) {
                best = head;
            }
        }
        best.judge(columns);
        return best;
    }

    ExcelRow row() {
        return row;
    }

    Map<ExcelColumn, Integer> places() {
        return places;
    }

    List<String> unused() {
        return unused;
    }

    List<CellProblem> problems() {
        return problems;
    }

    private void place(ExcelColumn column, Set<Integer> taken, boolean inFull) {
        List<HeadName> names = column.headNames();
        List<ExcelCell> found = row.cells().stream()
                .filter(cell -> cell.kind() == ExcelCell.Kind.TEXT && !taken.contains(cell.column()))
                .filter(cell -> names.stream().anyMatch(name -> matches(HeadName.of(cell.text()), name, inFull)))
                .toList();
        if (found.isEmpty()) {
            return;
        }
        ExcelCell first = found.get(0);
        places.put(column, first.column());
        found.forEach(cell -> taken.add(cell.column()));
        if (found.size() > 1) {
            ExcelCell second = found.get(1);
            problems.add(new CellProblem(
                    sheet.name(),
                    row.number(),
                    column.name(),
                    second.address(),
                    second.text(),
                    "excel.table.column-twice",
                    List.of(column.name(), Columns.letters(first.column()), Columns.letters(second.column())),
                    null));
        }
    }

    private static boolean matches(HeadName found, HeadName wanted, boolean inFull) {
        return inFull ? found.full().equals(wanted.full()) : found.plain().equals(wanted.plain());
    }

    private void judge(List<ExcelColumn> columns) {
        List<ExcelColumn> missing = columns.stream()
                .filter(column -> column.required() && !places.containsKey(column))
                .toList();
        if (isMerged(!missing.isEmpty())) {
            problems.clear();
            problem("excel.table.merged-head");
        } else if (places.isEmpty()) {
            String wanted = String.join(
                    "、", columns.stream().map(ExcelColumn::name).limit(5).toList());
            problem("excel.table.no-head", wanted);
        } else {
            missing.forEach(this::missing);
        }
    }

    private void missing(ExcelColumn column) {
        List<String> near = NearestWords.of(column.name(), unused, 2);
        if (near.isEmpty()) {
            problem("excel.table.missing-column", column.name());
        } else {
            problem("excel.table.missing-column-near", column.name(), Quoted.either(near));
        }
    }

    private void problem(String code, Object... arguments) {
        problems.add(CellProblem.ofTable(sheet.name(), row.number(), code, arguments));
    }

    /** A heading over several rows means a head of several rows; one over several columns does, if something is missing. */
    private boolean isMerged(boolean incomplete) {
        for (CellRangeAddress range : row.merges()) {
            boolean overRows = range.getFirstRow() != range.getLastRow();
            boolean overColumns = range.getFirstColumn() != range.getLastColumn();
            if (!places.isEmpty() && (overRows || (overColumns && incomplete))) {
                return true;
            }
        }
        return false;
    }
}
