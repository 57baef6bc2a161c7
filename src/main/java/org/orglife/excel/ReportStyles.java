package org.orglife.excel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** The fonts, lines and alignments of official ledgers, made once for all sheets of a workbook. */
final class ReportStyles {

    private static final String HEITI = "黑体";
    private static final String FANGSONG = "仿宋";

    private final Workbook workbook;
    private final Font body;
    private final CellStyle title;
    private final CellStyle head;
    private final CellStyle band;
    private final Map<HorizontalAlignment, CellStyle> lines = new HashMap<>();
    private final Map<Look, CellLook> looks = new HashMap<>();

    private record Look(boolean centred, DateLook dates) {}

    ReportStyles(Workbook workbook) {
        this.workbook = workbook;
        body = font(FANGSONG, 10.5, false);
        title = quoted(style(font(HEITI, 18, false), HorizontalAlignment.CENTER));
        head = quoted(bordered(font(HEITI, 11, false), HorizontalAlignment.CENTER));
        band = quoted(bordered(font(FANGSONG, 11, true), HorizontalAlignment.LEFT));
        Font line = font(FANGSONG, 11, false);
        for (HorizontalAlignment alignment :
                List.of(HorizontalAlignment.LEFT, HorizontalAlignment.CENTER, HorizontalAlignment.RIGHT)) {
            lines.put(alignment, quoted(style(line, alignment)));
        }
    }

    CellStyle title() {
        return title;
    }

    CellStyle head() {
        return head;
    }

    CellStyle band() {
        return band;
    }

    /** Of a line above or below the table. */
    CellStyle line(HorizontalAlignment alignment) {
        return Objects.requireNonNull(lines.get(alignment));
    }

    CellLook look(ReportColumn<?> column) {
        HorizontalAlignment alignment = column.centred() ? HorizontalAlignment.CENTER : HorizontalAlignment.LEFT;
        return looks.computeIfAbsent(
                new Look(column.centred(), column.dates()),
                look -> CellLook.of(workbook, look.dates(), () -> bordered(body, alignment)));
    }

    private Font font(String name, double points, boolean bold) {
        Font font = workbook.createFont();
        font.setFontName(name);
        font.setFontHeight((short) (points * Font.TWIPS_PER_POINT));
        font.setBold(bold);
        return font;
    }

    /** These cells hold text only, some of it typed by users. */
    private static CellStyle quoted(CellStyle style) {
        ((XSSFCellStyle) style).setQuotePrefixed(true);
        return style;
    }

    private CellStyle bordered(Font font, HorizontalAlignment alignment) {
        CellStyle style = style(font, alignment);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        return style;
    }

    private CellStyle style(Font font, HorizontalAlignment alignment) {
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        return style;
    }
}
