package org.orglife.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How much longer a ledger takes than a bare loop that writes the same cells, styles and merged ranges. */
@Tag("benchmark")
class ExcelWritingBenchmark {

    private static final int ROWS = 100_000;
    private static final int COLUMNS = 15;
    private static final int MERGED = 5;
    private static final int GROUP = 3;
    private static final int ROUNDS = 5;
    private static final double ALLOWED = 1.5;
    private static final LocalDate DUE = LocalDate.of(2023, 8, 31);

    /** Sentences of the lengths of real ones; four lines in their columns at most. */
    private static final List<String> SENTENCES = List.of(
            "理论学习不够深入，联系实际不够紧密",
            "（1）每月组织一次集中学习，党员轮流领学，做到有计划、有记录、有讨论，年底前完成六个专题",
            "谈心谈话次数少",
            "班子成员每季度与分管科室党员谈心一次，谈话情况及时登记",
            "党支部书记");

    private static Object value(int row, int column) {
        return switch (column) {
            case 0 -> row / GROUP + 1;
            case 10 -> DUE.plusDays(row % 300);
            case 14 -> "长期坚持";
            default -> SENTENCES.get((row + column) % SENTENCES.size());
        };
    }

    @Test
    void aLedgerTakesLittleLongerThanABareLoop() throws IOException {
        double[] bare = new double[ROUNDS];
        double[] ledger = new double[ROUNDS];
        double[] table = new double[ROUNDS];
        measure(ExcelWritingBenchmark::writeBare);
        measure(ExcelWritingBenchmark::writeLedger);
        for (int round = 0; round < ROUNDS; round++) {
            bare[round] = measure(ExcelWritingBenchmark::writeBare);
            ledger[round] = measure(ExcelWritingBenchmark::writeLedger);
            table[round] = measure(ExcelWritingBenchmark::writeTable);
        }
        double ratio = median(ledger) / median(bare);
        System.out.printf(
                Locale.ROOT,
                "%,d rows x %d columns: bare %.2f s, ledger %.2f s (ratio %.2f), plain table %.2f s (ratio %.2f)%n",
                ROWS,
                COLUMNS,
                median(bare),
                median(ledger),
                ratio,
                median(table),
                median(table) / median(bare));
        assertThat(ratio).isLessThan(ALLOWED);
    }

    private static double median(double[] seconds) {
        return Arrays.stream(seconds).sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
    }

    private static double measure(Workbooks.Writing writing) throws IOException {
        long start = System.nanoTime();
        writing.to(OutputStream.nullOutputStream());
        return (System.nanoTime() - start) / 1e9;
    }

    private static void writeLedger(OutputStream out) throws IOException {
        ReportSheet<Integer> sheet = ReportSheet.<Integer>titled("台账", "整改台账").groupedBy(row -> row / GROUP, MERGED);
        for (int i = 0; i < COLUMNS; i++) {
            int column = i;
            sheet = sheet.left("列" + column, 20, row -> value(row, column));
        }
        try (ReportWorkbook workbook = new ReportWorkbook()) {
            workbook.add(sheet, IntStream.range(0, ROWS).boxed());
            workbook.write(out);
        }
    }

    private static void writeTable(OutputStream out) throws IOException {
        ExcelTable<Integer> table = ExcelTable.titled("台账");
        for (int i = 0; i < COLUMNS; i++) {
            int column = i;
            table = table.column("列" + column, 20, row -> value(row, column));
        }
        table.write(IntStream.range(0, ROWS).boxed(), out);
    }

    private static void writeBare(OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(200)) {
            CellStyle text = style(workbook);
            CellStyle date = style(workbook);
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            SXSSFSheet sheet = workbook.createSheet("台账");
            for (int i = 0; i < ROWS; i++) {
                Row row = sheet.createRow(i);
                row.setHeightInPoints(80);
                for (int column = 0; column < COLUMNS; column++) {
                    Cell cell = row.createCell(column);
                    Object value = column < MERGED && i % GROUP > 0 ? null : value(i, column);
                    cell.setCellStyle(value instanceof LocalDate ? date : text);
                    if (value instanceof String sentence) {
                        cell.setCellValue(sentence);
                    } else if (value instanceof Number number) {
                        cell.setCellValue(number.doubleValue());
                    } else if (value instanceof LocalDate day) {
                        cell.setCellValue(day);
                    }
                }
                if (i % GROUP == GROUP - 1) {
                    for (int column = 0; column < MERGED; column++) {
                        sheet.addMergedRegionUnsafe(new CellRangeAddress(i - GROUP + 1, i, column, column));
                    }
                }
            }
            workbook.write(out);
        }
    }

    private static CellStyle style(SXSSFWorkbook workbook) {
        Font font = workbook.createFont();
        font.setFontName("仿宋");
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        return style;
    }
}
