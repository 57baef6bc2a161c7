package org.orglife.excel;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** What stands around the rows of a ledger: the page, the title, the headings, the lines above and below. */
final class ReportFrame {

    private static final float TITLE_HEIGHT = 36;
    private static final float LINE_HEIGHT = 20;

    private final SXSSFSheet sheet;
    private final ReportStyles styles;
    private final int[] widths;

    ReportFrame(SXSSFSheet sheet, ReportStyles styles, int[] widths) {
        this.sheet = sheet;
        this.styles = styles;
        this.widths = widths;
    }

    /** Returns the number of the row below the headings. */
    int writeTop(String title, List<String> headLine, List<String> headings) {
        setUpPage();
        int next = 0;
        Row top = sheet.createRow(next++);
        top.setHeightInPoints(TITLE_HEIGHT);
        write(top, 0, widths.length - 1, title, styles.title());
        if (!headLine.isEmpty()) {
            writeLine(next++, headLine);
        }
        writeHeadings(sheet.createRow(next++), headings);
        sheet.setRepeatingRows(new CellRangeAddress(0, next - 1, -1, -1));
        sheet.createFreezePane(0, next);
        return next;
    }

    private void setUpPage() {
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, widths[i] * 256);
        }
        PrintPage.setUp(sheet);
    }

    private void writeHeadings(Row row, List<String> headings) {
        int lines = IntStream.range(0, widths.length)
                .map(i -> TextLines.count(headings.get(i), widths[i]))
                .max()
                .orElse(1);
        row.setHeightInPoints(LINE_HEIGHT + ReportEntry.LINE * (lines - 1));
        for (int i = 0; i < widths.length; i++) {
            write(row, i, i, headings.get(i), styles.head());
        }
    }

    /** Writes a line whose parts share the width: the first at the left edge, the last at the right one. */
    void writeLine(int number, List<String> parts) {
        Row row = sheet.createRow(number);
        int from = 0;
        int lines = 1;
        int count = Math.min(parts.size(), widths.length);
        for (int i = 0; i < count; i++) {
            boolean last = i == count - 1;
            String text = last ? String.join("　", parts.subList(i, parts.size())) : parts.get(i);
            int to = last ? widths.length - 1 : endOf(i, count, from);
            HorizontalAlignment alignment =
                    i == 0 ? HorizontalAlignment.LEFT : last ? HorizontalAlignment.RIGHT : HorizontalAlignment.CENTER;
            write(row, from, to, text, styles.line(alignment));
            lines = Math.max(lines, TextLines.count(text, width(from, to)));
            from = to + 1;
        }
        row.setHeightInPoints(LINE_HEIGHT + ReportEntry.LINE * (lines - 1));
    }

    /** The last column of this part: where its share of the width is used up, with a column left for each further part. */
    private int endOf(int part, int parts, int from) {
        double share = (double) width(0, widths.length - 1) * (part + 1) / parts;
        int to = from;
        while (to < widths.length - (parts - part) && width(0, to) < share) {
            to++;
        }
        return to;
    }

    private int width(int from, int to) {
        return IntStream.rangeClosed(from, to).map(i -> widths[i]).sum();
    }

    private void write(Row row, int from, int to, String text, CellStyle style) {
        for (int i = from; i <= to; i++) {
            row.createCell(i).setCellStyle(style);
        }
        Cell cell = row.getCell(from);
        cell.setCellValue(SafeText.clean(text));
        if (to > from) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(row.getRowNum(), row.getRowNum(), from, to));
        }
    }
}
