package org.orglife.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the XML of one sheet before it is read: refuses what is too large at the row where it becomes so, and
 * what would make the reading library run for ever or out of memory; notes what that library does not tell.
 */
final class SheetScan implements PartVisitor {

    /** 32,767 characters, each perhaps written as {@code _x000D_}. */
    static final int LONGEST_TEXT = 7 * 32_767;

    private static final int LONGEST_NUMBER = 64;
    private static final int LAST_ROW = 1 << 20;

    /** The library looks at every array formula for every cell, and writes out every shared one. */
    private static final int MOST_ARRAY_FORMULAS = 500;

    private static final long MOST_FORMULA_TEXT = 20_000_000;

    private final SheetSize size;
    private final List<Integer> rowNumbers = new ArrayList<>();
    private final List<CellRangeAddress> merges = new ArrayList<>();
    private final List<String> hiddenColumns = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private final Map<String, Integer> sharedFormulas = new HashMap<>();
    private @Nullable String root;
    private int row;
    private int column;
    private boolean dataSeen;
    private boolean inData;
    private boolean inRow;
    private boolean inCell;
    private boolean inContent;
    private boolean filled;
    private String type = "n";
    private int textLength;
    private @Nullable String formulaKey;
    private int arrayFormulas;
    private long formulaText;
    private int lastString = -1;

    SheetScan(SheetSize size) {
        this.size = size;
    }

    @Override
    public void start(String element, XMLStreamReader xml) {
        if (root == null) {
            root = element;
        }
        switch (element) {
            case "sheetData" -> startData();
            case "mergeCell" -> merge(xml.getAttributeValue(null, "ref"));
            case "col" -> columns(xml);
            default -> {
                // Drawings have elements of the same names; everything else outside the data concerns looks only.
                if (inData) {
                    startInData(element, xml);
                }
            }
        }
    }

    private void startInData(String element, XMLStreamReader xml) {
        switch (element) {
            case "row" -> startRow(xml);
            case "c" -> startCell(xml);
            case "v", "is" -> startContent();
            case "f" -> startFormula(xml);
            default -> {
                // Parts of a text.
            }
        }
    }

    @Override
    public void text(XMLStreamReader xml) {
        if (!inContent) {
            return;
        }
        textLength += xml.getTextLength();
        if (textLength > (isText() ? LONGEST_TEXT : LONGEST_NUMBER)) {
            throw damaged();
        }
        if (type.equals("s") && formulaKey == null) {
            value.append(xml.getText());
        }
        filled |= textLength > 0;
    }

    @Override
    public void end(String element) {
        if (!inData) {
            return;
        }
        switch (element) {
            case "sheetData" -> inData = false;
            case "v", "is" -> {
                if (type.equals("s") && !value.isEmpty()) {
                    lastString = Math.max(
                            lastString,
                            Integer.parseUnsignedInt(value.toString().strip()));
                }
                inContent = false;
            }
            case "f" -> endFormula();
            case "c" -> {
                inCell = false;
                size.cell(row, column, filled);
            }
            case "row" -> {
                inRow = false;
                size.endRow(row);
            }
            default -> {
                // See start.
            }
        }
    }

    boolean isWorksheet() {
        return "worksheet".equals(root);
    }

    /** Numbers of the rows in the order in which they stand in the file, 1 being the first of the sheet. */
    List<Integer> rowNumbers() {
        return rowNumbers;
    }

    List<CellRangeAddress> merges() {
        return merges;
    }

    List<String> hiddenColumns() {
        return hiddenColumns;
    }

    /** Highest index into the shared strings; -1 if there is none. */
    int lastString() {
        return lastString;
    }

    private void startData() {
        if (dataSeen) {
            throw damaged();
        }
        dataSeen = true;
        inData = true;
    }

    private void startRow(XMLStreamReader xml) {
        String number = xml.getAttributeValue(null, "r");
        int next = number == null ? row + 1 : Integer.parseUnsignedInt(number);
        if (inRow || next <= row || next > LAST_ROW) {
            throw damaged();
        }
        row = next;
        column = -1;
        inRow = true;
        if (size.isRead()) {
            rowNumbers.add(row);
        }
        size.startRow(row);
    }

    private void startCell(XMLStreamReader xml) {
        String address = xml.getAttributeValue(null, "r");
        String given = xml.getAttributeValue(null, "t");
        column = address == null ? column + 1 : Columns.indexOf(address);
        type = given == null ? "n" : given;
        if (!inRow || inCell || column < 0 || column > Columns.LAST) {
            throw damaged();
        }
        if (type.equals("d")) {
            throw new UnreadableWorkbookException("excel.file.unusual");
        }
        inCell = true;
        filled = false;
    }

    private void startContent() {
        inContent = inCell;
        textLength = 0;
        value.setLength(0);
        formulaKey = null;
    }

    private boolean isText() {
        return formulaKey != null || !(type.equals("n") || type.equals("s") || type.equals("b"));
    }

    private void startFormula(XMLStreamReader xml) {
        startContent();
        filled = true;
        String kind = xml.getAttributeValue(null, "t");
        String key = xml.getAttributeValue(null, "si");
        boolean base = xml.getAttributeValue(null, "ref") != null;
        formulaKey = base && key != null ? key : "";
        if ("array".equals(kind)) {
            arrayFormulas++;
        } else if ("shared".equals(kind) && !base) {
            Integer length = sharedFormulas.get(key);
            if (length == null) {
                throw damaged();
            }
            formulaText += length;
        }
        if (arrayFormulas > MOST_ARRAY_FORMULAS || formulaText > MOST_FORMULA_TEXT) {
            throw new UnreadableWorkbookException("excel.sheet.too-many-formulas", size.sheet());
        }
    }

    private void endFormula() {
        if (formulaKey != null && !formulaKey.isEmpty()) {
            sharedFormulas.put(formulaKey, textLength);
        }
        inContent = false;
    }

    private void merge(@Nullable String reference) {
        CellRangeAddress range = reference == null ? null : CellRangeAddress.valueOf(reference);
        if (range == null
                || range.getLastRow() >= LAST_ROW
                || range.getFirstRow() < 0
                || merges.size() > size.cells()) {
            throw damaged();
        }
        merges.add(range);
    }

    private void columns(XMLStreamReader xml) {
        String hidden = xml.getAttributeValue(null, "hidden");
        if ("1".equals(hidden) || "true".equals(hidden)) {
            if (hiddenColumns.size() > Columns.LAST) {
                throw damaged();
            }
            String first = Columns.letters(Integer.parseInt(xml.getAttributeValue(null, "min")) - 1);
            String last = Columns.letters(Integer.parseInt(xml.getAttributeValue(null, "max")) - 1);
            hiddenColumns.add(first.equals(last) ? first : first + ":" + last);
        }
    }

    private static UnreadableWorkbookException damaged() {
        return new UnreadableWorkbookException("excel.file.damaged");
    }
}
