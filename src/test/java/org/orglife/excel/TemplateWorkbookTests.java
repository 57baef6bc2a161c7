package org.orglife.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateWorkbookTests {

    private static final ExcelColumn NAME = ExcelColumn.required("姓名");
    private static final ExcelColumn JOINED = ExcelColumn.optional("入党日期");
    private static final ExcelColumn KIND = ExcelColumn.required("党员类别");
    private static final ExcelColumn BRANCH = ExcelColumn.optional("所在党组织");
    private static final List<String> BRANCHES =
            IntStream.range(0, 200).mapToObj(i -> "第" + i + "党支部").toList();

    private static final TemplateWorkbook.Sheet SHEET = new TemplateWorkbook.Sheet(
            "党员名册",
            List.of(
                    TemplateColumn.text(NAME, 12).hint("与身份证一致").example("潘文清"),
                    TemplateColumn.date(JOINED, 14).example("2009-06-12"),
                    TemplateColumn.text(KIND, 14).oneOf(List.of("正式党员", "预备党员")),
                    TemplateColumn.text(BRANCH, 20).oneOf(BRANCHES)));

    @TempDir
    private Path folder;

    @Test
    void aTemplateIsPreparedForWhatIsTyped() throws IOException {
        try (XSSFWorkbook workbook = Workbooks.written(out -> TemplateWorkbook.write(List.of(SHEET), out))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("党员名册");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("姓名*");
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("入党日期");
            assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFont().getBold())
                    .isTrue();
            assertThat(sheet.getColumnStyle(0).getDataFormatString()).isEqualTo("@");
            assertThat(sheet.getColumnStyle(1).getDataFormatString()).isEqualTo("yyyy-mm-dd");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        }
    }

    @Test
    void valuesAreOfferedAsLists() throws IOException {
        try (XSSFWorkbook workbook = Workbooks.written(out -> TemplateWorkbook.write(List.of(SHEET), out))) {
            List<? extends DataValidation> rules = workbook.getSheetAt(0).getDataValidations();
            assertThat(rules).hasSize(2);
            assertThat(rules.get(0).getValidationConstraint().getExplicitListValues())
                    .containsExactly("正式党员", "预备党员");
            assertThat(rules.get(1).getValidationConstraint().getFormula1()).isEqualTo("'可选内容'!$A$1:$A$200");
            assertThat(rules.get(1).getRegions().getCellRangeAddress(0).formatAsString())
                    .isEqualTo("D2:D5001");
            assertThat(workbook.isSheetHidden(workbook.getSheetIndex("可选内容"))).isTrue();
        }
    }

    @Test
    void eachColumnIsExplained() throws IOException {
        try (XSSFWorkbook workbook = Workbooks.written(out -> TemplateWorkbook.write(List.of(SHEET), out))) {
            XSSFSheet sheet = workbook.getSheet(TemplateWorkbook.INSTRUCTIONS);
            assertThat(sheet.getLastRowNum()).isEqualTo(4);
            assertThat(Workbooks.texts(sheet.getRow(1))).containsExactly("党员名册", "姓名", "必填", "与身份证一致", "潘文清", "");
            assertThat(sheet.getRow(3).getCell(5).getStringCellValue()).isEqualTo("正式党员、预备党员");
        }
    }

    @Test
    void aBlankTemplateReadsAsAHeadWithoutRows() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TemplateWorkbook.write(List.of(SHEET), out);
        ExcelTableData table =
                Workbooks.table(Workbooks.save(folder, out.toByteArray()), List.of(NAME, JOINED, KIND, BRANCH));
        assertThat(table.problems()).extracting(CellProblem::code).containsExactly("excel.table.no-rows");
        assertThat(table.unusedColumns()).isEmpty();
    }
}
