package org.orglife.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orglife.excel.ExcelCell.Kind;

class WorkbookReaderTests {

    private static final long MIB = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void cellsComeWithTheirKindsAndPlaces() {
        Path file = Workbooks.rows(
                folder,
                Workbooks.row("姓名", null, 12.5, LocalDate.of(2023, 8, 31), true),
                Workbooks.row(),
                Workbooks.row("=1+1", "  ", "第一行\r\n第二行", "_x000D_"));
        List<ExcelRow> rows = WorkbookReader.read(file).firstSheet().rows();
        assertThat(rows).extracting(ExcelRow::number).containsExactly(1, 3);
        assertThat(rows.get(0).cells())
                .extracting(ExcelCell::kind)
                .containsExactly(Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.BOOLEAN);
        assertThat(rows.get(0).cells()).extracting(ExcelCell::address).containsExactly("A1", "C1", "D1", "E1");
        assertThat(rows.get(0).cell(3).text()).isEqualTo("2023-08-31");
        assertThat(rows.get(0).cell(1).isBlank()).isTrue();
        assertThat(rows.get(1).cell(0).kind()).isEqualTo(Kind.FORMULA);
        assertThat(rows.get(1).cell(0).text()).isEqualTo("=1+1");
        assertThat(rows.get(1).cell(1).isBlank()).isTrue();
    }

    @Test
    @DisplayName("5.1 #66: a workbook that counts its days from 1904")
    void daysAreCountedFromTheRightYear() {
        Path file = Workbooks.of(folder, workbook -> {
            workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            Workbooks.fill(workbook.createSheet("名册"), Workbooks.row(1.0));
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat((short) 14);
            workbook.getSheetAt(0).getRow(0).getCell(0).setCellStyle(style);
        });
        assertThat(WorkbookReader.read(file).firstSheet().rows().get(0).cell(0).text())
                .isEqualTo("1904-01-02");
    }

    @Test
    @DisplayName("5.1 #68: hidden sheets, rows and columns are reported, hidden sheets not read")
    void whatIsHiddenIsReported() {
        Path file = Workbooks.of(folder, workbook -> {
            XSSFSheet sheet = workbook.createSheet("名册");
            Workbooks.fill(sheet, Workbooks.row("姓名"), Workbooks.row("甲"), Workbooks.row("乙"));
            sheet.getRow(1).setZeroHeight(true);
            sheet.setColumnHidden(2, true);
            sheet.setColumnHidden(3, true);
            Workbooks.fill(workbook.createSheet("旧数据"), Workbooks.row("姓名"), Workbooks.row("丙"));
            workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
        });
        ExcelWorkbook workbook = WorkbookReader.read(file);
        assertThat(workbook.visibleSheets()).extracting(ExcelSheet::name).containsExactly("名册");
        assertThat(workbook.hiddenSheets()).extracting(ExcelSheet::name).containsExactly("旧数据");
        assertThat(workbook.hiddenSheets().get(0).rows()).isEmpty();
        assertThat(workbook.firstSheet().hiddenRows()).containsExactly(2);
        assertThat(workbook.firstSheet().hiddenColumns()).isNotEmpty().allMatch(name -> name.matches("[CD](:D)?"));
        assertThat(workbook.sheet("名 册")).isPresent();
        assertThat(workbook.sheet("旧数据")).isEmpty();
    }

    @Test
    void aWorkbookWithoutAVisibleSheetIsRefused() {
        Map<String, String> parts = Workbooks.parts("<sheetData/>");
        parts.computeIfPresent("xl/workbook.xml", (name, xml) -> xml.replace("sheetId=", "state=\"hidden\" sheetId="));
        assertRefused(Workbooks.zip(folder, parts), "excel.file.no-sheet");
    }

    @Test
    void theStrictFormatIsToBeSavedAnew() {
        Map<String, String> parts = Workbooks.parts("<sheetData/>");
        parts.replaceAll((name, xml) -> xml.replace(
                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                "http://purl.oclc.org/ooxml/spreadsheetml/main"));
        assertRefused(Workbooks.zip(folder, parts), "excel.file.unusual");
    }

    @Test
    void programsThatNumberNothingAndWriteTextAsResultsAreUnderstood() {
        Path file = Workbooks.zip(
                folder,
                Workbooks.parts("<sheetData><row><c t=\"str\"><v>姓名</v></c><c t=\"s\"><v>0</v></c></row>"
                        + "<row><c t=\"str\"><v>潘文清</v></c></row></sheetData>"));
        List<ExcelRow> rows = WorkbookReader.read(file).firstSheet().rows();
        assertThat(rows).extracting(ExcelRow::number).containsExactly(1, 2);
        assertThat(rows.get(0).cells()).extracting(ExcelCell::text).containsExactly("姓名", "姓名");
        assertThat(rows.get(1).cell(0).kind()).isEqualTo(Kind.TEXT);
    }

    @Test
    @DisplayName("5.1 #70: 5,000 rows are read, 5,001 refused with the limit")
    void rowsHaveALimit() {
        assertThat(WorkbookReader.read(roster(5_000)).firstSheet().rows()).hasSize(5_002);
        assertThatExceptionOfType(UnreadableWorkbookException.class)
                .isThrownBy(() -> WorkbookReader.read(roster(5_001)))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("excel.sheet.too-many-rows");
                    assertThat(refusal.arguments()).containsExactly("名册", 5_000);
                });
    }

    private Path roster(int rows) {
        return Workbooks.of(folder, workbook -> {
            XSSFSheet sheet = workbook.createSheet("名册");
            sheet.createRow(0).createCell(0).setCellValue("党员名册");
            for (int i = 1; i <= rows + 1; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("姓名");
                row.createCell(1).setCellValue(i);
            }
        });
    }

    @Test
    void columnsHaveALimitUnlessTheyAreBlank() {
        Path wide = Workbooks.of(folder, workbook -> {
            Row row = workbook.createSheet("名册").createRow(0);
            row.createCell(49).setCellValue("x");
            row.createCell(60);
        });
        assertThat(WorkbookReader.read(wide).firstSheet().rows().get(0).cells()).hasSize(1);
        Path wider = Workbooks.of(
                folder,
                workbook ->
                        workbook.createSheet("名册").createRow(2).createCell(50).setCellValue("x"));
        assertThatExceptionOfType(UnreadableWorkbookException.class)
                .isThrownBy(() -> WorkbookReader.read(wider))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("excel.sheet.too-many-columns");
                    assertThat(refusal.arguments()).containsExactly("名册", 50, "AY3");
                });
    }

    @Test
    @DisplayName("5.1 #69: 200,000 formatted rows without content stop the reading at once")
    void blankRowsStopTheReading() {
        StringBuilder data = new StringBuilder("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        for (int row = 2; row <= 200_000; row++) {
            data.append("<row r=\"").append(row).append("\">");
            for (char column = 'A'; column < 'F'; column++) {
                data.append("<c r=\"").append(column).append(row).append("\" s=\"1\"/>");
            }
            data.append("</row>");
        }
        Path file = Workbooks.zip(
                folder, Workbooks.parts(data.append("</sheetData>").toString()));
        long start = System.nanoTime();
        Throwable[] thrown = new Throwable[1];
        long allocated =
                Workbooks.allocated(() -> thrown[0] = Assertions.catchThrowable(() -> WorkbookReader.read(file)));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(allocated).isLessThan(8 * MIB);
        assertThat(thrown[0]).isInstanceOfSatisfying(UnreadableWorkbookException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("excel.sheet.blank-rows");
            assertThat(refusal.arguments()).containsExactly("名册", "2");
        });
    }

    @Test
    void aFormPreparedForManyRowsMayBeMostlyBlank() {
        StringBuilder data = new StringBuilder("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        for (int row = 2; row <= 5_001; row++) {
            data.append("<row r=\"%d\"><c r=\"B%d\" s=\"1\"/></row>".formatted(row, row));
        }
        String form = data.append("</sheetData>").toString();
        assertThat(WorkbookReader.read(Workbooks.zip(folder, Workbooks.parts(form)))
                        .firstSheet()
                        .rows())
                .hasSize(1);
    }

    @Test
    void aGapInTheDataIsRefusedIfItIsLarge() {
        assertThat(WorkbookReader.read(gap(201)).firstSheet().rows()).hasSize(2);
        assertThatExceptionOfType(UnreadableWorkbookException.class)
                .isThrownBy(() -> WorkbookReader.read(gap(90_000)))
                .satisfies(refusal -> assertThat(refusal.arguments()).containsExactly("名册", "2"));
    }

    private Path gap(int row) {
        return Workbooks.of(folder, workbook -> {
            XSSFSheet sheet = workbook.createSheet("名册");
            sheet.createRow(0).createCell(0).setCellValue("a");
            sheet.createRow(row).createCell(0).setCellValue("b");
        });
    }

    @Test
    void aFieldOfFormattedCellsIsRefused() {
        Path file = Workbooks.of(folder, workbook -> {
            XSSFSheet sheet = workbook.createSheet("名册");
            for (int i = 0; i < 18; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("x");
                for (int column = 1; column < 100; column++) {
                    row.createCell(column);
                }
            }
        });
        assertThatExceptionOfType(UnreadableWorkbookException.class)
                .isThrownBy(() -> WorkbookReader.read(file, new ReadLimits(18, 50, 5, 1 << 20, 50)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("excel.sheet.blank-cells"));
    }

    @Test
    void aFullSheetIsReadInReasonableTime() {
        Path file = Workbooks.of(folder, workbook -> full(workbook, 5_001, 50));
        long start = System.nanoTime();
        assertThat(WorkbookReader.read(file).firstSheet().rows()).hasSize(5_001);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private static void full(XSSFWorkbook workbook, int rows, int columns) {
        XSSFSheet sheet = workbook.createSheet("名册");
        for (int i = 0; i < rows; i++) {
            Row row = sheet.createRow(i);
            for (int column = 0; column < columns; column++) {
                row.createCell(column).setCellValue("第" + i + "行" + column);
            }
        }
    }

    private static void assertRefused(Path file, String code) {
        assertThatExceptionOfType(UnreadableWorkbookException.class)
                .isThrownBy(() -> WorkbookReader.read(file))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
