package org.orglife.excel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Workbooks as users, other programs and attackers make them, made anew by each test. */
public final class Workbooks {

    static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private Workbooks() {}

    /** A workbook built with POI. */
    public static Path of(Path folder, Consumer<XSSFWorkbook> content) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            content.accept(workbook);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return save(folder, bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The workbook behind a password. What POI writes on the way lies in the folder. */
    public static byte[] encrypted(Path folder, byte[] workbook) {
        return TempFile.withStrategy(new DefaultTempFileCreationStrategy(folder.toFile()), () -> encrypted(workbook));
    }

    private static byte[] encrypted(byte[] workbook) {
        Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
        encryptor.confirmPassword("secret");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            try (OutputStream inner = encryptor.getDataStream(container)) {
                inner.write(workbook);
            }
            container.writeFilesystem(bytes);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** A workbook with one sheet 名册 and these rows; dates become date cells. */
    static Path rows(Path folder, @Nullable Object[]... rows) {
        return of(folder, workbook -> fill(workbook.createSheet("名册"), rows));
    }

    public static void fill(XSSFSheet sheet, @Nullable Object[]... rows) {
        CellStyle date = sheet.getWorkbook().createCellStyle();
        date.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("yyyy-mm-dd"));
        for (int i = 0; i < rows.length; i++) {
            Row row = sheet.createRow(i);
            for (int column = 0; column < rows[i].length; column++) {
                fill(row, column, rows[i][column], date);
            }
        }
    }

    private static void fill(Row row, int column, @Nullable Object value, CellStyle date) {
        if (value == null) {
            return;
        }
        Cell cell = row.createCell(column);
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(date);
        } else if (value instanceof Boolean flag) {
            cell.setCellValue(flag);
        } else if (value instanceof String text && text.startsWith("=")) {
            cell.setCellFormula(text.substring(1));
        } else {
            cell.setCellValue(value.toString());
        }
    }

    public static Object[] row(@Nullable Object... values) {
        return values;
    }

    /** The parts of the smallest package there is, to be spoilt one by one. */
    public static Map<String, String> parts(String sheetData) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="xml" ContentType="application/xml"/>\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="\
                application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                <Override PartName="/xl/sharedStrings.xml" ContentType="\
                application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>\
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\
                application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
        parts.put("_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                <Relationship Id="rId1" Target="xl/workbook.xml" Type="\
                http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>""");
        parts.put("xl/workbook.xml", """
                <workbook %s xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                <sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>""".formatted(MAIN));
        parts.put("xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                <Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="\
                http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>\
                <Relationship Id="rId2" Target="sharedStrings.xml" Type="\
                http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>""");
        parts.put("xl/sharedStrings.xml", "<sst %s><si><t>姓名</t></si></sst>".formatted(MAIN));
        parts.put("xl/worksheets/sheet1.xml", "<worksheet %s>%s</worksheet>".formatted(MAIN, sheetData));
        return parts;
    }

    /** A package of these parts. */
    public static Path zip(Path folder, Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return save(folder, bytes.toByteArray());
    }

    /** The parts of a real workbook, by name. */
    public static Map<String, byte[]> unzip(byte[] workbook) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static Path save(Path folder, byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(folder, "upload", ".xlsx"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is written by the caller, opened again by POI. */
    static XSSFWorkbook written(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writing.to(bytes);
        return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
    }

    /** The texts of a row, from left to right. */
    static List<String> texts(Row row) {
        return StreamSupport.stream(row.spliterator(), false)
                .map(Cell::getStringCellValue)
                .toList();
    }

    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static ExcelTableData table(Path file, List<ExcelColumn> columns) {
        return WorkbookReader.read(file).firstSheet().table(columns);
    }

    /** Bytes that this thread allocates meanwhile: never less than what the heap grows by. */
    static long allocated(Runnable work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
