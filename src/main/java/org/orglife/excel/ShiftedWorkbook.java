package org.orglife.excel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Moves the dates of a workbook of our own, so that a sample does not grow old. */
public final class ShiftedWorkbook {

    private ShiftedWorkbook() {}

    /**
     * Dates to be moved.
     *
     * @param column heading in the first row
     * @param onlyWhere heading of a column that must hold {@code value}; null moves every row
     */
    public record Dates(
            String sheet,
            String column,
            @Nullable String onlyWhere,
            @Nullable String value) {

        /** Every date of the column. */
        public Dates(String sheet, String column) {
            this(sheet, column, null, null);
        }
    }

    /** Writes the workbook with those dates moved by so many days. */
    public static void write(InputStream original, List<Dates> dates, long days, OutputStream out) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(original)) {
            for (Dates moved : dates) {
                Sheet sheet = workbook.getSheet(moved.sheet());
                if (sheet != null) {
                    shift(sheet, moved, days);
                }
            }
            workbook.write(out);
        }
    }

    private static void shift(Sheet sheet, Dates moved, long days) {
        int column = column(sheet, moved.column());
        int condition = moved.onlyWhere() == null ? -1 : column(sheet, moved.onlyWhere());
        for (Row row : sheet) {
            Cell cell = column < 0 ? null : row.getCell(column);
            boolean meant = condition < 0 || holds(row.getCell(condition), moved.value());
            if (cell != null && meant && cell.getCellType() == CellType.NUMERIC) {
                cell.setCellValue(cell.getNumericCellValue() + days);
            }
        }
    }

    private static boolean holds(@Nullable Cell cell, @Nullable String value) {
        return cell != null
                && cell.getCellType() == CellType.STRING
                && cell.getStringCellValue().equals(value);
    }

    private static int column(Sheet sheet, String heading) {
        for (Cell cell : sheet.getRow(sheet.getFirstRowNum())) {
            if (holds(cell, heading)) {
                return cell.getColumnIndex();
            }
        }
        return -1;
    }
}
