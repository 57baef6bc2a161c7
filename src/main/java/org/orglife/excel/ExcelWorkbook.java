package org.orglife.excel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An uploaded workbook as it was read: only values, nothing computed, nothing followed. */
public record ExcelWorkbook(List<ExcelSheet> sheets) {

    public ExcelWorkbook {
        sheets = List.copyOf(sheets);
    }

    /** The sheets a user sees; there is at least one. */
    public List<ExcelSheet> visibleSheets() {
        return sheets.stream().filter(sheet -> !sheet.hidden()).toList();
    }

    /** Sheets that were not read, to be reported to the user. */
    public List<ExcelSheet> hiddenSheets() {
        return sheets.stream().filter(ExcelSheet::hidden).toList();
    }

    /** The visible sheet of that name, however it is spaced. */
    public Optional<ExcelSheet> sheet(String name) {
        String wanted = HeadName.of(name).full();
        return visibleSheets().stream()
                .filter(sheet -> HeadName.of(sheet.name()).full().equals(wanted))
                .findFirst();
    }

    /**
     * The workbook with some cells replaced, as a user has corrected them on the page.
     *
     * @param corrections new text by place, such as {@code 党员!D103}
     */
    public ExcelWorkbook corrected(Map<String, String> corrections) {
        return corrections.isEmpty()
                ? this
                : new ExcelWorkbook(sheets.stream()
                        .map(sheet -> sheet.corrected(corrections))
                        .toList());
    }

    public ExcelSheet firstSheet() {
        return visibleSheets().get(0);
    }
}
