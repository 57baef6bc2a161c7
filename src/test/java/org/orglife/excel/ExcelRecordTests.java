package org.orglife.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcelRecordTests {

    static final ExcelColumn NAME = ExcelColumn.required("姓名");
    static final ExcelColumn JOINED = ExcelColumn.optional("入党日期");
    static final List<ExcelColumn> COLUMNS = List.of(NAME, JOINED);

    private static final Map<String, Integer> KINDS = kinds();

    @TempDir
    private Path folder;

    private static Map<String, Integer> kinds() {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        kinds.put("正式党员", 1);
        kinds.put("预备党员", 2);
        return kinds;
    }

    /** The record of a sheet with a title, the head in row 2 and in row 3 a name and this value. */
    private ExcelRecord record(@Nullable Object value) {
        Path file =
                Workbooks.rows(folder, Workbooks.row("党员名册"), Workbooks.row("姓名", "入党日期"), Workbooks.row("潘文清", value));
        return Workbooks.table(file, COLUMNS).records().get(0);
    }

    private void assertProblem(ExcelRecord record, String code) {
        assertThat(record.problems()).hasSize(1);
        CellProblem problem = record.problems().get(0);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.actionCode()).isEqualTo(code + ".do");
        assertThat(problem.sheet()).isEqualTo("名册");
        assertThat(problem.row()).isEqualTo(3);
        assertThat(problem.column()).isEqualTo("入党日期");
        assertThat(problem.cell()).isEqualTo("B3");
    }

    @Test
    void textIsCleanedAndMeasuredInCharacters() {
        ExcelRecord record = record("　若𠮷\r\n好 ");
        assertThat(record.text(JOINED, 4)).isEqualTo("若𠮷\n好");
        assertThat(record.problems()).isEmpty();
        assertThat(record.text(JOINED, 3)).isNull();
        assertProblem(record, "excel.cell.too-long");
    }

    @Test
    void askingTwiceChangesNothing() {
        ExcelRecord record = record("太长了");
        record.text(JOINED, 1);
        record.text(JOINED, 1);
        assertThat(record.problems()).hasSize(1);
        assertThat(record.problems().get(0).value()).isEqualTo("太长了");
    }

    @Test
    @DisplayName("5.1 #5, #17: names keep rare characters and lose inner spaces")
    void namesHaveOneForm() {
        assertThat(record("夏　 华").name(JOINED, 50)).isEqualTo("夏华");
        assertThat(record("阿卜杜拉•买买提").name(JOINED, 50)).isEqualTo("阿卜杜拉·买买提");
        assertThat(record("𬭊䶮").name(JOINED, 2)).isEqualTo("𬭊䶮");
    }

    @Test
    @DisplayName("5.1 #7: a text that reads differently from what it is")
    void forbiddenCharactersAreRefused() {
        ExcelRecord record = record("张\u202E三");
        assertThat(record.name(JOINED, 50)).isNull();
        assertProblem(record, "excel.cell.forbidden");
    }

    @Test
    @DisplayName("5.1 #64: an identity number typed as a number has lost its last digits")
    void longNumbersAreRefused() {
        ExcelRecord record = record(Double.valueOf("440101199001011234"));
        assertThat(record.code(JOINED, 18)).isNull();
        assertProblem(record, "excel.cell.long-number");
        assertThat(record.problems().get(0).arguments()).containsExactly("B3");
        assertThat(record("44010119900101123x").code(JOINED, 18)).isEqualTo("44010119900101123x");
    }

    @Test
    @DisplayName("5.1 #65: a phone number typed as a number is complete")
    void wholeNumbersOfFifteenDigitsAreText() {
        assertThat(record(13800138000d).code(JOINED, 20)).isEqualTo("13800138000");
        assertThat(record(123456789012345d).text(JOINED, 20)).isEqualTo("123456789012345");
        assertProblem(asked(record(3.5), record -> record.text(JOINED, 20)), "excel.cell.decimal");
    }

    @Test
    @DisplayName("5.1 #67: formulas and errors are refused with their address")
    void whatIsComputedIsRefused() {
        for (Consumer<ExcelRecord> question : List.<Consumer<ExcelRecord>>of(
                record -> record.text(JOINED, 9),
                record -> record.date(JOINED, DateKind.DAY),
                record -> record.yesNo(JOINED),
                record -> record.integer(JOINED, 0, 9),
                record -> record.choice(JOINED, KINDS))) {
            ExcelRecord record = asked(record("=\"2023-\"&\"08-31\""), question);
            assertProblem(record, "excel.cell.formula");
            assertThat(record.problems().get(0).arguments()).containsExactly("B3");
        }
        Path file = Workbooks.of(folder, workbook -> {
            XSSFSheet sheet = workbook.createSheet("名册");
            Workbooks.fill(sheet, Workbooks.row("党员名册"), Workbooks.row("姓名", "入党日期"), Workbooks.row("潘文清", "x"));
            sheet.getRow(2).getCell(1).setCellErrorValue(FormulaError.REF);
        });
        ExcelRecord record = Workbooks.table(file, COLUMNS).records().get(0);
        assertProblem(asked(record, each -> each.text(JOINED, 9)), "excel.cell.error");
        assertThat(record.problems().get(0).value()).isEqualTo("#REF!");
    }

    private static ExcelRecord asked(ExcelRecord record, Consumer<ExcelRecord> question) {
        question.accept(record);
        return record;
    }

    @ParameterizedTest
    @DisplayName("5.1 #66: the ways in which a day is written")
    @ValueSource(
            strings = {
                "2023-08-31",
                "2023/8/31",
                "2023.8.31",
                "2023年8月31日",
                "20230831",
                " 2023年 8月 31日",
                "２０２３．８．３１",
                "2023-08-31 00:00:00",
                "2023/8/31 0:00"
            })
    void aDayIsUnderstood(String typed) {
        assertThat(record(typed).date(JOINED, DateKind.DAY)).isEqualTo("2023-08-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023年8月", "2023-08", "2023.8", "2023/08", "2023年8月份"})
    void aMonthIsItsLastDayOrRefused(String typed) {
        assertThat(record(typed).date(JOINED, DateKind.LAST_DAY)).isEqualTo("2023-08-31");
        assertProblem(asked(record(typed), record -> record.date(JOINED, DateKind.DAY)), "excel.date.no-day");
    }

    @ParameterizedTest
    @DisplayName("5.1 #24, #25: days that do not exist, years that cannot be")
    @CsvSource({
        "2023-02-29, excel.date.none",
        "2023.2.30, excel.date.none",
        "2023-13-01, excel.date.none",
        "20231301, excel.date.none",
        "2023年13月, excel.date.none",
        "0000-01-01, excel.date.year",
        "1899-12-31, excel.date.year",
        "9999-12-31, excel.date.year",
        "2101年1月, excel.date.year",
        "20233-01-01, excel.date.unknown",
        "2023-8/31, excel.date.unknown",
        "2023年8-31, excel.date.unknown",
        "8月31日, excel.date.unknown",
        "长期坚持, excel.date.unknown",
        "202308, excel.date.unknown"
    })
    void anImpossibleDayIsRefused(String typed, String code) {
        ExcelRecord record = record(typed);
        assertThat(record.date(JOINED, DateKind.LAST_DAY)).isNull();
        assertProblem(record, code);
        assertThat(record.problems().get(0).value()).isEqualTo(typed);
    }

    @Test
    void dateCellsAreDates() {
        assertThat(record(LocalDate.of(2009, 6, 12)).date(JOINED, DateKind.DAY)).isEqualTo("2009-06-12");
        assertThat(record(LocalDate.of(2009, 6, 12)).text(JOINED, 20)).isEqualTo("2009-06-12");
        assertThat(record(20090612).date(JOINED, DateKind.DAY)).isEqualTo("2009-06-12");
    }

    @Test
    void aNumberThatMayBeADateIsNotGuessed() {
        assertProblem(asked(record(45152), record -> record.date(JOINED, DateKind.DAY)), "excel.date.number");
        assertProblem(asked(record(2023.1), record -> record.date(JOINED, DateKind.LAST_DAY)), "excel.date.number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yyyy\"年\"m\"月\"", "yyyy-mm", "[$-804]yyyy\"年\"m\"月\";@"})
    void aDateCellThatShowsAMonthIsAMonth(String format) {
        Path file = Workbooks.of(folder, workbook -> {
            XSSFSheet sheet = workbook.createSheet("名册");
            Workbooks.fill(
                    sheet,
                    Workbooks.row(),
                    Workbooks.row("姓名", "入党日期"),
                    Workbooks.row("潘文清", LocalDate.of(2023, 8, 1)));
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            sheet.getRow(2).getCell(1).setCellStyle(style);
        });
        ExcelRecord record = Workbooks.table(file, COLUMNS).records().get(0);
        assertThat(record.date(JOINED, DateKind.LAST_DAY)).isEqualTo("2023-08-31");
        assertThat(record.date(JOINED, DateKind.DAY)).isNull();
        assertProblem(record, "excel.date.no-day");
    }

    @ParameterizedTest
    @CsvSource({"是,true", "√,true", "有,true", "1,true", "Ｙ,true", "否,false", "无,false", "×,false", "0,false"})
    void yesAndNoHaveManyForms(String typed, boolean yes) {
        assertThat(record(typed).yesNo(JOINED)).isEqualTo(yes);
    }

    @Test
    void yesOrNoMayBeBlankButNotDoubtful() {
        assertThat(record(null).yesNo(JOINED)).isNull();
        assertThat(record(true).yesNo(JOINED)).isTrue();
        assertThat(record(1).yesNo(JOINED)).isTrue();
        assertProblem(asked(record("也许"), record -> record.yesNo(JOINED)), "excel.cell.yes-no");
    }

    @Test
    void aChoiceIsMatchedByLabelAndAlias() {
        assertThat(record("正式 党员").choice(JOINED, KINDS)).isEqualTo(1);
        assertThat(record("预备").choice(JOINED, KINDS, Map.of("预备", 2))).isEqualTo(2);
        assertThat(record(null).choice(JOINED, KINDS)).isNull();
    }

    @Test
    void aWrongChoiceNamesTheRightOnes() {
        ExcelRecord record = record("正式");
        assertThat(record.choice(JOINED, KINDS)).isNull();
        assertProblem(record, "excel.cell.choice");
        assertThat(record.problems().get(0).arguments()).containsExactly("正式", "“正式党员”或“预备党员”");
        assertThat(record.problems().get(0).suggestion()).isEqualTo("正式党员");
        ExcelRecord doubtful = record("党员");
        doubtful.choice(JOINED, KINDS);
        assertThat(doubtful.problems().get(0).suggestion()).isNull();
    }

    @Test
    void ofManyChoicesTheNearOnesAreNamed() {
        Map<String, Integer> branches = new LinkedHashMap<>();
        for (String name : List.of("骨科党支部", "消化内科党支部", "呼吸内科党支部", "药学部党支部", "检验科党支部", "机关党支部")) {
            branches.put(name, branches.size());
        }
        ExcelRecord record = record("呼吸科支部");
        record.choice(JOINED, branches);
        assertThat(record.problems().get(0).suggestion()).isEqualTo("呼吸内科党支部");
        assertThat(record.problems().get(0).arguments().get(1).toString()).startsWith("“呼吸内科党支部”");
    }

    @Test
    void anEndlessTextIsNearToNothing() {
        assertThat(NearestWords.of("正式党员".repeat(8_000), KINDS.keySet(), 3)).isEmpty();
        assertThat(NearestWords.of("正试党员", KINDS.keySet(), 3)).containsExactly("正式党员", "预备党员");
    }

    @ParameterizedTest
    @DisplayName("5.1 #22, #23: counts are digits")
    @CsvSource({
        "12, 12,",
        "１２, 12,",
        "-1, , excel.cell.integer-range",
        "2147483648, , excel.cell.integer-range",
        "1e9, , excel.cell.integer",
        "3.0, , excel.cell.integer",
        "三, , excel.cell.integer",
        "٣, , excel.cell.integer",
        "99999999999999999999, , excel.cell.integer"
    })
    void aCountIsDigits(String typed, @Nullable Integer number, @Nullable String code) {
        ExcelRecord record = record(typed);
        assertThat(record.integer(JOINED, 0, 1_000)).isEqualTo(number);
        assertThat(record.problems()).extracting(CellProblem::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void aNumberCellIsACountIfItIsWhole() {
        assertThat(record(30).integer(JOINED, 0, 100)).isEqualTo(30);
        assertProblem(asked(record(30.5), record -> record.integer(JOINED, 0, 100)), "excel.cell.integer");
    }

    @Test
    void aRequiredCellMustBeFilled() {
        Path file = Workbooks.rows(
                folder, Workbooks.row("姓名", "入党日期"), Workbooks.row(" ", "2009-06-12"), Workbooks.row("甲"));
        ExcelTableData table = Workbooks.table(file, COLUMNS);
        table.records().forEach(record -> {
            record.name(NAME, 50);
            record.date(JOINED, DateKind.DAY);
        });
        assertThat(table.problems())
                .containsExactly(new CellProblem("名册", 2, "姓名", "A2", null, "excel.cell.missing", List.of("姓名"), null));
    }

    @Test
    void aCellSwallowedByAMergeIsNotSilentlyBlank() {
        Path file = Workbooks.of(folder, workbook -> {
            XSSFSheet sheet = workbook.createSheet("名册");
            Workbooks.fill(sheet, Workbooks.row("姓名", "入党日期"), Workbooks.row("甲", "2009-06-12"), Workbooks.row("乙"));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
        });
        ExcelTableData table = Workbooks.table(file, COLUMNS);
        table.records().forEach(record -> record.date(JOINED, DateKind.DAY));
        assertThat(table.problems())
                .extracting(CellProblem::code, CellProblem::cell)
                .containsExactly(tuple("excel.cell.merged", "B3"));
    }

    @Test
    void featuresAddWhatOnlyTheyKnow() {
        ExcelRecord record = record("呼吸科支部");
        record.suggest(JOINED, "呼吸内科党支部", "member.import.no-branch", "呼吸科支部");
        record.rowProblem("member.import.twice", 62);
        assertThat(record.problems()).extracting(CellProblem::suggestion).containsExactly("呼吸内科党支部", null);
        assertThat(record.problems().get(1).cell()).isNull();
        assertThat(record.problems().get(1).row()).isEqualTo(3);
    }
}
