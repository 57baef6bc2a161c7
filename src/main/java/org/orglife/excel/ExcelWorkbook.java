package org.orglife.excel;

import java.util.List;
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

    public ExcelSheet firstSheet() {
        return visibleSheets().get(0);
    }
}
