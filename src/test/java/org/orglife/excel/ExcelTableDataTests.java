package org.orglife.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding a table by its headings. */
class ExcelTableDataTests {

    private static final ExcelColumn NAME = ExcelColumn.required("姓名");
    private static final ExcelColumn BRANCH = ExcelColumn.required("所在党组织").alsoCalled("所在支部", "党支部");
    private static final ExcelColumn JOINED = ExcelColumn.optional("入党日期");
    private static final List<ExcelColumn> COLUMNS = List.of(NAME, BRANCH, JOINED);

    @TempDir
    private Path folder;

    private ExcelTableData table(@Nullable Object[]... rows) {
        return Workbooks.table(Workbooks.rows(folder, rows), COLUMNS);
    }

    @Test
    @DisplayName("5.1 #62: columns are found by name, in any order, others ignored and listed")
    void columnsAreFoundByName() {
        ExcelTableData table = table(
                Workbooks.row("序号", "入党日期", "所在支部", "姓名", "备注"), Workbooks.row(1, "2009-06-12", "骨科党支部", "潘文清", "x"));
        assertThat(table.problems()).isEmpty();
        assertThat(table.unusedColumns()).containsExactly("序号", "备注");
        assertThat(table.records()).hasSize(1);
        assertThat(table.records().get(0).name(NAME, 50)).isEqualTo("潘文清");
        assertThat(table.records().get(0).text(BRANCH, 50)).isEqualTo("骨科党支部");
        assertThat(table.records().get(0).date(JOINED, DateKind.DAY)).isEqualTo("2009-06-12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"姓 名", "姓　名：", "姓名*", "*姓名", "姓名（必填）", "姓名(真实姓名) *", "姓名【必填】", "\n姓名\n", "姓名："})
    void headingsAreComparedWithoutTheirTrimmings(String heading) {
        ExcelTableData table = table(Workbooks.row(heading, "党支部"), Workbooks.row("甲", "乙"));
        assertThat(table.problems()).isEmpty();
        assertThat(table.records().get(0).text(NAME, 9)).isEqualTo("甲");
    }

    @Test
    @DisplayName("5.1 #63: a title and notes above the table")
    void theHeadMayStandBelowATitle() {
        ExcelTableData table = table(
                Workbooks.row("××医院党员名册"),
                Workbooks.row("说明：姓名必须与身份证一致"),
                Workbooks.row("填报单位：党委办公室", null, "填报日期：2023年8月"),
                Workbooks.row(),
                Workbooks.row("姓名", "党支部"),
                Workbooks.row("甲", "乙"));
        assertThat(table.headRow()).isEqualTo(5);
        assertThat(table.records()).extracting(ExcelRecord::row).containsExactly(6);
    }

    @Test
    void aColumnWrittenOutInFullGoesBeforeOneWithAHint() {
        ExcelColumn due = ExcelColumn.required("完成时限");
        ExcelColumn done = ExcelColumn.optional("完成时限（实际）");
        Path file = Workbooks.rows(folder, Workbooks.row("完成时限（实际）", "完成时限"), Workbooks.row("甲", "乙"));
        ExcelTableData table = Workbooks.table(file, List.of(due, done));
        assertThat(table.problems()).isEmpty();
        assertThat(table.records().get(0).text(due, 9)).isEqualTo("乙");
        assertThat(table.records().get(0).text(done, 9)).isEqualTo("甲");
    }

    @Test
    @DisplayName("5.1 #62: a missing column is named, with what may be meant")
    void aMissingColumnIsNamed() {
        ExcelTableData table = table(Workbooks.row("姓名", "所在党支"), Workbooks.row("甲", "乙"));
        assertThat(table.records()).isEmpty();
        assertThat(table.problems())
                .containsExactly(CellProblem.ofTable("名册", 1, "excel.table.missing-column-near", "所在党组织", "“所在党支”"));
        assertThat(table(Workbooks.row("姓名", "电话"), Workbooks.row("甲", "乙")).problems())
                .containsExactly(CellProblem.ofTable("名册", 1, "excel.table.missing-column", "所在党组织"));
    }

    @Test
    @DisplayName("5.1 #62: the same column twice")
    void aColumnMayNotStandThereTwice() {
        ExcelTableData table = table(Workbooks.row("姓名", "党支部", "姓名*"), Workbooks.row("甲", "乙", "丙"));
        assertThat(table.records()).isEmpty();
        assertThat(table.problems()).hasSize(1);
        CellProblem problem = table.problems().get(0);
        assertThat(problem.code()).isEqualTo("excel.table.column-twice");
        assertThat(problem.cell()).isEqualTo("C1");
        assertThat(problem.arguments()).containsExactly("姓名", "A", "C");
    }

    @Test
    @DisplayName("5.1 #63: a head over two rows")
    void aHeadOfTwoRowsIsToBeUnmerged() {
        Path file = Workbooks.of(folder, workbook -> {
            XSSFSheet sheet = workbook.createSheet("名册");
            Workbooks.fill(
                    sheet,
                    Workbooks.row("党员名册"),
                    Workbooks.row("姓名", "党支部", "日期"),
                    Workbooks.row(null, null, "入党日期", "转正日期"),
                    Workbooks.row("甲", "乙", "2009-06-12", "2010-06-12"));
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 2, 3));
        });
        ExcelTableData table = Workbooks.table(file, COLUMNS);
        assertThat(table.records()).isEmpty();
        assertThat(table.problems()).containsExactly(CellProblem.ofTable("名册", 2, "excel.table.merged-head"));
    }

    @Test
    void aMergedTitleDoesNoHarm() {
        Path file = Workbooks.of(folder, workbook -> {
            XSSFSheet sheet = workbook.createSheet("名册");
            Workbooks.fill(sheet, Workbooks.row("党员名册"), Workbooks.row("姓名", "党支部"), Workbooks.row("甲", "乙"));
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
        });
        assertThat(Workbooks.table(file, COLUMNS).problems()).isEmpty();
    }

    @Test
    @DisplayName("5.1 #61: nothing at all, no head, a head only")
    void thereMustBeSomethingToRead() {
        assertThat(table().problems()).extracting(CellProblem::code).containsExactly("excel.table.empty");
        assertThat(table(Workbooks.row("甲", "乙"), Workbooks.row("丙")).problems())
                .containsExactly(CellProblem.ofTable("名册", 1, "excel.table.no-head", "姓名、所在党组织、入党日期"));
        assertThat(table(Workbooks.row("姓名", "党支部")).problems())
                .containsExactly(CellProblem.ofTable("名册", 1, "excel.table.no-rows"));
    }

    @Test
    void rowsWithoutContentInTheTableAreSkipped() {
        ExcelTableData table = table(
                Workbooks.row("序号", "姓名", "党支部"),
                Workbooks.row(1, "甲", "乙"),
                Workbooks.row(2),
                Workbooks.row(),
                Workbooks.row(3, "丙", "丁"));
        assertThat(table.records()).extracting(ExcelRecord::row).containsExactly(2, 5);
    }

    @Test
    void problemsComeInTheOrderOfTheRows() {
        ExcelTableData table =
                table(Workbooks.row("姓名", "党支部"), Workbooks.row("甲"), Workbooks.row("乙"), Workbooks.row("丙"));
        List<ExcelRecord> records = table.records();
        assertThat(table.hasProblems()).isFalse();
        records.get(2).text(BRANCH, 9);
        records.get(0).text(BRANCH, 9);
        assertThat(table.problems()).extracting(CellProblem::row).containsExactly(2, 4);
        assertThat(table.hasProblems()).isTrue();
    }
}
