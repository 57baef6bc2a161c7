package org.orglife.excel;

import java.util.List;
import java.util.Map;

/** A sheet of an uploaded workbook. Of a hidden one only the name is known. */
public final class ExcelSheet {

    private final String name;
    private final boolean hidden;
    private final List<ExcelRow> rows;
    private final List<String> hiddenColumns;

    ExcelSheet(String name, boolean hidden, List<ExcelRow> rows, List<String> hiddenColumns) {
        this.name = name;
        this.hidden = hidden;
        this.rows = List.copyOf(rows);
        this.hiddenColumns = List.copyOf(hiddenColumns);
    }

    public String name() {
        return name;
    }

    public boolean hidden() {
        return hidden;
    }

    /** The rows that have content. */
    public List<ExcelRow> rows() {
        return rows;
    }

    /** Numbers of the rows with content that are hidden, by hand or by a filter. */
    public List<Integer> hiddenRows() {
        return rows.stream().filter(ExcelRow::hidden).map(ExcelRow::number).toList();
    }

    /** Hidden columns as letters, neighbours as a range such as {@code C:E}. */
    public List<String> hiddenColumns() {
        return hiddenColumns;
    }

    ExcelSheet corrected(Map<String, String> corrections) {
        List<ExcelRow> corrected = rows.stream()
                .map(row -> row.corrected(address -> corrections.get(name + "!" + address)))
                .toList();
        return new ExcelSheet(name, hidden, corrected, hiddenColumns);
    }

    /** Finds the table with these columns: by the names in its head, wherever they stand. */
    public ExcelTableData table(List<ExcelColumn> columns) {
        return ExcelTableData.of(this, columns);
    }
}
