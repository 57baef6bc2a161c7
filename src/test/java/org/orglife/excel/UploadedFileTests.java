package org.orglife.excel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not a workbook, or is one no longer. */
class UploadedFileTests {

    private static final Object[][] ROWS = {{"姓名", "入党日期"}, {"潘文清", "2009-06-12"}, {"江立新", 20220301}, {"夏　华", "2019年5月"}
    };

    @TempDir
    private Path folder;

    @Test
    @DisplayName("5.1 #61: an empty file")
    void anEmptyFileIsRefused() {
        assertRefused(Workbooks.save(folder, new byte[0]), "excel.file.empty");
    }

    @ParameterizedTest
    @DisplayName("5.1 #74: other files under the name of a workbook")
    @ValueSource(
            strings = {
                "<html><body><table><tr><td>姓名</td></tr></table></body></html>",
                "<?xml version=\"1.0\"?><Workbook/>",
                "姓名,入党日期\n潘文清,2009-06-12\n",
                "%PDF-1.7",
                "x"
            })
    void aRenamedFileIsRefused(String content) {
        assertRefused(Workbooks.save(folder, content.getBytes(UTF_8)), "excel.file.not-xlsx");
        assertRefused(Workbooks.save(folder, content.getBytes(Charset.forName("GBK"))), "excel.file.not-xlsx");
    }

    @Test
    @DisplayName("5.1 #74: a zip that is no workbook, a Word document")
    void anyOtherZipIsRefused() {
        assertRefused(Workbooks.zip(folder, Map.of("readme.txt", "hello")), "excel.file.not-xlsx");
        Map<String, String> word = Workbooks.parts("");
        word.keySet().removeIf(name -> name.startsWith("xl/"));
        word.put("word/document.xml", "<document/>");
        assertRefused(Workbooks.zip(folder, word), "excel.file.not-xlsx");
    }

    @Test
    @DisplayName("5.1 #74: an .xls of 1997 under the name of an .xlsx")
    void anOldWorkbookIsToBeSavedAnew() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("名册").createRow(0).createCell(0).setCellValue("姓名");
            workbook.write(bytes);
        }
        assertRefused(Workbooks.save(folder, bytes.toByteArray()), "excel.file.old-format");
        byte[] half = Arrays.copyOf(bytes.toByteArray(), 600);
        assertRefused(Workbooks.save(folder, half), "excel.file.damaged");
    }

    @Test
    @DisplayName("5.1 #75: a password")
    void anEncryptedWorkbookIsToBeOpenedUp() throws Exception {
        byte[] plain = Files.readAllBytes(Workbooks.rows(folder, ROWS));
        Path file = Files.write(folder.resolve("encrypted.xlsx"), Workbooks.encrypted(folder, plain));
        assertRefused(file, "excel.file.encrypted");
    }

    @Test
    @DisplayName("5.1 #82: macros, by part and by type")
    void macrosAreRefused() {
        Map<String, String> byPart = Workbooks.parts("<sheetData/>");
        byPart.put("xl/vbaProject.bin", "x");
        assertRefused(Workbooks.zip(folder, byPart), "excel.file.macros");

        Map<String, String> byType = Workbooks.parts("<sheetData/>");
        byType.computeIfPresent(
                "[Content_Types].xml",
                (name, types) -> types.replace(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml"));
        assertRefused(Workbooks.zip(folder, byType), "excel.file.macros");

        Map<String, String> bySheet = Workbooks.parts("<sheetData/>");
        bySheet.put("xl/macrosheets/sheet1.xml", "<macrosheet/>");
        assertRefused(Workbooks.zip(folder, bySheet), "excel.file.macros");
    }

    @Test
    @DisplayName("5.1 #79: a file cut off anywhere")
    void aTruncatedFileIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(Workbooks.rows(folder, ROWS));
        for (int length = 4; length < whole.length; length += whole.length / 60) {
            assertRefused(Workbooks.save(folder, Arrays.copyOf(whole, length)), "excel.file.damaged");
        }
    }

    @Test
    @DisplayName("5.1 #79: a bit flipped anywhere is noticed or does not matter")
    void aFlippedBitNeverChangesWhatIsRead() throws IOException {
        byte[] whole = Files.readAllBytes(Workbooks.rows(folder, ROWS));
        String expected = text(WorkbookReader.read(Workbooks.save(folder, whole)));
        Random random = new Random(20230831);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Path file = Workbooks.save(folder, flipped);
            try {
                assertThat(text(WorkbookReader.read(file))).isEqualTo(expected);
            } catch (UnreadableWorkbookException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    @DisplayName("5.1 #79: parts spoilt inside an intact package end in the one exception")
    void aSpoiltPartEndsInTheOneException() throws IOException {
        Map<String, byte[]> parts = Workbooks.unzip(Files.readAllBytes(Workbooks.rows(folder, ROWS)));
        Random random = new Random(77);
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            byte[] whole = part.getValue();
            for (int i = 0; i < 40; i++) {
                byte[] spoilt = whole.clone();
                spoilt[random.nextInt(whole.length)] = (byte) "09<>\"/ AZaz".charAt(random.nextInt(11));
                part.setValue(i % 8 == 7 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : spoilt);
                Path file = Workbooks.save(folder, Workbooks.zip(parts));
                try {
                    WorkbookReader.read(file).visibleSheets().forEach(sheet -> sheet.table(ExcelRecordTests.COLUMNS));
                } catch (UnreadableWorkbookException e) {
                    assertThat(e.code()).startsWith("excel.");
                }
            }
            part.setValue(whole);
        }
    }

    @Test
    void aFileThatIsNotThereIsNoWorkbookOfTheUsers() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> WorkbookReader.read(folder.resolve("missing.xlsx")));
    }

    private static String text(ExcelWorkbook workbook) {
        StringBuilder text = new StringBuilder();
        workbook.sheets().forEach(sheet -> {
            text.append(sheet.name());
            sheet.rows().forEach(row -> text.append(row.number()).append(row.cells()));
        });
        return text.toString();
    }

    private static void assertRefused(Path file, String code) {
        assertThatExceptionOfType(UnreadableWorkbookException.class)
                .isThrownBy(() -> WorkbookReader.read(file))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
