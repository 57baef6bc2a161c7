package org.orglife.excel;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;

/**
 * The styles of the cells of one column, each made once.
 *
 * @param plain of texts and numbers
 * @param quoted of texts that would otherwise turn into formulas when they are edited
 * @param date of dates
 * @param pieces of a text that goes on from cell to cell: first, between, last
 */
record CellLook(CellStyle plain, CellStyle quoted, CellStyle date, List<CellStyle> pieces) {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    static CellLook of(Workbook workbook, DateLook dates, Supplier<CellStyle> style) {
        CellStyle quoted = style.get();
        ((XSSFCellStyle) quoted).setQuotePrefixed(true);
        CellStyle date = style.get();
        date.setDataFormat(workbook.getCreationHelper().createDataFormat().getFormat(dates.format()));
        return new CellLook(
                style.get(),
                quoted,
                date,
                List.of(piece(style, true, false), piece(style, false, false), piece(style, false, true)));
    }

    /** Without a line where the text goes on, its own lines spread evenly up to there. */
    private static CellStyle piece(Supplier<CellStyle> style, boolean first, boolean last) {
        CellStyle piece = style.get();
        ((XSSFCellStyle) piece).setQuotePrefixed(true);
        piece.setVerticalAlignment(last ? VerticalAlignment.TOP : VerticalAlignment.JUSTIFY);
        piece.setBorderTop(first ? piece.getBorderTop() : BorderStyle.NONE);
        piece.setBorderBottom(last ? piece.getBorderBottom() : BorderStyle.NONE);
        return piece;
    }

    /** Brings a value into the form in which it is written, once, because it is measured too. */
    static @Nullable Object prepare(@Nullable Object value) {
        if (value == null || value instanceof Number) {
            return value;
        }
        if (value instanceof String text) {
            return SafeText.clean(text);
        }
        if (value instanceof LocalDate date) {
            return date.isBefore(FIRST_DAY) ? date.toString() : date;
        }
        throw new IllegalArgumentException("No value for a cell: " + value.getClass());
    }

    /** Writes one of several pieces of a text. */
    void writePiece(Cell cell, List<String> text, int index) {
        cell.setCellStyle(pieces.get(index == 0 ? 0 : index < text.size() - 1 ? 1 : 2));
        cell.setCellValue(text.get(index));
    }

    /** Writes a prepared value; of a text too long for a cell its first piece. */
    void write(Cell cell, @Nullable Object value) {
        if (value instanceof String text) {
            cell.setCellStyle(SafeText.looksLikeFormula(text) ? quoted : plain);
            cell.setCellValue(
                    text.length() <= SafeText.LONGEST
                            ? text
                            : SafeText.pieces(text).get(0));
        } else if (value instanceof LocalDate day) {
            cell.setCellStyle(date);
            cell.setCellValue(day);
        } else {
            cell.setCellStyle(plain);
            if (value instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            }
        }
    }
}
