package org.orglife.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFPrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReportWorkbookTests {

    private record Measure(String branch, int number, String problem, String measure, Object due) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure("消化内科党支部", 1, "学习不够深入", "（1）每月集中学习一次", LocalDate.of(2023, 8, 31)),
            new Measure("消化内科党支部", 1, "学习不够深入", "（2）交流体会", "长期坚持"),
            new Measure("消化内科党支部", 2, "谈心谈话少", "=每季度谈一次", LocalDate.of(2023, 9, 30)),
            new Measure("骨科党支部", 1, "联系群众不够", "接待日", "长期坚持"));

    private static ReportSheet<Measure> ledger() {
        return ReportSheet.<Measure>titled("整改台账", "××医院党委整改台账")
                .headLine("单位：××医院党委", "填报人：沈光涛", "填报日期：2023年8月31日")
                .centred("序号", 6, Measure::number)
                .left("存在问题", 38, Measure::problem)
                .left("整改措施", 46, Measure::measure)
                .column(ReportColumn.<Measure>centred("完成时限", 18, Measure::due).dates(DateLook.CHINESE))
                .bandedBy(Measure::branch)
                .groupedBy(measure -> measure.branch() + measure.number(), 2)
                .foot("审核人：", "党支部书记：");
    }

    private static XSSFSheet sheet(ReportSheet<Measure> description, List<Measure> rows) throws IOException {
        return workbook(description, rows).getSheetAt(0);
    }

    private static XSSFWorkbook workbook(ReportSheet<Measure> description, List<Measure> rows) throws IOException {
        return Workbooks.written(out -> {
            try (ReportWorkbook report = new ReportWorkbook()) {
                report.add(description, rows.stream());
                report.write(out);
            }
        });
    }

    private static String text(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row).getCell(column).getStringCellValue();
    }

    @Test
    @DisplayName("Domain 5.3: A4 landscape, one page wide, margins, page numbers")
    void thePageIsSetUpForPrinting() throws IOException {
        XSSFSheet sheet = sheet(ledger(), MEASURES);
        XSSFPrintSetup page = sheet.getPrintSetup();
        assertThat(page.getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        assertThat(page.getLandscape()).isTrue();
        assertThat(sheet.getFitToPage()).isTrue();
        assertThat(page.getFitWidth()).isEqualTo((short) 1);
        assertThat(page.getFitHeight()).isZero();
        assertThat(sheet.getHorizontallyCenter()).isTrue();
        assertThat(sheet.getMargin(PageMargin.LEFT) * 2.54).isBetween(1.5, 2.0);
        assertThat(sheet.getMargin(PageMargin.BOTTOM) * 2.54).isBetween(1.5, 2.0);
        assertThat(sheet.getFooter().getCenter()).isEqualTo("&9第 &P 页 共 &N 页");
    }

    @Test
    @DisplayName("Domain 5.3: title, head line and headings, repeated and frozen")
    void theHeadIsRepeatedAndFrozen() throws IOException {
        XSSFSheet sheet = sheet(ledger(), MEASURES);
        assertThat(text(sheet, 0, 0)).isEqualTo("××医院党委整改台账");
        assertThat(sheet.getRow(0).getHeightInPoints()).isEqualTo(36);
        XSSFCellStyle title = sheet.getRow(0).getCell(0).getCellStyle();
        assertThat(title.getFont().getFontName()).isEqualTo("黑体");
        assertThat(title.getFont().getFontHeightInPoints()).isBetween((short) 16, (short) 18);
        assertThat(sheet.getMergedRegions()).contains(CellRangeAddress.valueOf("A1:D1"));
        assertThat(text(sheet, 1, 0)).isEqualTo("单位：××医院党委");
        assertThat(text(sheet, 1, 3)).isEqualTo("填报日期：2023年8月31日");
        assertThat(sheet.getRow(1).getCell(3).getCellStyle().getAlignment()).isEqualTo(HorizontalAlignment.RIGHT);
        assertThat(Workbooks.texts(sheet.getRow(2))).containsExactly("序号", "存在问题", "整改措施", "完成时限");
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:3");
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
        XSSFCellStyle head = sheet.getRow(2).getCell(1).getCellStyle();
        assertThat(head.getFont().getFontName()).isEqualTo("黑体");
        assertThat(head.getAlignment()).isEqualTo(HorizontalAlignment.CENTER);
        assertThat(head.getBorderLeft()).isEqualTo(BorderStyle.THIN);
    }

    @Test
    void bodyCellsHaveTheLookOfTheirColumn() throws IOException {
        XSSFSheet sheet = sheet(ledger(), MEASURES);
        XSSFCellStyle number = sheet.getRow(4).getCell(0).getCellStyle();
        assertThat(number.getAlignment()).isEqualTo(HorizontalAlignment.CENTER);
        assertThat(number.getFont().getFontName()).isEqualTo("仿宋");
        assertThat(number.getFont().getFontHeight()).isEqualTo((short) 210);
        XSSFCellStyle problem = sheet.getRow(4).getCell(1).getCellStyle();
        assertThat(problem.getAlignment()).isEqualTo(HorizontalAlignment.LEFT);
        assertThat(problem.getWrapText()).isTrue();
        assertThat(problem.getBorderBottom()).isEqualTo(BorderStyle.THIN);
        assertThat(sheet.getRow(4).getCell(3).getLocalDateTimeCellValue()).isEqualTo("2023-08-31T00:00");
        assertThat(sheet.getRow(4).getCell(3).getCellStyle().getDataFormatString())
                .isEqualTo("yyyy\"年\"m\"月\"d\"日\"");
        assertThat(text(sheet, 5, 3)).isEqualTo("长期坚持");
    }

    @Test
    @DisplayName("T-XLS-01 in ledgers")
    void textThatLooksLikeAFormulaStaysText() throws IOException {
        Cell cell = sheet(ledger(), MEASURES).getRow(6).getCell(2);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
    }

    @Test
    void measuresOfOneProblemShareItsCells() throws IOException {
        XSSFSheet sheet = sheet(ledger(), MEASURES);
        assertThat(sheet.getMergedRegions())
                .contains(CellRangeAddress.valueOf("A5:A6"), CellRangeAddress.valueOf("B5:B6"))
                .doesNotContain(CellRangeAddress.valueOf("C5:C6"));
        assertThat(text(sheet, 4, 1)).isEqualTo("学习不够深入");
        assertThat(sheet.getRow(5).getCell(1).getCellType()).isEqualTo(CellType.BLANK);
        assertThat(sheet.getRow(5).getCell(1).getCellStyle().getBorderBottom()).isEqualTo(BorderStyle.THIN);
        assertThat(text(sheet, 5, 2)).isEqualTo("（2）交流体会");
    }

    @Test
    void eachBranchBeginsWithABand() throws IOException {
        XSSFSheet sheet = sheet(ledger(), MEASURES);
        assertThat(text(sheet, 3, 0)).isEqualTo("消化内科党支部");
        assertThat(text(sheet, 7, 0)).isEqualTo("骨科党支部");
        assertThat(sheet.getRow(7).getCell(0).getCellStyle().getFont().getBold())
                .isTrue();
        assertThat(sheet.getMergedRegions())
                .contains(CellRangeAddress.valueOf("A4:D4"), CellRangeAddress.valueOf("A8:D8"));
        assertThat(text(sheet, 8, 1)).isEqualTo("联系群众不够");
        assertThat(text(sheet, 9, 0)).isEqualTo("审核人：");
        assertThat(sheet.getLastRowNum()).isEqualTo(9);
    }

    @Test
    void rowsAreAsHighAsTheirTextNeeds() throws IOException {
        String longProblem = "思想上重视不够，".repeat(20);
        List<Measure> rows = List.of(
                new Measure("甲", 1, "短", "一行", "长期坚持"),
                new Measure("甲", 2, "短", "两行\n第二行", "长期坚持"),
                new Measure("甲", 3, longProblem, "一", "长期坚持"),
                new Measure("甲", 3, longProblem, "二", "长期坚持"));
        XSSFSheet sheet = sheet(ledger(), rows);
        assertThat(sheet.getRow(4).getHeightInPoints()).isEqualTo(16);
        assertThat(sheet.getRow(5).getHeightInPoints()).isEqualTo(32);
        float merged = sheet.getRow(6).getHeightInPoints() + sheet.getRow(7).getHeightInPoints();
        assertThat(merged).isEqualTo(16f * TextLines.count(longProblem, 38));
        // 160 wide characters in lines of 18
        assertThat(TextLines.count(longProblem, 38)).isEqualTo(9);
    }

    @Test
    void whatNoRowCanShowRunsThroughSeveral() throws IOException {
        String essay = IntStream.range(0, 300).mapToObj(i -> "对照党章党规" + i + "，").collect(Collectors.joining());
        XSSFSheet sheet = sheet(ledger(), List.of(new Measure("甲", 1, "短", essay, "长期坚持")));
        int lines = TextLines.count(essay, 46);
        int rows = (lines + 11) / 12;
        assertThat(rows).isGreaterThan(3);
        StringBuilder back = new StringBuilder();
        double height = 0;
        for (int i = 4; i < 4 + rows; i++) {
            assertThat(sheet.getRow(i).getHeightInPoints()).isLessThanOrEqualTo(12 * 16);
            height += sheet.getRow(i).getHeightInPoints();
            back.append(text(sheet, i, 2));
        }
        assertThat(height).isEqualTo(16.0 * lines);
        assertThat(back.toString()).isEqualTo(essay);
        for (char column : new char[] {'A', 'B', 'D'}) {
            assertThat(sheet.getMergedRegions())
                    .contains(CellRangeAddress.valueOf("%s5:%s%d".formatted(column, column, 4 + rows)));
        }
        assertThat(sheet.getMergedRegions()).noneMatch(range -> range.isInRange(5, 2));
        assertThat(text(sheet, 4 + rows, 0)).isEqualTo("审核人：");
    }

    @Test
    void piecesOfATextLookLikeOneCell() throws IOException {
        String essay = "=对照党章党规，".repeat(150);
        XSSFSheet sheet = sheet(ledger(), List.of(new Measure("甲", 1, "短", essay, "长期坚持")));
        XSSFCellStyle first = sheet.getRow(4).getCell(2).getCellStyle();
        XSSFCellStyle second = sheet.getRow(5).getCell(2).getCellStyle();
        assertThat(first.getBorderTop()).isEqualTo(BorderStyle.THIN);
        assertThat(first.getBorderBottom()).isEqualTo(BorderStyle.NONE);
        assertThat(second.getBorderTop()).isEqualTo(BorderStyle.NONE);
        assertThat(first.getQuotePrefixed()).isTrue();
        assertThat(second.getQuotePrefixed()).isTrue();
    }

    @Test
    @DisplayName("5.1 #94: a text too long for a cell loses nothing, in a merged column neither")
    void aTextTooLongForACellGoesOn() throws IOException {
        String text = IntStream.range(0, 8_000).mapToObj(i -> "问" + i).collect(Collectors.joining());
        assertThat(text.length()).isGreaterThan(SafeText.LONGEST);
        XSSFSheet sheet = sheet(
                ledger(), List.of(new Measure("甲", 1, text, text, "长期坚持"), new Measure("甲", 1, text, "第二项措施", "长期坚持")));
        for (int column = 1; column <= 2; column++) {
            StringBuilder back = new StringBuilder();
            for (int i = 4; i < sheet.getLastRowNum(); i++) {
                back.append(text(sheet, i, column));
            }
            assertThat(back.toString().replace("第二项措施", "").equals(text)).isTrue();
        }
    }

    @Test
    void mergedRangesNeverOverlap() throws IOException {
        List<Measure> rows = IntStream.range(0, 400)
                .mapToObj(i -> new Measure(
                        "支部" + i / 90, i / 7 % 5, "问题".repeat(i % 50 * 10), "措施".repeat(i % 31 * 40), "长期坚持"))
                .toList();
        Set<String> cells = new HashSet<>();
        for (CellRangeAddress range : sheet(ledger(), rows).getMergedRegions()) {
            range.forEach(cell -> assertThat(cells.add(cell.formatAsString())).isTrue());
        }
        assertThat(cells).isNotEmpty();
    }

    @Test
    void severalLedgersMakeOneWorkbook() throws IOException {
        List<Long> heard = new ArrayList<>();
        try (XSSFWorkbook workbook = Workbooks.written(out -> {
            try (ReportWorkbook report = new ReportWorkbook(heard::add)) {
                for (int i = 0; i < 3; i++) {
                    report.add(ledger(), IntStream.range(0, 400).mapToObj(row -> MEASURES.get(row % 4)));
                }
                report.write(out);
            }
        })) {
            assertThat(workbook)
                    .extracting(sheet -> sheet.getSheetName())
                    .containsExactly("整改台账", "整改台账(2)", "整改台账(3)");
            assertThat(workbook.getSheetAt(2).getRepeatingRows().formatAsString())
                    .isEqualTo("1:3");
            assertThat(workbook.getNumCellStyles()).isLessThan(40);
        }
        assertThat(heard).containsExactly(500L, 1_000L);
    }

    @Test
    void theWritingCanBeStopped() throws IOException {
        try (ReportWorkbook report = new ReportWorkbook(rows -> {
            throw new IllegalStateException("stopped");
        })) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> report.add(
                            ledger(), Stream.generate(() -> MEASURES.get(0)).iterator()));
        }
    }

    @Test
    void aLedgerMayBeAsPlainAsAList() throws IOException {
        ReportSheet<String> list = ReportSheet.<String>titled("名单", "名单").centred("姓名", 20, name -> name);
        try (ReportWorkbook report = new ReportWorkbook()) {
            report.add(list, Stream.of("甲", "乙"));
            report.add(list.headLine("一", "二", "三"), Stream.of());
            report.write(OutputStream.nullOutputStream());
        }
    }
}
