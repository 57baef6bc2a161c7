package org.orglife.excel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The looks of what is wrong; each made once, because a workbook has room for 64,000 styles only. */
final class ErrorStyles {

    private static final byte[] PALE_RED = {(byte) 0xFD, (byte) 0xE3, (byte) 0xE4};
    private static final byte[] RED = {(byte) 0xB4, 0x10, 0x1C};

    private final XSSFWorkbook workbook;
    private final Map<Integer, XSSFCellStyle> wrong = new HashMap<>();
    private final Map<Integer, XSSFCellStyle> right = new HashMap<>();
    private final XSSFCellStyle sentence;
    private final XSSFCellStyle heading;

    ErrorStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        sentence = text(false);
        heading = text(true);
    }

    private XSSFCellStyle text(boolean bold) {
        XSSFFont font = workbook.createFont();
        font.setColor(new XSSFColor(RED));
        font.setBold(bold);
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setQuotePrefixed(true);
        return style;
    }

    CellStyle sentence() {
        return sentence;
    }

    CellStyle heading() {
        return heading;
    }

    /** Fills the cell with red and keeps its format, font and alignment. */
    void markWrong(XSSFCell cell) {
        XSSFCellStyle style = cell.getCellStyle();
        if (!isMarked(style)) {
            cell.setCellStyle(wrong.computeIfAbsent((int) style.getIndex(), index -> filled(style)));
        }
    }

    /** Takes back the red of an earlier round. */
    void markRight(XSSFCell cell) {
        XSSFCellStyle style = cell.getCellStyle();
        if (isMarked(style)) {
            cell.setCellStyle(right.computeIfAbsent((int) style.getIndex(), index -> unfilled(style)));
        }
    }

    private XSSFCellStyle filled(XSSFCellStyle original) {
        XSSFCellStyle style = copy(original);
        style.setFillForegroundColor(new XSSFColor(PALE_RED));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private XSSFCellStyle unfilled(XSSFCellStyle original) {
        XSSFCellStyle style = copy(original);
        style.setFillPattern(FillPatternType.NO_FILL);
        return style;
    }

    private XSSFCellStyle copy(XSSFCellStyle original) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(original);
        return style;
    }

    private static boolean isMarked(XSSFCellStyle style) {
        XSSFColor color = style.getFillForegroundXSSFColor();
        return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                && color != null
                && Arrays.equals(color.getRGB(), PALE_RED);
    }
}
