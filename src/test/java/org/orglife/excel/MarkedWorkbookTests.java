package org.orglife.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedWorkbookTests {

    @TempDir
    private Path folder;

    private Path roster() {
        return Workbooks.of(folder, workbook -> {
            XSSFSheet sheet = workbook.createSheet("名册");
            Workbooks.fill(
                    sheet,
                    Workbooks.row("党员名册"),
                    Workbooks.row("备注", "姓名", "党员类别"),
                    Workbooks.row("x", "潘文清", "正式"),
                    Workbooks.row(null, "江立新", "正式党员"),
                    Workbooks.row("y", null, "预备党员"));
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat("@"));
            sheet.getRow(2).getCell(2).setCellStyle(style);
            sheet.setColumnWidth(1, 5_000);
            sheet.setDefaultColumnStyle(1, style);
            Workbooks.fill(workbook.createSheet("其他"), Workbooks.row("不动"));
        });
    }

    private static List<CellProblem> problems() {
        return List.of(
                new CellProblem("名册", 3, "党员类别", "C3", "正式", "a", List.of(), null),
                new CellProblem("名册", 5, "姓名", "B5", null, "b", List.of(), null),
                CellProblem.ofTable("名册", 5, "=c"));
    }

    private static XSSFWorkbook marked(Path file, List<CellProblem> problems) throws IOException {
        return Workbooks.written(out -> MarkedWorkbook.write(file, problems, CellProblem::code, out));
    }

    @Test
    void theUsersOwnWorkbookComesBackWithOneMoreColumn() throws IOException {
        Path file = roster();
        byte[] before = Files.readAllBytes(file);
        try (XSSFWorkbook workbook = marked(file, problems())) {
            XSSFSheet sheet = workbook.getSheet("名册");
            assertThat(sheet.getRow(1).getCell(3).getStringCellValue()).isEqualTo("错误说明（系统添加）");
            assertThat(sheet.getRow(2).getCell(3).getStringCellValue()).isEqualTo("a");
            assertThat(sheet.getRow(3).getCell(3)).isNull();
            assertThat(sheet.getRow(4).getCell(3).getStringCellValue()).isEqualTo("b；=c");
            assertThat(isRed(sheet.getRow(2).getCell(2))).isTrue();
            assertThat(sheet.getRow(2).getCell(2).getCellStyle().getDataFormatString())
                    .isEqualTo("@");
            assertThat(isRed(sheet.getRow(4).getCell(1))).isTrue();
            assertThat(sheet.getRow(4).getCell(1).getCellStyle().getDataFormatString())
                    .isEqualTo("@");
            assertThat(isRed(sheet.getRow(3).getCell(2))).isFalse();
            assertThat(sheet.getColumnWidth(1)).isEqualTo(5_000);
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("备注");
            assertThat(workbook.getSheet("其他").getRow(0).getLastCellNum()).isEqualTo((short) 1);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aSecondRoundReplacesTheFirst() throws IOException {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        MarkedWorkbook.write(roster(), problems(), CellProblem::code, first);
        Path again = Workbooks.save(folder, first.toByteArray());
        List<CellProblem> left = problems().subList(1, 2);
        try (XSSFWorkbook workbook = marked(again, left)) {
            XSSFSheet sheet = workbook.getSheet("名册");
            assertThat(sheet.getRow(1).getLastCellNum()).isEqualTo((short) 4);
            assertThat(sheet.getRow(2).getCell(3)).isNull();
            assertThat(isRed(sheet.getRow(2).getCell(2))).isFalse();
            assertThat(sheet.getRow(4).getCell(3).getStringCellValue()).isEqualTo("b");
            assertThat(isRed(sheet.getRow(4).getCell(1))).isTrue();
        }
    }

    @Test
    void theAddedColumnIsNotReadAsOneOfTheUsers() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MarkedWorkbook.write(roster(), problems(), CellProblem::code, out);
        ExcelColumn name = ExcelColumn.required("姓名");
        ExcelTableData table = Workbooks.table(Workbooks.save(folder, out.toByteArray()), List.of(name));
        assertThat(table.unusedColumns()).containsExactly("备注", "党员类别");
        assertThat(table.problems()).isEmpty();
    }

    @Test
    void whatIsWrongWithTheHeadStandsInTheHead() throws IOException {
        List<CellProblem> missing = List.of(CellProblem.ofTable("名册", 2, "缺少“入党日期”这一列"));
        try (XSSFWorkbook workbook = marked(roster(), missing)) {
            Row head = workbook.getSheet("名册").getRow(1);
            assertThat(head.getCell(3).getStringCellValue()).isEqualTo("错误说明（系统添加）\n缺少“入党日期”这一列");
        }
    }

    @Test
    void manyProblemsNeedFewStyles() throws IOException {
        Path file = Workbooks.of(folder, workbook -> {
            XSSFSheet sheet = workbook.createSheet("名册");
            for (int i = 0; i < 2_000; i++) {
                sheet.createRow(i).createCell(0).setCellValue("姓名");
            }
        });
        List<CellProblem> many = IntStream.rangeClosed(2, 2_000)
                .mapToObj(row -> new CellProblem("名册", row, "姓名", "A" + row, null, "x", List.of(), null))
                .toList();
        try (XSSFWorkbook workbook = marked(file, many)) {
            assertThat(workbook.getNumCellStyles()).isLessThan(10);
            assertThat(isRed(workbook.getSheetAt(0).getRow(1_999).getCell(0))).isTrue();
        }
    }

    @Test
    void aFileThatPoiCannotOpenIsDamaged() {
        Path file = Workbooks.zip(folder, Map.of("xl/workbook.xml", "<workbook/>"));
        assertThatExceptionOfType(UnreadableWorkbookException.class)
                .isThrownBy(() -> marked(file, List.of()))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("excel.file.damaged"));
    }

    private static boolean isRed(Cell cell) {
        XSSFCellStyle style = (XSSFCellStyle) cell.getCellStyle();
        return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                && style.getFillForegroundXSSFColor().getARGBHex().equals("FFFDE3E4");
    }
}
