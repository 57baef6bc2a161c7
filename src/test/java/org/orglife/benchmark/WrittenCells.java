package org.orglife.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * The cells of a finished workbook, kept in a form that is read back in no time, so that a bare loop can write exactly
 * the same ones: sheet by sheet, with heights, styles and merged ranges.
 */
final class WrittenCells {

    private static final int WINDOW = 200;
    private static final byte ROW = 1;
    private static final byte BLANK = 2;
    private static final byte TEXT = 3;
    private static final byte NUMBER = 4;
    private static final byte MERGED = 5;
    private static final byte END = 6;

    private final Path file;
    private final List<String> texts;
    private final List<String> sheets;
    private final int styles;
    private final long cells;
    private final int merged;

    private WrittenCells(Path file, List<String> texts, List<String> sheets, int styles, long cells, int merged) {
        this.file = file;
        this.texts = texts;
        this.sheets = sheets;
        this.styles = styles;
        this.cells = cells;
        this.merged = merged;
    }

    long cells() {
        return cells;
    }

    int merged() {
        return merged;
    }

    int sheets() {
        return sheets.size();
    }

    /** Reads a workbook through, without ever holding more than one cell of it. */
    static WrittenCells of(Path workbook, Path file) throws IOException, XMLStreamException {
        Recorder recorder = new Recorder();
        List<String> sheets = new ArrayList<>();
        try (ZipFile zip = new ZipFile(workbook.toFile());
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int i = 1; zip.getEntry("xl/worksheets/sheet" + i + ".xml") != null; i++) {
                ZipEntry entry = zip.getEntry("xl/worksheets/sheet" + i + ".xml");
                sheets.add(entry.getName());
                try (InputStream in = zip.getInputStream(entry)) {
                    recorder.read(in, out);
                }
            }
        }
        return new WrittenCells(
                file,
                new ArrayList<>(recorder.texts.keySet()),
                sheets,
                recorder.lastStyle + 1,
                recorder.cells,
                recorder.merged);
    }

    private static final class Recorder {

        private final Map<String, Integer> texts = new java.util.LinkedHashMap<>();
        private int lastStyle;
        private long cells;
        private int merged;

        void read(InputStream in, DataOutputStream out) throws IOException, XMLStreamException {
            XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "row" -> {
                            out.writeByte(ROW);
                            out.writeInt(Integer.parseInt(xml.getAttributeValue(null, "r")) - 1);
                            String height = xml.getAttributeValue(null, "ht");
                            out.writeFloat(height == null ? 0 : Float.parseFloat(height));
                        }
                        case "c" -> cell(xml, out);
                        case "mergeCell" -> {
                            CellRangeAddress range = CellRangeAddress.valueOf(xml.getAttributeValue(null, "ref"));
                            out.writeByte(MERGED);
                            out.writeInt(range.getFirstRow());
                            out.writeInt(range.getLastRow());
                            out.writeInt(range.getFirstColumn());
                            out.writeInt(range.getLastColumn());
                            merged++;
                        }
                        default -> {
                            // nothing that a bare loop would write
                        }
                    }
                }
            }
            out.writeByte(END);
        }

        private void cell(XMLStreamReader xml, DataOutputStream out) throws IOException, XMLStreamException {
            int column = new CellReference(xml.getAttributeValue(null, "r")).getCol();
            String style = xml.getAttributeValue(null, "s");
            boolean inline = "inlineStr".equals(xml.getAttributeValue(null, "t"));
            StringBuilder text = new StringBuilder();
            boolean value = false;
            while (!(xml.next() == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("c"))) {
                if (xml.getEventType() == XMLStreamConstants.CHARACTERS) {
                    text.append(xml.getText());
                    value = true;
                }
            }
            cells++;
            out.writeByte(!value ? BLANK : inline ? TEXT : NUMBER);
            out.writeShort(column);
            int index = style == null ? 0 : Integer.parseInt(style);
            lastStyle = Math.max(lastStyle, index);
            out.writeShort(index);
            if (value && inline) {
                Integer known = texts.get(text.toString());
                if (known == null) {
                    known = texts.size();
                    texts.put(text.toString(), known);
                }
                out.writeInt(known);
            } else if (value) {
                out.writeDouble(Double.parseDouble(text.toString()));
            }
        }
    }

    /** A bare loop over the same cells. */
    void write(OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW);
                DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            CellStyle[] looks = looks(workbook);
            for (int i = 0; i < sheets.size(); i++) {
                write(workbook.createSheet("sheet" + i), looks, in);
            }
            workbook.write(out);
        }
    }

    private CellStyle[] looks(SXSSFWorkbook workbook) {
        Font font = workbook.createFont();
        font.setFontName("仿宋");
        CellStyle[] looks = new CellStyle[styles];
        Map<Integer, CellStyle> known = new HashMap<>();
        for (int i = 0; i < styles; i++) {
            looks[i] = known.computeIfAbsent(i, number -> {
                CellStyle style = workbook.createCellStyle();
                style.setFont(font);
                style.setVerticalAlignment(VerticalAlignment.CENTER);
                style.setWrapText(true);
                style.setBorderTop(BorderStyle.THIN);
                style.setBorderRight(BorderStyle.THIN);
                style.setBorderBottom(BorderStyle.THIN);
                style.setBorderLeft(BorderStyle.THIN);
                return style;
            });
        }
        return looks;
    }

    private void write(SXSSFSheet sheet, CellStyle[] looks, DataInputStream in) throws IOException {
        Row row = null;
        for (byte kind = in.readByte(); kind != END; kind = in.readByte()) {
            if (kind == ROW) {
                row = sheet.createRow(in.readInt());
                float height = in.readFloat();
                if (height > 0) {
                    row.setHeightInPoints(height);
                }
            } else if (kind == MERGED) {
                sheet.addMergedRegionUnsafe(
                        new CellRangeAddress(in.readInt(), in.readInt(), in.readInt(), in.readInt()));
            } else if (row != null) {
                Cell cell = row.createCell(in.readShort());
                cell.setCellStyle(looks[in.readShort()]);
                if (kind == TEXT) {
                    cell.setCellValue(texts.get(in.readInt()));
                } else if (kind == NUMBER) {
                    cell.setCellValue(in.readDouble());
                }
            }
        }
        sheet.flushRows();
    }
}
