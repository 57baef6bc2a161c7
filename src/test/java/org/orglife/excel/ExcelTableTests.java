package org.orglife.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcelTableTests {

    private record Line(
            @Nullable String text,
            @Nullable Integer number,
            @Nullable LocalDate date) {

        static Line of(String text) {
            return new Line(text, null, null);
        }
    }

    private static final ExcelTable<Line> TABLE = ExcelTable.<Line>titled("整改台账")
            .column("存在问题", 40, Line::text)
            .column("件数", 8, Line::number)
            .column("完成时限", 12, Line::date);

    private static XSSFSheet sheet(Line... lines) throws IOException {
        XSSFWorkbook workbook = Workbooks.written(out -> TABLE.write(Stream.of(lines), out));
        return workbook.getSheetAt(0);
    }

    @Test
    void valuesAreTypedCells() throws IOException {
        XSSFSheet sheet = sheet(new Line("学习不够", 3, LocalDate.of(2023, 8, 31)), new Line(null, null, null));
        assertThat(sheet.getSheetName()).isEqualTo("整改台账");
        assertThat(Workbooks.texts(sheet.getRow(0))).containsExactly("存在问题", "件数", "完成时限");
        assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("学习不够");
        assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(3);
        assertThat(sheet.getRow(1).getCell(2).getLocalDateTimeCellValue()).isEqualTo("2023-08-31T00:00");
        assertThat(sheet.getRow(1).getCell(2).getCellStyle().getDataFormatString())
                .isEqualTo("yyyy-mm-dd");
        assertThat(Workbooks.texts(sheet.getRow(2))).isEmpty();
        assertThat(sheet.getColumnWidth(0)).isEqualTo(40 * 256);
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:C3");
    }

    @ParameterizedTest
    @DisplayName("T-XLS-01, 5.1 #19: text that looks like a formula stays text")
    @ValueSource(
            strings = {"=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "＝1+1", "＋1", "－1", "＠SUM"})
    void textThatLooksLikeAFormulaStaysText(String text) throws IOException {
        Cell cell = sheet(Line.of(text)).getRow(1).getCell(0);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo(text);
        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
    }

    @Test
    @DisplayName("T-XLS-01: also behind a character that disappears")
    void whatDisappearsUncoversNoFormula() throws IOException {
        for (String start : List.of("\u0000", "\r", "\r\n", "\u0001", "\uFFFE")) {
            Cell cell = sheet(Line.of(start + "=1")).getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue().strip()).isEqualTo("=1");
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
        assertThat(sheet(Line.of("问题=1")).getRow(1).getCell(0).getCellStyle().getQuotePrefixed())
                .isFalse();
    }

    @Test
    void whatXmlCannotHoldIsLeftOutAndTheRestComesBack() throws IOException {
        Line odd = Line.of("a\u0000b\u000Bc\uD800d𠮷<&>\"_x000D_\r\n  e\uFFFF");
        assertThat(sheet(odd).getRow(1).getCell(0).getStringCellValue()).isEqualTo("abcd𠮷<&>\"_x000D_\n  e");
    }

    @Test
    @DisplayName("5.1 #12, #94: a text too long for a cell goes on in the next row, visibly")
    void aTextTooLongForACellGoesOnBelow() throws IOException {
        String text = IntStream.range(0, 20_000).mapToObj(i -> "问" + i).collect(Collectors.joining());
        assertThat(text.length()).isBetween(3 * SafeText.LONGEST, 4 * SafeText.LONGEST);
        XSSFSheet sheet = sheet(new Line(text, 1, null), Line.of("后一行"));
        StringBuilder back = new StringBuilder();
        for (int i = 1; i <= 4; i++) {
            String piece = sheet.getRow(i).getCell(0).getStringCellValue();
            assertThat(piece.startsWith("（接上一行）")).isEqualTo(i > 1);
            assertThat(piece.endsWith("（未完，接下一行）")).isEqualTo(i < 4);
            back.append(withoutNotes(piece));
        }
        assertThat(back.toString().equals(text)).isTrue();
        assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(1);
        assertThat(sheet.getRow(2).getCell(1)).isNull();
        assertThat(sheet.getRow(5).getCell(0).getStringCellValue()).isEqualTo("后一行");
    }

    @Test
    void aCutHalvesNeitherACharacterNorAnEscape() {
        for (String part : List.of("𠮷", "_x000D_")) {
            for (int shift = 0; shift < 12; shift++) {
                String text = "a".repeat(shift) + part.repeat(30_000);
                StringBuilder back = new StringBuilder();
                for (String piece : SafeText.pieces(SafeText.clean(text))) {
                    assertThat(piece.length() <= SafeText.LONGEST).isTrue();
                    back.append(SafeText.decode(piece));
                }
                assertThat(withoutNotes(back.toString()).equals(text)).isTrue();
            }
        }
    }

    private static String withoutNotes(String text) {
        return text.replace("（接上一行）", "").replace("（未完，接下一行）", "");
    }

    @Test
    @DisplayName("5.1 #93: an export without rows has its head")
    void noRowsLeaveTheHead() throws IOException {
        assertThat(sheet().getLastRowNum()).isZero();
        assertThat(sheet().getRow(0).getCell(2).getStringCellValue()).isEqualTo("完成时限");
    }

    @Test
    void aColumnMakesANewTable() throws IOException {
        TABLE.column("备注", 10, Line::text);
        assertThat(sheet().getRow(0).getLastCellNum()).isEqualTo((short) 3);
    }

    @Test
    void onlyTheFourKindsOfValuesAreWritten() {
        ExcelTable<Line> wrong = TABLE.column("错", 5, line -> new int[0]);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> wrong.write(Stream.of(Line.of("x")), OutputStream.nullOutputStream()));
    }

    @Test
    @DisplayName("5.1 #95: who listens to the progress may stop the writing, and nothing stays behind")
    void theWritingCanBeStopped() throws IOException {
        List<Long> heard = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long before = temporaryFiles();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> TABLE.write(
                        IntStream.range(0, 5_000)
                                .mapToObj(i -> Line.of("第" + i))
                                .iterator(),
                        out,
                        rows -> {
                            heard.add(rows);
                            if (rows == 1_500) {
                                throw new IllegalStateException("stopped");
                            }
                        }));
        assertThat(heard).containsExactly(500L, 1_000L, 1_500L);
        assertThat(out.size()).isZero();
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    @DisplayName("another user of the machine reads nothing of an export, and hinders none")
    void rowsLieWhereNobodyElseLooks() throws IOException {
        assertThat(Files.getPosixFilePermissions(StreamedWorkbook.DIRECTORY))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (StreamedWorkbook workbook = new StreamedWorkbook()) {
            long before = temporaryFiles();
            workbook.createSheet("台账");
            assertThat(temporaryFiles()).isEqualTo(before + 1);
        }
    }

    private static long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(StreamedWorkbook.DIRECTORY)) {
            return files.count();
        }
    }
}
