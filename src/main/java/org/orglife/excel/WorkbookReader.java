package org.orglife.excel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.orglife.excel.WorkbookLayout.SheetPart;

/**
 * Reads an uploaded .xlsx with distrust: the package is unpacked and walked through once under its limits before any
 * library reads it, and whatever a stranger may have put into it ends in {@link UnreadableWorkbookException}.
 */
public final class WorkbookReader {

    private WorkbookReader() {}

    public static ExcelWorkbook read(Path file) {
        return read(file, ReadLimits.DEFAULT);
    }

    public static ExcelWorkbook read(Path file, ReadLimits limits) {
        if (!Files.isReadable(file)) {
            throw new UncheckedIOException(new IOException("Cannot be opened: " + file));
        }
        try {
            return checkAndRead(file, limits);
        } catch (UnreadableWorkbookException e) {
            throw e;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // A damaged file makes the libraries throw what they like, and each of it means the same.
            throw UnreadableWorkbookException.damaged(e);
        }
    }

    private static ExcelWorkbook checkAndRead(Path file, ReadLimits limits) throws IOException, XMLStreamException {
        WorkbookLayout layout;
        Map<String, SheetScan> scans = new HashMap<>();
        try (WorkbookPackage parts = WorkbookPackage.open(file, limits)) {
            layout = WorkbookLayout.of(parts, limits);
            for (SheetPart sheet : layout.sheets()) {
                scans.put(sheet.part(), new SheetScan(new SheetSize(sheet.name(), !sheet.hidden(), limits)));
            }
            checkParts(parts, layout, scans);
        }
        boolean visible = layout.sheets().stream().anyMatch(sheet -> isRead(sheet, scans));
        if (!visible) {
            throw new UnreadableWorkbookException("excel.file.no-sheet");
        }
        return contents(file, limits, layout, scans);
    }

    private static void checkParts(WorkbookPackage parts, WorkbookLayout layout, Map<String, SheetScan> scans)
            throws IOException, XMLStreamException {
        StringsScan strings = new StringsScan();
        for (String part : parts.parts()) {
            PartVisitor visitor = part.equals(layout.strings()) ? strings : scans.get(part);
            parts.walk(part, visitor == null ? PartVisitor.ANY : visitor);
        }
        if (scans.values().stream().anyMatch(scan -> scan.lastString() >= strings.count())) {
            throw new UnreadableWorkbookException("excel.file.damaged");
        }
    }

    /** Sheets that are all chart have no cells. */
    private static boolean isRead(SheetPart sheet, Map<String, SheetScan> scans) {
        return !sheet.hidden() && scan(sheet, scans).isWorksheet();
    }

    private static SheetScan scan(SheetPart sheet, Map<String, SheetScan> scans) {
        return Objects.requireNonNull(scans.get(sheet.part()));
    }

    private static ExcelWorkbook contents(
            Path file, ReadLimits limits, WorkbookLayout layout, Map<String, SheetScan> scans) throws IOException {
        List<ExcelSheet> sheets = new ArrayList<>();
        SheetContents contents = new SheetContents(limits, layout.date1904());
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(file.toFile(), new ReadingOptions(layout.hasStyles(), true))) {
            for (int i = 0; i < layout.sheets().size(); i++) {
                SheetPart sheet = layout.sheets().get(i);
                if (isRead(sheet, scans)) {
                    SheetScan scan = scan(sheet, scans);
                    List<ExcelRow> rows = contents.read(workbook.getSheet(i).orElseThrow(), scan);
                    sheets.add(new ExcelSheet(sheet.name(), false, rows, scan.hiddenColumns()));
                } else if (sheet.hidden()) {
                    sheets.add(new ExcelSheet(sheet.name(), true, List.of(), List.of()));
                }
            }
        }
        return new ExcelWorkbook(sheets);
    }
}
