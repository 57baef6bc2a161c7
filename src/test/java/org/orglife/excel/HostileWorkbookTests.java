package org.orglife.excel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks made to do harm: bombs, foreign entities, numbers that make a library run for ever. */
class HostileWorkbookTests {

    private static final long MIB = 1 << 20;
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("5.1 #76: a part that unpacks a thousandfold")
    void aBombIsDefusedInTimeAndInLittleMemory() throws IOException {
        Path file = bomb(new byte[(int) MIB], 400, 1);
        assertThat(Files.size(file)).isLessThan(4 * MIB);
        assertRefusedSoon(file, "excel.file.too-large", 8 * MIB);
    }

    @Test
    @DisplayName("5.1 #76: parts that each look harmless and together do not")
    void partsAreLimitedTogether() throws IOException {
        Path file = bomb(harmless(), 60, 5);
        assertRefusedSoon(file, "excel.file.too-large", 8 * MIB);
    }

    @Test
    @DisplayName("5.1 #76: a package inside the package stays packed")
    void aNestedPackageIsNotOpened() throws IOException {
        Map<String, byte[]> parts = Workbooks.unzip(zipped(Workbooks.parts("<sheetData/>")));
        parts.put("xl/embeddings/inner.zip", Files.readAllBytes(bomb(harmless(), 90, 3)));
        assertThatCode(() -> WorkbookReader.read(Workbooks.save(folder, Workbooks.zip(parts))))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("5.1 #76: tens of thousands of entries, also when the end of the zip claims five")
    void entriesAreCountedNotBelieved() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (int i = 0; i < 60_000; i++) {
                zip.putArchiveEntry(stored("xl/e" + i));
                zip.closeArchiveEntry();
            }
        }
        byte[] many = bytes.toByteArray();
        assertRefusedSoon(Workbooks.save(folder, many), "excel.file.too-many-entries", MIB);
        ByteBuffer.wrap(many).order(ByteOrder.LITTLE_ENDIAN).putShort(many.length - 14, (short) 5);
        ByteBuffer.wrap(many).order(ByteOrder.LITTLE_ENDIAN).putShort(many.length - 12, (short) 5);
        assertRefusedSoon(Workbooks.save(folder, many), "excel.file.too-many-entries", MIB);
    }

    @Test
    @DisplayName("5.1 #76: the same entry twice, also in other letters")
    void aSecondEntryOfTheSameNameIsRefused() throws IOException {
        for (String again : new String[] {SHEET, SHEET.toUpperCase(Locale.ROOT)}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
                for (Map.Entry<String, String> part :
                        Workbooks.parts("<sheetData/>").entrySet()) {
                    add(zip, part.getKey(), part.getValue());
                }
                add(zip, again, "<worksheet/>");
            }
            assertRefused(Workbooks.save(folder, bytes.toByteArray()), "excel.file.duplicate-entries");
        }
    }

    @ParameterizedTest
    @DisplayName("5.1 #77, T-XLS-20: no part may bring a DOCTYPE, and nobody is called")
    @ValueSource(
            strings = {
                "xl/sharedStrings.xml",
                "xl/workbook.xml",
                SHEET,
                "[Content_Types].xml",
                "xl/drawings/drawing1.xml",
                "customXml/item1.xml",
                "xl/drawings/vmlDrawing1.vml",
                "docProps/thing.bin"
            })
    void aDoctypeIsRefusedWhereverItStands(String part) throws IOException {
        try (ServerSocket canary = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String doctype =
                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1:%d/x\">]>".formatted(canary.getLocalPort());
            Map<String, String> parts = Workbooks.parts("<sheetData/>");
            parts.compute(part, (name, xml) -> doctype + (xml == null ? "<a>&x;</a>" : xml));
            assertRefused(Workbooks.zip(folder, parts), "excel.file.doctype");
            canary.setSoTimeout(100);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(canary::accept);
        }
    }

    @Test
    @DisplayName("5.1 #77: billion laughs, also behind a comment and in UTF-16")
    void entitiesOfEntitiesAreRefused() {
        String laughs = """
                <!-- %s --><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">\
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><sst><si><t>&c;</t></si></sst>""".formatted(" ".repeat(20_000));
        assertPartRefused("xl/sharedStrings.xml", xml -> laughs, "excel.file.doctype");
        Map<String, byte[]> parts = Workbooks.unzip(zipped(Workbooks.parts("<sheetData/>")));
        parts.put("customXml/item1.xml", laughs.getBytes(StandardCharsets.UTF_16));
        assertRefused(Workbooks.save(folder, Workbooks.zip(parts)), "excel.file.doctype");
    }

    @Test
    @DisplayName("5.1 #78: names that lead elsewhere lead nowhere, because nothing is unpacked")
    void zipSlipDoesNotMatter() {
        Map<String, String> parts =
                Workbooks.parts("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>");
        parts.put("../../../../tmp/orglife-slip.txt", "slip");
        parts.put("/etc/orglife-slip", "slip");
        assertThat(WorkbookReader.read(Workbooks.zip(folder, parts))
                        .firstSheet()
                        .rows())
                .hasSize(1);
        assertThat(Path.of("/tmp/orglife-slip.txt")).doesNotExist();
    }

    @ParameterizedTest
    @DisplayName("Cells that make the reading library run out of memory or for ever")
    @ValueSource(
            strings = {
                "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"7\"/><v>1</v></c></row>",
                "<row r=\"2\"/><row r=\"1\"/>",
                "<row r=\"9999999\"/>",
                "<row r=\"1\"><c r=\"A1\"><c r=\"A2\"/></c></row>",
                "<c r=\"A1\"><v>1</v></c>"
            })
    void impossibleCellsAreDamage(String data) {
        assertRefusedSoon(sheet("<sheetData>" + data + "</sheetData>"), "excel.file.damaged", 8 * MIB);
    }

    @Test
    void numbersAndNestingHaveAnEnd() {
        String digits = "7".repeat(60_000);
        assertRefusedSoon(
                sheet("<sheetData><row r=\"1\"><c r=\"A1\"><v>" + digits + "</v></c></row></sheetData>"),
                "excel.file.damaged",
                8 * MIB);
        String deep = "<a>".repeat(10_000) + "</a>".repeat(10_000);
        assertPartRefused("customXml/item1.xml", xml -> deep, "excel.file.damaged");
        String wide = "<a b=\"" + "x".repeat((int) (5 * MIB)) + "\"/>";
        assertPartRefused("customXml/item1.xml", xml -> wide + randomTail(), "excel.file.damaged");
    }

    @Test
    void aNumberOfAnyExponentIsHarmless() {
        Path file = sheet("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>姓名</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\"><v>1E+2000000000</v></c></row></sheetData>");
        ExcelColumn name = ExcelColumn.required("姓名");
        ExcelTableData table = Workbooks.table(file, List.of(name));
        assertThat(table.records().get(0).text(name, 50)).isNull();
        assertThat(table.problems()).extracting(CellProblem::code).containsExactly("excel.cell.long-number");
    }

    @Test
    void manyArrayFormulasAreRefusedBeforeEachIsComparedWithEach() {
        StringBuilder data = new StringBuilder("<sheetData>");
        for (int row = 1; row <= 3_000; row++) {
            data.append("<row r=\"%d\"><c r=\"A%d\"><f t=\"array\" ref=\"A%d\">SUM(B1:B9)</f><v>1</v></c></row>"
                    .formatted(row, row, row));
        }
        assertRefusedSoon(sheet(data.append("</sheetData>").toString()), "excel.sheet.too-many-formulas", 32 * MIB);
    }

    private Path sheet(String content) {
        return Workbooks.zip(folder, Workbooks.parts(content));
    }

    private void assertPartRefused(String part, UnaryOperator<String> change, String code) {
        Map<String, String> parts = Workbooks.parts("<sheetData/>");
        parts.put(part, change.apply(parts.getOrDefault(part, "")));
        assertRefused(Workbooks.zip(folder, parts), code);
    }

    /** Keeps the part from being refused for its inflation first. */
    private static String randomTail() {
        StringBuilder tail = new StringBuilder("<!-- ");
        new Random(1).ints(100_000, 'a', 'z').forEach(letter -> tail.append((char) letter));
        return tail.append(" -->").toString();
    }

    /** Unpacks to less than a hundredfold. */
    private static byte[] harmless() {
        byte[] block = new byte[(int) MIB];
        Random random = new Random(2);
        for (int i = 0; i < block.length; i += 64) {
            block[i] = (byte) random.nextInt();
        }
        return block;
    }

    /** So many parts that each unpack to so many copies of the block, compressed only once. */
    private Path bomb(byte[] block, int blocks, int parts) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        CRC32 crc = new CRC32();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int i = 0; i < blocks; i++) {
            crc.update(block);
            deflater.setInput(block);
            while (!deflater.needsInput()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (Map.Entry<String, String> part :
                    Workbooks.parts("<sheetData/>").entrySet()) {
                add(zip, part.getKey(), part.getValue());
            }
            for (int i = 0; i < parts; i++) {
                ZipArchiveEntry entry = new ZipArchiveEntry("xl/media/image%d.png".formatted(i));
                entry.setMethod(ZipMethod.DEFLATED.getCode());
                entry.setSize((long) block.length * blocks);
                entry.setCompressedSize(packed.size());
                entry.setCrc(crc.getValue());
                zip.addRawArchiveEntry(entry, new ByteArrayInputStream(packed.toByteArray()));
            }
        }
        return Workbooks.save(folder, bytes.toByteArray());
    }

    private static void add(ZipArchiveOutputStream zip, String name, String content) throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(content.getBytes(UTF_8));
        zip.closeArchiveEntry();
    }

    private static ZipArchiveEntry stored(String name) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(ZipMethod.STORED.getCode());
        entry.setSize(0);
        entry.setCrc(0);
        return entry;
    }

    private static byte[] zipped(Map<String, String> parts) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        parts.forEach((name, content) -> bytes.put(name, content.getBytes(UTF_8)));
        return Workbooks.zip(bytes);
    }

    private static void assertRefused(Path file, String code) {
        assertThatExceptionOfType(UnreadableWorkbookException.class)
                .isThrownBy(() -> WorkbookReader.read(file))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static void assertRefusedSoon(Path file, String code, long bytes) {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        long start = System.nanoTime();
        long allocated =
                Workbooks.allocated(() -> thrown.set(Assertions.catchThrowable(() -> WorkbookReader.read(file))));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        assertThat(thrown.get())
                .isInstanceOfSatisfying(
                        UnreadableWorkbookException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
        assertThat(allocated).isLessThan(bytes);
    }
}
