package org.orglife.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.CellProblem;
import org.orglife.excel.DateKind;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.ExcelRecord;
import org.orglife.excel.ExcelTableData;
import org.orglife.imports.SheetReport;

/**
 * A row of the sheet 党组织 as it was read.
 *
 * @param parent name of the superior; null if none is written, as for the unit at the top
 */
record UnitLine(ExcelRecord record, String name, @Nullable String parent, UnitKind kind, UnitDetails details) {

    /** Columns by the name of the field that they fill. */
    private static final Map<String, ExcelColumn> COLUMNS =
            Map.of("foundedOn", UnitColumns.FOUNDED, "committeeElectedOn", UnitColumns.ELECTED);

    /**
     * Reads a table. A row in which something is wrong, or whose unit was named before, is left out; what is wrong
     * is told in the report.
     */
    static List<UnitLine> read(ExcelTableData table, SheetReport report, LocalDate today) {
        List<UnitLine> lines = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (ExcelRecord record : table.records()) {
            report.row();
            UnitLine line = read(record, seen, today);
            if (line != null) {
                lines.add(line);
            }
            report.problems(record.problems());
        }
        return lines;
    }

    private static @Nullable UnitLine read(ExcelRecord record, Map<String, Integer> seen, LocalDate today) {
        String name = record.name(UnitColumns.NAME, 60);
        UnitKind kind = record.choice(UnitColumns.KIND, UnitColumns.KINDS, UnitColumns.KINDS_TOO);
        BranchKind branchKind = record.choice(UnitColumns.BRANCH_KIND, UnitColumns.BRANCH_KINDS);
        LocalDate founded = record.date(UnitColumns.FOUNDED, DateKind.DAY);
        LocalDate elected = record.date(UnitColumns.ELECTED, DateKind.DAY);
        String category = record.text(UnitColumns.CATEGORY, 30);
        String code = record.code(UnitColumns.CODE, 40);
        String parent = record.name(UnitColumns.PARENT, 60);
        String key = kind == UnitKind.GROUP ? parent + "|" + name : name;
        if (name != null && seen.putIfAbsent(key, record.row()) != null) {
            record.problem(UnitColumns.NAME, "organisation.import.unit-twice", String.valueOf(seen.get(key)));
        }
        if (name == null || kind == null) {
            return null;
        }
        UnitDetails details = new UnitDetails(
                name, null, code, kind == UnitKind.BRANCH ? branchKind : null, category, founded, elected);
        object(record, details, today);
        return record.hasProblems() ? null : new UnitLine(record, name, parent, kind, details);
    }

    /** Names in their cells whatever the record would refuse. */
    static List<CellProblem> object(ExcelRecord record, UnitDetails details, LocalDate today) {
        return details.objections(today).stream()
                .map(objection ->
                        record.problem(Objects.requireNonNull(COLUMNS.get(objection.field())), objection.importCode()))
                .toList();
    }

    /** What the row says, by column, for comparing it with what is there and with what it said last time. */
    Map<String, String> values() {
        return valuesOf(details);
    }

    /** The same of a unit that is there. */
    static Map<String, String> valuesOf(UnitDetails details) {
        Map<String, String> values = new HashMap<>();
        put(values, "支部类型", details.branchKind());
        put(values, "成立日期", details.foundedOn());
        put(values, "换届日期", details.committeeElectedOn());
        put(values, "行业", details.category());
        put(values, "组织代码", details.code());
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }
}
